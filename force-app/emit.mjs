// The platform compiles JavaScript only: writes a .js beside each component's .ts, for deploys.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const LWC = fileURLToPath(new URL('./main/default/lwc', import.meta.url));

const OPTIONS = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  // Decorators stay for the platform's compiler, and imports of types only vanish.
  experimentalDecorators: false,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
};

/** What was emitted once in this process, by its source. */
const known = new Map();

/** The components' sources, each with the JavaScript it becomes. */
export function* emitted() {
  for (const bundle of readdirSync(LWC)) {
    for (const name of readdirSync(join(LWC, bundle))) {
      if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
      const source = join(LWC, bundle, name);
      yield { bundle, file: source.replace(/\.ts$/, '.js'), code: codeOf(source) };
    }
  }
}

function codeOf(fileName) {
  const text = readFileSync(fileName, 'utf8');
  const key = `${fileName}\n${text}`;
  if (!known.has(key))
    known.set(key, ts.transpileModule(text, { compilerOptions: OPTIONS, fileName }).outputText);
  return known.get(key);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let count = 0;
  for (const { file, code } of emitted()) {
    writeFileSync(file, code);
    count += 1;
  }
  process.stdout.write(`wrote ${count} files beside their sources\n`);
}
