import { readdirSync } from 'node:fs';
import type { Console } from './console.ts';
import { everyRoute } from './routes.ts';
import type { World } from './world.ts';

/** Standard objects of the org into which Dealside writes. */
const STANDARD = ['Task', 'Event', 'Opportunity', 'Contact', 'Account', 'Lead'];
const PACKAGE = 'force-app/main/default/objects';

/**
 * Where a word stands that somebody said or wrote: in which tables of the database, objects of the
 * org and notifications, and whether in the server's log.
 */
export async function placesOf(world: World, planted: string): Promise<string[]> {
  const tables = await world.database<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const places: string[] = [];
  for (const { name } of tables) {
    const found = await world.database(
      `select 1 from "${name}" t where t::text ilike '%' || $1 || '%' limit 1`,
      [planted],
    );
    if (found.length > 0) places.push(`table ${name}`);
  }
  const objects = readdirSync(PACKAGE).filter((name) => name.endsWith('__c'));
  for (const object of [...objects, ...STANDARD]) {
    const records = await world.orgControl<unknown[]>(`records/${object}`);
    if (JSON.stringify(records).includes(planted)) places.push(`object ${object}`);
  }
  if (JSON.stringify(await world.orgControl<unknown>('notifications')).includes(planted))
    places.push('notifications');
  if (world.serverLog.some((line) => line.includes(planted))) places.push('log');
  return places;
}

/** Questions by which a route answers with something else. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/api/finished-calls': ['', '?sample=true'],
  '/api/joint-calls': ['', '?partners=true'],
};

/**
 * The routes that answer a person with the word, of all that read something of what is known by
 * these ids. Streams are watched by themselves.
 */
export async function routesTelling(
  world: World,
  who: Console,
  planted: string,
  known: Readonly<Record<string, string>>,
): Promise<string[]> {
  const paths = everyRoute().flatMap(({ method, path }) => {
    if (method !== 'GET' || path.startsWith('/softphone') || path === '/api/live') return [];
    const params = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    if (!params.every((name) => known[name])) return [];
    const filled = path.replace(/:(\w+)/g, (_all, name: string) =>
      encodeURIComponent(known[name]!),
    );
    return (QUERIES[filled] ?? ['']).map((query) => filled + query);
  });
  const token = await who.token();
  const answers = await Promise.all(
    paths.map(async (path) => {
      const isReport = path.startsWith('/api/outcomes');
      const query = isReport ? '?from=2026-01-01&to=2026-12-31' : '';
      const answer = await fetch(world.serverUrl + path + query, {
        headers: { authorization: `Bearer ${token}` },
      });
      return (await answer.text()).includes(planted) ? path : [];
    }),
  );
  return answers.flat();
}
