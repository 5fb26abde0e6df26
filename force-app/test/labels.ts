import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The real texts, so that tests read what people read. */
export function realLabels(): Record<string, string> {
  const xml = readFileSync(join(process.cwd(), 'force-app/main/default/labels/CustomLabels.labels-meta.xml'), 'utf8');
  const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...xml.matchAll(/<fullName>Dealside_(\w)(\w*)<\/fullName>[\s\S]*?<value>([\s\S]*?)<\/value>/g)].map(
      ([, first, rest, value]) => [first!.toLowerCase() + rest, unescaped(value!)],
    ),
  );
}
