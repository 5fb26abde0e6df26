import type pg from 'pg';
import { drop } from './lockSession.ts';

/** First key of the advisory locks, which distinguishes them from other locks in the database. */
const LOCK_NAMESPACE = 7306;
/**
 * Releases before it locks, because a request of this process may be waiting for a lock that this
 * process holds.
 */
const EXCHANGE = `with given as materialized (
    select count(pg_advisory_unlock($1, hashtext(key))) from unnest($2::text[]) key)
  select given.count, place, pg_try_advisory_lock($1, hashtext(key)) as granted
  from given left join unnest($3::text[]) with ordinality wanted(key, place) on true`;

type Unlock = () => void;

/** Requests and releases locks of the session, as few queries as possible. */
export function createLockExchange(
  clientOf: () => Promise<pg.Client | undefined>,
): (key: string) => Promise<Unlock | undefined> {
  const requested: { readonly key: string; resolve(unlock: Unlock | undefined): void }[] = [];
  const returned: { readonly key: string; readonly client: pg.Client }[] = [];
  let exchanging: Promise<void> | undefined;

  /**
   * Releases and acquires locks in one query. Locks that are requested or released while a query
   * runs go together into the next one, because a session runs one query at a time.
   */
  async function exchange(client: pg.Client): Promise<void> {
    const [given, wanted] = [returned.splice(0), requested.splice(0)];
    try {
      const { rows } = await client.query<{ place: string | null; granted: boolean | null }>({
        name: 'exchange',
        text: EXCHANGE,
        values: [LOCK_NAMESPACE, keysOf(given, client), wanted.map(({ key }) => key)],
      });
      const granted = new Set(rows.flatMap((row) => (row.granted ? Number(row.place) - 1 : [])));
      for (const [place, { key, resolve }] of wanted.entries())
        resolve(
          granted.has(place)
            ? () => {
                returned.push({ key, client });
                exchangeSoon();
              }
            : undefined,
        );
    } catch {
      // The database may have granted locks, so the session is ended, which releases them.
      drop(client);
      for (const { resolve } of wanted) resolve(undefined);
    }
  }

  async function exchangeAll(): Promise<void> {
    while (requested.length > 0 || returned.length > 0) {
      const client = await clientOf();
      if (client) await exchange(client);
      else {
        returned.length = 0;
        for (const { resolve } of requested.splice(0)) resolve(undefined);
      }
    }
    exchanging = undefined;
  }

  const exchangeSoon = (): void => void (exchanging ??= exchangeAll());

  /**
   * Returns the release function; undefined if another process has the lock or the database is
   * unreachable.
   */
  const tryLock = (key: string): Promise<(() => void) | undefined> =>
    new Promise((resolve) => {
      requested.push({ key, resolve });
      exchangeSoon();
    });

  return tryLock;
}

/** Leaves out locks of a session that has ended, because they are released already. */
const keysOf = (
  locks: readonly { readonly key: string; readonly client: pg.Client }[],
  client: pg.Client,
): string[] => locks.filter((lock) => lock.client === client).map(({ key }) => key);
