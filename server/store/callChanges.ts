import pg from 'pg';
import type { CallChanges, Log } from '../ports.ts';
import { CALL_CHANNEL } from './saveCall.ts';

const RETRY_MS = 500;
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

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000 });
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => {
      if (payload) for (const listener of listeners) listener.onChange(payload);
    });
    await next.connect();
    await next.query(`listen ${CALL_CHANNEL}`);
    client = next;
  }

  function lost(which: pg.Client): void {
    if (closed || client !== which) return;
    client = undefined;
    log.warn({}, 'the database connection of the live feed was lost');
    retry = setTimeout(() => void reconnect(), RETRY_MS);
  }

  async function reconnect(): Promise<void> {
    try {
      await connect();
      for (const listener of listeners) listener.onGap();
    } catch {
      if (!closed) retry = setTimeout(() => void reconnect(), RETRY_MS);
    }
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
      await client?.end();
    },
  };
}
