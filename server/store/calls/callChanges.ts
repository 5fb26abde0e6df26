import pg from 'pg';
import type { CallChanges, Log } from '../../ports/index.ts';
import { CALL_CHANNEL } from './saveCall.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
const PROBE_MS = 15_000;

export interface PostgresCallChanges extends CallChanges {
  close(): Promise<void>;
}

/**
 * Notifications of changed calls from all instances, by LISTEN on a connection of its own. After a
 * lost connection it reconnects and calls `onGap`. Rejects if the first connection fails.
 */
export async function listenForCallChanges(
  databaseUrl: string,
  log: Log,
): Promise<PostgresCallChanges> {
  const listeners = new Set<Parameters<CallChanges['subscribe']>[0]>();
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
      if (payload && client === next) for (const listener of listeners) listener.onChange(payload);
    });
    try {
      await next.connect();
      await next.query(`listen ${CALL_CHANNEL}`);
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
    log.warn({}, 'live feed database connection lost');
    reconnectIn(FIRST_RETRY_MS);
  }

  function reconnectIn(waitMs: number): void {
    if (closed) return;
    retry = setTimeout(() => {
      reconnecting = connect().then(notifyGap, () =>
        reconnectIn(Math.min(waitMs * 2, LAST_RETRY_MS)),
      );
    }, waitMs);
  }

  function notifyGap(): void {
    for (const listener of listeners) listener.onGap();
  }

  // Only a query shows that the database is not reachable any more.
  const probe = setInterval(() => {
    const probed = client;
    probed?.query('select 1').catch(() => handleLost(probed));
  }, PROBE_MS);
  probe.unref();

  await connect();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(probe);
      await reconnecting;
      await client?.end();
    },
  };
}

/** Closes a connection without waiting for a database that can be unreachable. */
function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
}
