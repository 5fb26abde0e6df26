import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';

export const PACKAGE = fileURLToPath(new URL('../../force-app/main/default', import.meta.url));

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (_name, _path, isLeaf, isAttribute) => !isLeaf && !isAttribute,
});

/** All files below a folder of the package, as paths from the package's root. */
export function filesBelow(folder: string): string[] {
  const root = join(PACKAGE, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(PACKAGE.length + 1));
}

export const read = (path: string): string => readFileSync(join(PACKAGE, path), 'utf8');

export const exists = (path: string): boolean => existsSync(join(PACKAGE, path));

/**
 * The texts of an element wherever it stands within a metadata file, such as each <field> of a
 * permission set.
 */
export function texts(xml: string, element: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown, name: string): void => {
    if (Array.isArray(node)) for (const each of node) walk(each, name);
    else if (node !== null && typeof node === 'object')
      for (const [child, value] of Object.entries(node)) walk(value, child);
    else if (name === element) found.push(String(node));
  };
  walk(parser.parse(xml), '');
  return found;
}

/**
 * The names in a folder of metadata files: "Dealside_Barge" of
 * Dealside_Barge.customPermission-meta.xml.
 */
export const namesIn = (folder: string): string[] => [
  ...new Set(
    filesBelow(folder)
      .filter((path) => path.endsWith('-meta.xml'))
      .map((path) => path.split('/').at(-1)!.split('.')[0]!),
  ),
];

export const bundles = (): string[] => [
  ...new Set(filesBelow('lwc').map((path) => path.split('/')[1]!)),
];

/** Sources of the components, without their tests. */
export const sources = (extension: 'ts' | 'html' | 'css'): string[] =>
  filesBelow('lwc').filter((path) => path.endsWith(`.${extension}`) && !path.includes('__tests__'));
