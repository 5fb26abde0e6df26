// The platform compiles JavaScript only: writes a .js beside each component's .ts, for deploys.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LWC = fileURLToPath(new URL('./main/default/lwc', import.meta.url));
/** What was emitted last, by the digest of what it was emitted from. */
const KEPT = fileURLToPath(new URL('../.dealside/made/emitted.json', import.meta.url));

const require = createRequire(import.meta.url);
const { version } = require('typescript/package.json');

/**
 * TypeScript's options, by their names in a tsconfig. Decorators stay for the platform's compiler,
 * and imports of types only vanish.
 */
const OPTIONS = {
  target: 'ESNext',
  module: 'ESNext',
  experimentalDecorators: false,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
};

/** What was emitted once in this process or a former one, by the digest of its source. */
let known;

/** The components' sources, each with the JavaScript it becomes. */
export function* emitted() {
  known ??= kept();
  const used = new Map();
  let isNew = false;
  for (const bundle of readdirSync(LWC)) {
    for (const name of readdirSync(join(LWC, bundle))) {
      if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
      const source = join(LWC, bundle, name);
      const text = withoutDocs(readFileSync(source, 'utf8'));
      const digest = createHash('sha256')
        .update(JSON.stringify([version, OPTIONS, bundle, name, text]))
        .digest('hex');
      if (!known.has(digest)) {
        known.set(digest, codeOf(source, text));
        isNew = true;
      }
      used.set(digest, known.get(digest));
      yield { bundle, file: source.replace(/\.ts$/, '.js'), code: known.get(digest) };
    }
  }
  if (isNew) keep(used);
}

/** Documentation is read in the sources, and not deployed. */
const withoutDocs = (text) => text.replaceAll(/^ *\/\*\*(?:(?!\*\/)[^])*\*\/\n/gm, '');

/** The compiler takes a while to load, and mostly there is nothing for it to do. */
function codeOf(fileName, text) {
  const ts = require('typescript');
  const { options } = ts.convertCompilerOptionsFromJson(OPTIONS, dirname(fileName));
  return ts.transpileModule(text, { compilerOptions: options, fileName }).outputText;
}

function kept() {
  try {
    return new Map(JSON.parse(readFileSync(KEPT, 'utf8')));
  } catch {
    return new Map();
  }
}

/** Where nothing can be written, it is emitted again next time. */
function keep(used) {
  try {
    mkdirSync(dirname(KEPT), { recursive: true });
    const aside = `${KEPT}.${process.pid}`;
    writeFileSync(aside, JSON.stringify([...used]));
    renameSync(aside, KEPT);
  } catch {
    // A folder that belongs to somebody else.
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let count = 0;
  for (const { file, code } of emitted()) {
    writeFileSync(file, code);
    count += 1;
  }
  process.stdout.write(`wrote ${count} files beside their sources\n`);
}
