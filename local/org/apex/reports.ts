import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApexMethod } from './debriefs.ts';

const textIn = (xml: string, tag: string): string | undefined =>
  new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(
    xml.replace(/<(chart|dashboardGridLayout)>[\s\S]*?<\/\1>/g, ''),
  )?.[1];

/**
 * What the package's class DealsideReports does in a real org, of the reports and dashboards in the
 * package. Their ids lead nowhere: the stand-in runs no reports.
 */
export function reportList(packageDir: string): ApexMethod {
  const entriesOf = (folder: string, nameTag: string, idPrefix: string) => {
    const dir = join(packageDir, 'main/default', folder, 'Dealside');
    return readdirSync(dir)
      .map((file) => readFileSync(join(dir, file), 'utf8'))
      .map((xml, n) => ({
        recordId: `${idPrefix}Dn${String(n).padStart(10, '0')}AAA`,
        name: textIn(xml, nameTag) ?? '',
        description: textIn(xml, 'description') ?? null,
        isDashboard: folder === 'dashboards',
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  };
  return async () => [
    ...entriesOf('dashboards', 'title', '01Z'),
    ...entriesOf('reports', 'name', '00O'),
  ];
}
