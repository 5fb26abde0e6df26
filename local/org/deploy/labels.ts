import { XMLParser } from 'fast-xml-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name) => name === 'labels',
});

/** The package's custom labels: texts by name. */
export function loadLabels(packageDir: string): ReadonlyMap<string, string> {
  const { CustomLabels } = parser.parse(
    readFileSync(join(packageDir, 'main/default/labels/CustomLabels.labels-meta.xml'), 'utf8'),
  ) as { CustomLabels: { labels: { fullName: string; value: string }[] } };
  return new Map(CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
}
