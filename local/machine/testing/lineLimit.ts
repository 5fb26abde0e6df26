import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const LIMIT = 400;
const FOLDERS = ['server', 'local', 'softphone', 'force-app', 'test', 'bench'];
const SOURCE_FILES = /\.(ts|mts|mjs|cjs|js|css|html|cls)$/;
const GENERATED_FOLDERS = new Set(['generated', 'dist', 'node_modules', 'staticresources']);

const WIDE = 120;
const WIDE_PERCENT = 0.5;
/**
 * Data and sentences, which nothing wraps: texts of screens and calls, tables that scripts write,
 * and lists of words that people read side by side.
 */
const DATA = [
  'server/domain/texts/',
  'server/domain/numbers/tables/',
  'server/domain/alerts/concepts',
  'server/domain/alerts/phrases/',
  'server/domain/alerts/sentiment.ts',
  'server/domain/alerts/shipped',
  'server/domain/alerts/spoken.ts',
  'server/domain/practice/courses.ts',
  'server/domain/practice/scenarios.ts',
];

/** What is wrong with the width of the server's lines, but in files of data: one line, or none. */
export function linesTooWide(root: string, percent = WIDE_PERCENT): string[] {
  const lines = filesIn(join(root, 'server'))
    .filter((path) => !DATA.some((data) => relative(root, path).startsWith(data)))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
  const wide = lines.filter((line) => line.length > WIDE).length;
  return wide <= (lines.length * percent) / 100
    ? []
    : [
        `${wide} of ${lines.length} lines of the server are over ${WIDE} characters; at most ${percent} % are allowed`,
      ];
}

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
