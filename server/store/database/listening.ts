import pg from 'pg';
import type { Log } from '../../ports/index.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
const PROBE_MS = 15_000;

export interface ListenOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  /** Called after the channel was disconnected for a while: notifications may have been missed. */
  readonly onGap: () => void;
}

/**
 * Listens to a channel on a connection of its own, and reconnects if it is lost. Rejects if the
 * first connection fails.
 */
export async function listenOn(
  { databaseUrl, channel, onPayload, onGap }: ListenOptions,
  log: Log,
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let reconnecting: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    next.on('error', () => handleLost(next));
    next.on('end', () => handleLost(next));
    next.on('notification', ({ payload }) => {
      if (payload && client === next) onPayload(payload);
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      client = next;
    } catch (fault) {
      drop(next);
      throw fault;
    }
  }

  function handleLost(which: pg.Client): void {
    if (closed || client !== which) return;
    client = undefined;
    drop(which);
    log.warn({ channel }, 'database connection of a channel lost');
    reconnectIn(FIRST_RETRY_MS);
  }

  function reconnectIn(waitMs: number): void {
    if (closed) return;
    retry = setTimeout(() => {
      reconnecting = connect().then(onGap, () => reconnectIn(Math.min(waitMs * 2, LAST_RETRY_MS)));
    }, waitMs);
  }

  // Only a query reveals that the database is no longer reachable.
  const probe = setInterval(() => {
    const probed = client;
    probed?.query('select 1').catch(() => handleLost(probed));
  }, PROBE_MS);
  probe.unref();

  try {
    await connect();
  } catch (fault) {
    clearInterval(probe);
    throw fault;
  }
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(probe);
      await reconnecting;
      await client?.end();
    },
  };
}

/** Closes a connection without waiting for the database, which may be unreachable. */
function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
}
