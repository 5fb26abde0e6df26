import { readFileSync, statSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/**
 * Returns a function that reads metadata files of the package: attributes are ignored, values are
 * strings, and elements whose names are in `lists` are arrays even if there is only one. Results
 * are cached until the file changes, because all orgs of a process read the same thousand files, so
 * callers must not modify them.
 */
export function packageXml(lists: readonly string[] = []): (path: string) => unknown {
  const names = new Set(lists);
  const parser = new XMLParser({
    ignoreAttributes: true,
    parseTagValue: false,
    isArray: (name) => names.has(name),
  });
  const known = new Map<string, { readonly version: string; readonly content: unknown }>();
  return (path) => {
    const { mtimeMs, size } = statSync(path);
    const version = `${mtimeMs} ${size}`;
    const found = known.get(path);
    if (found?.version === version) return found.content;
    const content: unknown = parser.parse(readFileSync(path, 'utf8'));
    known.set(path, { version, content });
    return content;
  };
}
