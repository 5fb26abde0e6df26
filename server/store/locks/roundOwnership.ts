import pg from 'pg';
import type { Log, RoundOwnership } from '../../ports/index.ts';

/** The key of the advisory lock of the process that owns the rounds. */
const ROUNDS_LOCK = [7307, 0] as const;
/** How often the owner is confirmed, and how often others try to become it. */
const BEAT_MS = 1_000;
/** A process that could not confirm its ownership for this long no longer counts as owner. */
const CONFIRMED_FOR_MS = 4_000;
/**
 * The database ends the session of an owner whose process hangs, which releases the lock. Longer
 * than `CONFIRMED_FOR_MS`, so that the old owner has stopped before another starts.
 */
const IDLE_LIMIT_MS = 6_000;
const TIMEOUT_MS = 2_000;

const SET_UP = `set idle_session_timeout = ${IDLE_LIMIT_MS};
  set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1;
  set tcp_keepalives_count = 3; set tcp_user_timeout = 5000`;

export interface PostgresRoundOwnership extends RoundOwnership {
  /** Gives up ownership, so that another process takes over at once. */
  close(): Promise<void>;
}

/**
 * Ownership of the rounds as an advisory lock of a database session: the process whose session has
 * the lock is the owner. The database releases it when the process dies, when its machine
 * disappears, and when it hangs (docs/decisions/018).
 */
export function ownRounds(databaseUrl: string, log: Log): PostgresRoundOwnership {
  let session: pg.Client | undefined;
  let hasLock = false;
  let confirmedAt = -Infinity;
  let isClosed = false;
  const listeners: (() => void)[] = [];

  async function beat(): Promise<void> {
    const sentAt = performance.now();
    try {
      session ??= await connect();
      const hadLock = hasLock;
      if (hadLock) await session.query('select 1');
      else hasLock = await tryLock(session);
      if (hasLock) confirmedAt = sentAt;
      if (hasLock && !hadLock) for (const listener of listeners) listener();
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'ownership of the rounds not confirmed');
      lose(session);
    }
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: TIMEOUT_MS,
      query_timeout: TIMEOUT_MS,
    });
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    try {
      await client.connect();
      await client.query(SET_UP);
      return client;
    } catch (fault) {
      drop(client);
      throw fault;
    }
  }

  function lose(which: pg.Client | undefined): void {
    if (session !== which) return;
    session = undefined;
    hasLock = false;
    confirmedAt = -Infinity;
    if (which) drop(which);
  }

  let timer: NodeJS.Timeout;
  let beating = Promise.resolve();
  const next = (afterMs: number): void => {
    timer = setTimeout(() => {
      beating = beat().finally(() => {
        if (!isClosed) next(BEAT_MS);
      });
    }, afterMs);
  };
  next(0);

  return {
    isOwner: () => performance.now() - confirmedAt < CONFIRMED_FOR_MS,
    onOwned: (listener) => void listeners.push(listener),

    async close() {
      isClosed = true;
      clearTimeout(timer);
      await beating;
      confirmedAt = -Infinity;
      await session?.end().catch(() => undefined);
    },
  };
}

async function tryLock(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ granted: boolean }>(
    'select pg_try_advisory_lock($1, $2) as granted',
    [...ROUNDS_LOCK],
  );
  return rows[0]?.granted === true;
}

/** Ends a session without waiting for the database, which may be unreachable. */
function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
}
