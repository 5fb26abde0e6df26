import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const NOT_WRITTEN_HERE = new Set([
  'node_modules',
  '.git',
  '.dealside',
  'dist',
  'generated',
  'coverage',
]);

/**
 * The project's files under a folder, as paths from the root, without what is installed or
 * generated.
 */
export function filesUnder(folder: string, isWanted: (name: string) => boolean): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !NOT_WRITTEN_HERE.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path, isWanted);
      return isWanted(entry.name) ? [path] : [];
    })
    .sort();
}

export const markdownFiles = (): string[] => filesUnder('', (name) => name.endsWith('.md'));

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const exists = (path: string): boolean => existsSync(join(ROOT, path));

export interface Link {
  readonly text: string;
  /** As written, such as `../README.md#two-commands`. */
  readonly target: string;
}

/** Markdown without its blocks of code, in which nothing is a link or a heading. */
const withoutCodeBlocks = (markdown: string): string => markdown.replace(/^```.*?^```/gms, '');

/** The links and images of a document. */
export const linksIn = (markdown: string): Link[] =>
  [...withoutCodeBlocks(markdown).matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
    ([, text = '', target = '']) => ({ text, target }),
  );

/** The headings of a document, without their marks, in order. */
export const headingsIn = (markdown: string): { level: number; text: string }[] =>
  [...withoutCodeBlocks(markdown).matchAll(/^(#{1,6}) (.+)$/gm)].map(
    ([, marks = '', text = '']) => ({ level: marks.length, text: text.trim() }),
  );

/** The anchor that hosts of repositories give a heading. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** A link's file as a path from the root. */
export const fileOf = (document: string, { target }: Link): string =>
  relative(ROOT, join(ROOT, dirname(document), decodeURIComponent(target.split('#')[0]!)));
