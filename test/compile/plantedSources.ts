import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { commandOf } from '../../local/machine/files/paths.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What the sources that are compiled may import. */
const COPIED = ['server', 'softphone/src', 'local', 'test', 'force-app'];
const FINDING = /^(?:(.+)\(\d+,\d+\): )?error TS\d+: (.*)$/;

/** A change of one source, in a copy of it. */
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
 * in them. All plants are compiled together, because that takes as long as one.
 */
export function compiledWith(
  plants: readonly Plant[],
  {
    config,
    folders,
    without = [],
  }: { config: string; folders: readonly string[]; without?: readonly string[] },
): Finding[] {
  const copy = mkdtempSync(join(tmpdir(), 'dealside-planted-'));
  try {
    for (const folder of COPIED)
      cpSync(join(ROOT, folder), join(copy, folder), {
        recursive: true,
        filter: (path) => !/\/(dist|__tests__)$|\.(?!m?ts$|json$)\w+$/.test(path),
      });
    for (const file of ['package.json', 'tsconfig.json'])
      cpSync(join(ROOT, file), join(copy, file));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const names = folders
      .flatMap((folder) => sourcesIn(copy, folder))
      .filter((name) => !without.some((one) => name.startsWith(one)));
    for (const plant of plants) plantIn(copy, names, plant);
    return compiled(copy, config, names);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function compiled(copy: string, config: string, names: readonly string[]): Finding[] {
  const project = join(copy, dirname(config), 'tsconfig.planted.json');
  writeFileSync(
    project,
    JSON.stringify({
      extends: `./${basename(config)}`,
      include: [],
      files: names.map((name) => join(copy, name)),
    }),
  );
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [commandOf('typescript-native', 'tsc'), '-p', project, '--pretty', 'false'],
    { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (error ?? stderr) throw error ?? new Error(stderr);
  const found: { file: string; message: string }[] = [];
  for (const line of stdout.trimEnd().split('\n')) {
    const [, file = '', message] = FINDING.exec(line) ?? [];
    if (message !== undefined) found.push({ file, message });
    else if (found.length > 0) found.at(-1)!.message += `\n${line}`;
  }
  return found;
}

function plantIn(copy: string, names: readonly string[], { folder, before, after }: Plant): void {
  for (const name of names.filter((one) => one.startsWith(folder))) {
    const text = readFileSync(join(copy, name), 'utf8');
    const changed = text.replace(before, after);
    if (changed === text) continue;
    writeFileSync(join(copy, name), changed);
    return;
  }
  throw new Error(`no source holds what a plant replaces: ${String(before)}`);
}

/** A file, or all TypeScript sources in a folder. */
function sourcesIn(root: string, path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(path, name));
}
