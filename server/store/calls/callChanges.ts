import { randomUUID } from 'node:crypto';
import type { Call } from '../../domain/call/call.ts';
import type { CallChanges, Log } from '../../ports/index.ts';
import { listenOn } from '../database/listening.ts';
import { CHANNEL, readNews } from './news.ts';

/** How a store reports its commits within its own process, without going through the database. */
export interface LocalNews {
  /** Identifies this process in the notifications that it sends to others. */
  readonly from: string;
  readonly onCommitted: (calls: readonly Call[]) => void;
}

export interface PostgresCallChanges extends CallChanges {
  readonly local: LocalNews;
  close(): Promise<void>;
}

/**
 * Changed calls of all instances: those of this process through `local`, the others through LISTEN.
 * Rejects if the first connection fails.
 */
export async function listenForCallChanges(
  databaseUrl: string,
  log: Log,
): Promise<PostgresCallChanges> {
  const listeners = new Set<Parameters<CallChanges['subscribe']>[0]>();
  const from = randomUUID();

  function handleNews(payload: string): void {
    const news = readNews(payload);
    if (news.about === 'incident')
      for (const listener of listeners) listener.onIncident?.(news.incidentId);
    else if (news.about === 'written')
      for (const listener of listeners) listener.onWritten?.(news.callIds);
    else if (news.about === 'health') for (const listener of listeners) listener.onHealth?.();
    else if (news.from !== from)
      for (const listener of listeners)
        for (const callId of news.callIds) listener.onChange(callId);
  }

  const listening = await listenOn(
    {
      databaseUrl,
      channel: CHANNEL,
      onPayload: handleNews,
      onGap() {
        for (const listener of listeners) listener.onGap();
      },
    },
    log,
  );
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
    close: () => listening.close(),
  };
}
