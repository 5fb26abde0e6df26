/**
 * Writes force-app/main/default/lwc/phoneNumbers/plans.ts from libphonenumber-js: how each numbering
 * plan groups the digits of a number in its international form. Components cannot import packages.
 *
 *     node scripts/phonePlans.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const metadata = readJson('libphonenumber-js/metadata.min.json');
const { version } = readJson('libphonenumber-js/package.json');
const TARGET = fileURLToPath(
  new URL('../force-app/main/default/lwc/phoneNumbers/plans.ts', import.meta.url),
);
const WIDTH = 180;
/** The place of the formats in the metadata of a country. */
const FORMATS = 4;

const lines = Object.entries(metadata.country_calling_codes)
  .map(([code, [country]]) => [code, metadata.countries[country][FORMATS] || []])
  .concat(Object.entries(metadata.nonGeographic).map(([code, plan]) => [code, plan[FORMATS] || []]))
  .map(([code, formats]) => `${code}: ${formats.flatMap(groupsOf).join(' ')}`.trim())
  .flatMap(folded);

/** Which numbers, how they are grouped, and how they begin. `NA`: not written internationally. */
function groupsOf([pattern, format, beginnings, , , international = format]) {
  if (international === 'NA') return [];
  const begins = beginnings?.at(-1) ?? '\\d';
  return [[pattern, international.replace(/[-\s()./]+/g, '_'), begins].join(' ')];
}

function folded(line) {
  const parts = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(' ', WIDTH);
    if (at < 2) break;
    parts.push(rest.slice(0, at));
    rest = ` ${rest.slice(at)}`;
  }
  return [...parts, rest];
}

writeFileSync(
  TARGET,
  `/**
 * How numbering plans group the digits after the calling code: a pattern, the groups (_ is a
 * space), and how such numbers begin; the first that fits counts. Lines that begin with a space
 * go on. Written by scripts/phonePlans.mjs from libphonenumber-js ${version}.
 */
export const PLANS = String.raw\`
${lines.join('\n')}
\`;
`,
);
