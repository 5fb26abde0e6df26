import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = 'force-app/main/default';
const LABELS = readFileSync(join(PACKAGE, 'labels/CustomLabels.labels-meta.xml'), 'utf8');

/** The texts of labels, by name. */
const TEXTS = new Map(
  [...LABELS.matchAll(/<fullName>(\w+)<\/fullName>[\s\S]*?<value>([^<]*)<\/value>/g)].map(
    ([, name, text]) => [name!, text!],
  ),
);

const sourcesIn = (bundle: string): string =>
  readdirSync(join(PACKAGE, 'lwc', bundle))
    .filter((file) => /\.(ts|html)$/.test(file))
    .map((file) => readFileSync(join(PACKAGE, 'lwc', bundle, file), 'utf8'))
    .join('\n');

/** Labels by the names under which components read them, such as callMonitor. */
const NAMES = new Map(
  [
    ...sourcesIn('dealsideLabels').matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g),
  ].map(([, name, label]) => [name!, label!]),
);

const bundleOf = (tag: string): string =>
  tag.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

/** The bundles that a component is made of, with itself. */
function bundlesOf(bundle: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(bundle) || bundle === 'dealsideLabels') return known;
  if (!existsSync(join(PACKAGE, 'lwc', bundle))) return known;
  known.add(bundle);
  const source = sourcesIn(bundle);
  for (const [, tag] of source.matchAll(/<c-([\w-]+)/g)) bundlesOf(bundleOf(tag!), known);
  for (const [, name] of source.matchAll(/from 'c\/(\w+)'/g)) bundlesOf(name!, known);
  return known;
}

/** Every text that the components of a Lightning page can show, and the page's own. */
export function textsOn(page: string): readonly string[] {
  const xml = readFileSync(join(PACKAGE, `flexipages/${page}.flexipage-meta.xml`), 'utf8');
  const components = [...xml.matchAll(/<componentName>(\w+)<\/componentName>/g)].map(
    ([, name]) => name!,
  );
  const own = [...xml.matchAll(/<value>([^<]*)<\/value>/g)].map(([, value]) => value!);
  return [...own, ...textsIn(new Set(components.flatMap((name) => [...bundlesOf(name)])))];
}

/** Every text that the sources of these bundles alone can show. */
export function textsIn(bundles: Iterable<string>): readonly string[] {
  const used = [...bundles].flatMap((bundle) =>
    [...sourcesIn(bundle).matchAll(/\blabels\.(\w+)/g)].map(([, name]) => name!),
  );
  return [...new Set(used)].flatMap((name) => TEXTS.get(NAMES.get(name) ?? '') ?? []);
}
