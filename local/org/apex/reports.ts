import type { Analytics } from '../reports/analytics.ts';
import type { ApexMethod } from './debriefs.ts';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/**
 * What the package's class DealsideReports returns: dashboards first, each kind sorted by name,
 * with the ids for opening their pages.
 */
export function reportList(analytics: Pick<Analytics, 'reports' | 'dashboards'>): ApexMethod {
  const entriesOf = (those: readonly Listed[], isDashboard: boolean) =>
    those
      .map(({ id, name, description }) => ({
        recordId: id,
        name,
        description: description || null,
        isDashboard,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  return () =>
    Promise.resolve([
      ...entriesOf(analytics.dashboards(), true),
      ...entriesOf(analytics.reports(), false),
    ]);
}
