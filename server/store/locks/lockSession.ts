import pg from 'pg';
import type { Log } from '../../ports/index.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const QUERY_TIMEOUT_MS = 2_000;

/** Makes the database release the locks of a machine that failed after about five seconds. */
const SET_KEEPALIVE =
  'set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; ' +
  'set tcp_keepalives_count = 3; set tcp_user_timeout = 5000';

/** The database session that has the locks; it is made anew when it is lost. */
interface LockSession {
  /** Undefined while the database cannot be reached. */
  client(): Promise<pg.Client | undefined>;
  close(): Promise<void>;
}

export function createLockSession(databaseUrl: string, log: Log): LockSession {
  let isClosed = false;
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

  return {
    client: async () => (isClosed ? undefined : (session ??= connect())),
    async close() {
      isClosed = true;
      await (await session)?.end().catch(() => undefined);
    },
  };
}

/** Ends a session without waiting for the database, which may be unreachable. */
export function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
}
