import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log, ConferenceLocks } from '../../ports/index.ts';
import { createLocalLocks } from './localLocks.ts';

/** Keeps these locks apart from others of the same database. */
const LOCK_NAMESPACE = 7306;
/** How often a turn that another process has is asked for again. */
const ASK_AGAIN_MS = 25;
/** Whoever cannot wait does not wait for a slow database either. */
const AT_ONCE_MS = 150;
const CONNECT_MS = 2_000;
const QUERY_MS = 2_000;

/** A machine that vanished without a word gives its turns back after about five seconds. */
const NOTICE_DEATH = 'set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 3; set tcp_user_timeout = 5000';

export interface PostgresConferenceLocks extends ConferenceLocks {
  close(): Promise<void>;
}

/**
 * Turns as advisory locks of one session: one connection holds those of the whole process, so none is kept from requests
 * while the carrier is waited for, and the database gives them back when the process dies. docs/decisions/012
 */
export function createConferenceLocks(databaseUrl: string, log: Log): PostgresConferenceLocks {
  const local = createLocalLocks();
  let isClosed = false;
  let session: Promise<pg.Client | undefined> | undefined = connect();

  async function connect(): Promise<pg.Client | undefined> {
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: CONNECT_MS, query_timeout: QUERY_MS });
    const lost = (): void => {
      if (isClosed || !session) return;
      session = undefined;
      log.warn({}, 'the database connection that holds the turns at conferences was lost');
      drop(client);
    };
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(NOTICE_DEATH);
      client.on('end', lost);
      return client;
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'the turns at conferences cannot be had from the database');
      session = undefined;
      drop(client);
      return undefined;
    }
  }

  /** Undefined when somebody else has it, or nobody can say. */
  async function lock(place: string): Promise<(() => void) | undefined> {
    const client = isClosed ? undefined : await (session ??= connect());
    if (!client) return undefined;
    try {
      const { rows } = await client.query<{ had: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as had', [LOCK_NAMESPACE, place]);
      return rows[0]?.had ? () => void client.query('select pg_advisory_unlock($1, hashtext($2))', [LOCK_NAMESPACE, place]).catch(() => drop(client)) : undefined;
    } catch {
      // Whether it was had nobody knows: the end of the session gives it back.
      drop(client);
      return undefined;
    }
  }

  async function lockWithin(place: string, withinMs: number): Promise<(() => void) | undefined> {
    if (withinMs <= 0) return firstOf(lock(place), AT_ONCE_MS);
    for (const until = performance.now() + withinMs; performance.now() < until; await pause(ASK_AGAIN_MS)) {
      const unlock = await lock(place);
      if (unlock) return unlock;
    }
    return undefined;
  }

  return {
    async acquire(place, withinMs) {
      const askedAt = performance.now();
      const end = await local.acquire(place, withinMs);
      if (!end) return undefined;
      const unlock = await lockWithin(place, withinMs && Math.max(1, withinMs - (performance.now() - askedAt)));
      if (!unlock) {
        end();
        return undefined;
      }
      let isOver = false;
      return () => {
        if (!isOver) unlock();
        isOver = true;
        end();
      };
    },

    async close() {
      isClosed = true;
      await (await session)?.end().catch(() => undefined);
    },
  };
}

/** What comes too late is given back at once. */
async function firstOf(locking: Promise<(() => void) | undefined>, withinMs: number): Promise<(() => void) | undefined> {
  const tooLate = pause(withinMs, 'too late' as const, { ref: false });
  const first = await Promise.race([locking, tooLate]);
  if (first !== 'too late') return first;
  void locking.then((unlock) => unlock?.());
  return undefined;
}

/** Ends a session without waiting for a peer that may be gone. */
function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
}
