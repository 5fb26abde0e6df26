import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const LIMIT = 400;
const FOLDERS = ['server', 'local', 'softphone', 'force-app', 'test', 'bench'];
const SOURCE_FILES = /\.(ts|mts|mjs|cjs|js|css|html|cls)$/;
const GENERATED_FOLDERS = new Set(['generated', 'dist', 'node_modules', 'staticresources']);

/** A line for each source file with more than `limit` lines. */
export function filesTooLong(root: string, limit = LIMIT): string[] {
  return FOLDERS.flatMap((folder) => filesIn(join(root, folder)))
    .map((path) => ({
      path: relative(root, path),
      lines: readFileSync(path, 'utf8').split('\n').length - 1,
    }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path} has ${lines} lines; at most ${limit} are allowed`);
}

function filesIn(dir: string): string[] {
  if (!statSync(dir, { throwIfNoEntry: false })) return [];
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return GENERATED_FOLDERS.has(entry.name) ? [] : filesIn(join(dir, entry.name));
    return SOURCE_FILES.test(entry.name) ? [join(dir, entry.name)] : [];
  });
}
