import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runSf } from './sf.ts';

/**
 * How many dashboards for the logged-in user or their team an edition has.
 * https://help.salesforce.com/s/articleView?id=sf.dashboards_dynamic.htm
 */
const MOST: Readonly<Record<string, number>> = {
  'Developer Edition': 3,
  'Enterprise Edition': 5,
  'Unlimited Edition': 10,
  'Performance Edition': 10,
};
const SUFFIX = '.dashboard-meta.xml';

interface Found {
  readonly records?: readonly {
    readonly DeveloperName?: string;
    readonly OrganizationType?: string;
  }[];
}

/** Whether the package's dashboards fit into the org, and how that is said. */
export interface DashboardRoom {
  readonly fits: boolean;
  readonly said: string;
}

/**
 * Whether the org has room for the package's dashboards, which each show a person their own scope;
 * undefined where the org does not say.
 */
export async function dashboardRoom(org: string, dir: string): Promise<DashboardRoom | undefined> {
  const ask = async (query: string): Promise<NonNullable<Found['records']>> => {
    const answer = await runSf(
      ['data', 'query', '--target-org', org, '--query', query],
      dir,
      process.env,
    );
    return (answer.status === 0 && (answer.result as Found | undefined)?.records) || [];
  };
  const own = readdirSync(join(dir, 'force-app/main/default/dashboards/Dealside')).map((file) =>
    basename(file, SUFFIX),
  );
  const [{ OrganizationType: edition = '' } = {}] = await ask(
    'SELECT OrganizationType FROM Organization',
  );
  const most = MOST[edition];
  if (most === undefined) return undefined;
  const others = (
    await ask("SELECT DeveloperName FROM Dashboard WHERE Type IN ('LoggedInUser', 'MyTeamUser')")
  ).filter(({ DeveloperName }) => !own.includes(DeveloperName!));
  const counted = `The org (${edition}) can have ${most} dashboards for the logged-in user. The package has ${own.length}, and the org ${others.length} of its own`;
  return others.length + own.length <= most
    ? { fits: true, said: `${counted}: there is room.` }
    : {
        fits: false,
        said: `${counted}: ${others.map(({ DeveloperName }) => DeveloperName).join(', ')}. Give these a running user first (dashboard, Edit, View Dashboard As), or leave out those of the package with --no-dashboards; their reports are deployed anyway.`,
      };
}
