import pg from 'pg';
import type { CallChanges, Log } from '../../ports/index.ts';
import { CALL_CHANNEL } from './saveCall.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
const PROBE_MS = 15_000;

export interface PostgresCallChanges extends CallChanges {
  close(): Promise<void>;
}

/** Hears of changed calls from every instance on one connection of its own; a lost connection is a gap. */
export async function listenForCallChanges(databaseUrl: string, log: Log): Promise<PostgresCallChanges> {
  const listeners = new Set<Parameters<CallChanges['subscribe']>[0]>();
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let reconnecting: Promise<void> | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
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

  function lost(which: pg.Client): void {
    if (closed || client !== which) return;
    client = undefined;
    drop(which);
    log.warn({}, 'the database connection of the live feed was lost');
    reconnectIn(FIRST_RETRY_MS);
  }

  function reconnectIn(waitMs: number): void {
    if (closed) return;
    retry = setTimeout(() => {
      reconnecting = connect().then(tellGap, () => reconnectIn(Math.min(waitMs * 2, LAST_RETRY_MS)));
    }, waitMs);
  }

  function tellGap(): void {
    for (const listener of listeners) listener.onGap();
  }

  // A peer that vanished without a word is only noticed by asking.
  const probe = setInterval(() => {
    const asked = client;
    asked?.query('select 1').catch(() => lost(asked));
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

/** Gives a connection up without waiting for a peer that may be gone. */
function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
}
