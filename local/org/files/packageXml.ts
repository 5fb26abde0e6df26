import { readFileSync, statSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/**
 * Returns a function that reads files of the package's metadata: attributes are ignored, values are
 * text, and elements of the names in `lists` are arrays even if there is one. What has been read is
 * remembered until the file changes, since each org of a process reads the same thousand files; so
 * nobody may change what is returned.
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
