import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log, ConferenceLocks } from '../../ports/index.ts';
import { createLocalLocks } from './localLocks.ts';

/** First key of the advisory locks, which distinguishes them from other locks in the database. */
const LOCK_NAMESPACE = 7306;
/** How often to try again while another process has the lock. */
const RETRY_MS = 25;
/** How long a request that does not wait for the lock waits for the database at most. */
const NO_WAIT_LIMIT_MS = 150;
const CONNECT_TIMEOUT_MS = 2_000;
const QUERY_TIMEOUT_MS = 2_000;

/** Makes the database release the locks of a machine that failed after about five seconds. */
const SET_KEEPALIVE =
  'set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; ' +
  'set tcp_keepalives_count = 3; set tcp_user_timeout = 5000';

/**
 * Releases before it locks, because a request of this process may be waiting for a lock that this
 * process holds.
 */
const EXCHANGE = `with given as materialized (
    select count(pg_advisory_unlock($1, hashtext(key))) from unnest($2::text[]) key)
  select given.count, place, pg_try_advisory_lock($1, hashtext(key)) as granted
  from given left join unnest($3::text[]) with ordinality wanted(key, place) on true`;

export interface PostgresConferenceLocks extends ConferenceLocks {
  close(): Promise<void>;
}

/**
 * Conference locks as advisory locks of one database session. The process has one connection for
 * all its locks, so that no pooled connection is occupied during requests to the carrier, and the
 * database releases them when the process ends (docs/decisions/012). Without a database, no lock is
 * granted.
 */
export function createConferenceLocks(databaseUrl: string, log: Log): PostgresConferenceLocks {
  const local = createLocalLocks();
  let isClosed = false;
  const requested: { readonly key: string; resolve(unlock: (() => void) | undefined): void }[] = [];
  const returned: { readonly key: string; readonly client: pg.Client }[] = [];
  let exchanging: Promise<void> | undefined;
  let session: Promise<pg.Client | undefined> | undefined = connect();

  async function connect(): Promise<pg.Client | undefined> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    const handleLost = (): void => {
      if (isClosed || !session) return;
      session = undefined;
      log.warn({}, 'conference locks database connection lost');
      drop(client);
    };
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(SET_KEEPALIVE);
      client.on('end', handleLost);
      return client;
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'conference locks database connection failed');
      session = undefined;
      drop(client);
      return undefined;
    }
  }

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
      const client = await (isClosed ? undefined : (session ??= connect()));
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

  async function lockWithin(key: string, withinMs: number): Promise<(() => void) | undefined> {
    if (withinMs <= 0) return grantedWithin(tryLock(key), NO_WAIT_LIMIT_MS);
    for (
      const until = performance.now() + withinMs;
      performance.now() < until;
      await pause(RETRY_MS)
    ) {
      const unlock = await tryLock(key);
      if (unlock) return unlock;
    }
    return undefined;
  }

  return {
    async acquire(key, withinMs) {
      const requestedAt = performance.now();
      const releaseLocal = await local.acquire(key, withinMs);
      if (!releaseLocal) return undefined;
      const unlock = await lockWithin(
        key,
        withinMs && Math.max(1, withinMs - (performance.now() - requestedAt)),
      );
      if (!unlock) {
        releaseLocal();
        return undefined;
      }
      let isReleased = false;
      return () => {
        if (!isReleased) unlock();
        isReleased = true;
        releaseLocal();
      };
    },

    async close() {
      isClosed = true;
      await (await session)?.end().catch(() => undefined);
    },
  };
}

/** Returns the lock if it is granted in time; a lock that is granted later is released at once. */
async function grantedWithin(
  locking: Promise<(() => void) | undefined>,
  withinMs: number,
): Promise<(() => void) | undefined> {
  const timeout = pause(withinMs, 'timeout' as const, { ref: false });
  const first = await Promise.race([locking, timeout]);
  if (first !== 'timeout') return first;
  void locking.then((unlock) => unlock?.());
  return undefined;
}

/** Leaves out locks of a session that has ended, because they are released already. */
const keysOf = (
  locks: readonly { readonly key: string; readonly client: pg.Client }[],
  client: pg.Client,
): string[] => locks.filter((lock) => lock.client === client).map(({ key }) => key);

/** Ends a session without waiting for the database, which may be unreachable. */
function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
}
