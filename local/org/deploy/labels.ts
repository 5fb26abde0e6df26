import { join } from 'node:path';
import { packageXml } from '../files/packageXml.ts';

const readXml = packageXml(['labels']);

/** The package's custom labels: texts by name. */
export function loadLabels(packageDir: string): ReadonlyMap<string, string> {
  const { CustomLabels } = readXml(
    join(packageDir, 'main/default/labels/CustomLabels.labels-meta.xml'),
  ) as { CustomLabels: { labels: { fullName: string; value: string }[] } };
  return new Map(CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
}
