import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { CallChanges, Log } from '../../ports/index.ts';
import { CHANNEL, readNews } from './news.ts';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
const PROBE_MS = 15_000;

/** By which a store tells its own process what it committed, without the way over the database. */
export interface LocalNews {
  /** Names this process in the news that it sends to the others. */
  readonly from: string;
  readonly onCommitted: (calls: readonly Call[]) => void;
}

export interface PostgresCallChanges extends CallChanges {
  readonly local: LocalNews;
  close(): Promise<void>;
}

/**
 * Changed calls of all instances: those of this process by `local`, the others by LISTEN on a connection of its own. After a
 * lost connection it reconnects and calls `onGap`. Rejects if the first connection fails.
 */
export async function listenForCallChanges(
  databaseUrl: string,
  log: Log,
): Promise<PostgresCallChanges> {
  const listeners = new Set<Parameters<CallChanges['subscribe']>[0]>();
  const from = randomUUID();
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
      if (payload && client === next) handleNews(payload);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      client = next;
    } catch (fault) {
      drop(next);
      throw fault;
    }
  }

  function handleNews(payload: string): void {
    const news = readNews(payload);
    if (news.about === 'incident')
      for (const listener of listeners) listener.onIncident?.(news.incidentId);
    else if (news.about === 'written')
      for (const listener of listeners) listener.onWritten?.(news.callIds);
    else if (news.from !== from)
      for (const listener of listeners)
        for (const callId of news.callIds) listener.onChange(callId);
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
    local: {
      from,
      onCommitted(calls) {
        for (const listener of listeners)
          for (const call of calls) listener.onChange(call.callId, call);
      },
    },
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
