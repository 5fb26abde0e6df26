import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** A change of one source that exists in memory alone. */
export interface Plant {
  /** The first source in this folder that holds `before` is changed. */
  readonly folder: string;
  readonly before: string | RegExp;
  readonly after: string;
}

/** What the compiler says of a source: the file, and the whole message. */
export interface Finding {
  readonly file: string;
  readonly message: string;
}

/**
 * Compiles the sources under some folders with the project's own settings, as if the plants stood
 * in them. Nothing is written. All plants are compiled together, because that takes as long as one.
 */
export function compiledWith(
  plants: readonly Plant[],
  {
    config,
    folders,
    without = [],
  }: { config: string; folders: readonly string[]; without?: readonly string[] },
): Finding[] {
  const options = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, config), ts.sys.readFile).config,
    ts.sys,
    join(ROOT, config, '..'),
  ).options;
  const names = folders
    .flatMap(sourcesIn)
    .filter((path) => !without.some((one) => path.startsWith(join(ROOT, one))));
  const planted = new Map<string, string>();
  for (const plant of plants)
    plantIn(
      planted,
      names.filter((path) => path.startsWith(join(ROOT, plant.folder))),
      plant,
    );
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => planted.get(path) ?? read(path);
  const program = ts.createProgram({ rootNames: names, options, host });
  return program.getSemanticDiagnostics().map(({ file, messageText }) => ({
    file: file ? relative(ROOT, file.fileName) : '',
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}

function plantIn(
  planted: Map<string, string>,
  paths: readonly string[],
  { before, after }: Plant,
): void {
  for (const path of paths) {
    const text = planted.get(path) ?? ts.sys.readFile(path) ?? '';
    const changed = text.replace(before, after);
    if (changed === text) continue;
    planted.set(path, changed);
    return;
  }
  throw new Error(`no source holds what a plant replaces: ${String(before)}`);
}

/** A file, or all TypeScript sources in a folder. */
function sourcesIn(path: string): string[] {
  if (path.endsWith('.ts')) return [join(ROOT, path)];
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('__tests__'))
    .map((name) => join(ROOT, path, name));
}
