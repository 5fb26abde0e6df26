import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST } from './dist.ts';

const SLDS = dirname(
  createRequire(import.meta.url).resolve('@salesforce-ux/design-system/package.json'),
);
const SLDS2 = join(
  dirname(createRequire(import.meta.url).resolve('@salesforce-ux/design-system-2/package.json')),
  'dist/css/bundled',
);
const CLIENT = fileURLToPath(new URL('./client', import.meta.url));

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** The folder of each public path. The base components request sprites under two paths. */
const FOLDERS: readonly [prefix: string, folder: string][] = [
  ['/lightning-app/', DIST],
  ['/lightning-style/', CLIENT],
  ['/assets/', join(SLDS, 'assets')],
  ['/_slds/', join(SLDS, 'assets')],
  ['/slds2/', SLDS2],
];

/** A static file of the pages; undefined when there is none. */
export async function lightningFile(
  pathname: string,
): Promise<{ type: string; content: Buffer } | undefined> {
  const folder = FOLDERS.find(([prefix]) => pathname.startsWith(prefix));
  const type = TYPES[extname(pathname)];
  if (!folder || !type) return undefined;
  const name = normalize(pathname.slice(folder[0].length));
  if (name.startsWith('..')) return undefined;
  const content = await readFile(join(folder[1], name)).catch(() => undefined);
  return content && { type, content };
}
