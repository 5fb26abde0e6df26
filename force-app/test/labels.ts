import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DEFAULT = join(process.cwd(), 'force-app/main/default');
const MODULES = join(DEFAULT, 'lwc/dealsideLabels');
const IMPORT = /^import (\w+) from '@salesforce\/label\/c\.(\w+)'/gm;

let known: Record<string, string> | undefined;

/** The real texts by their names in components, so that tests see the same as people. */
export const realLabels = (): Record<string, string> => ({ ...(known ??= readLabels()) });

function readLabels(): Record<string, string> {
  const texts = textsByApiName();
  const code = readdirSync(MODULES)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(MODULES, name), 'utf8'))
    .join('\n');
  return Object.fromEntries(
    [...code.matchAll(IMPORT)].map(([, name, apiName]) => [name!, texts.get(apiName!)!]),
  );
}

function textsByApiName(): Map<string, string> {
  const xml = readFileSync(join(DEFAULT, 'labels/CustomLabels.labels-meta.xml'), 'utf8');
  const unescaped = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return new Map(
    [...xml.matchAll(/<fullName>(\w+)<\/fullName>[\s\S]*?<value>([\s\S]*?)<\/value>/g)].map(
      ([, name, value]) => [name!, unescaped(value!)],
    ),
  );
}
