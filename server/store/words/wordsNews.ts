import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { WordsNews, WordsNewsChannel, Log } from '../../ports/index.ts';
import { listenOn } from '../database/listening.ts';

const CHANNEL = 'dealside_words';
/**
 * News within this time is sent in one notification, because commits with notifications wait for
 * each other.
 */
const GATHER_MS = 100;
/** A NOTIFY payload is limited to 8,000 bytes. */
const MAX_BYTES = 7_500;

export interface PostgresWordsNews extends WordsNewsChannel {
  close(): Promise<void>;
}

/**
 * Notifies other instances of transcript lines and alerts by NOTIFY. Words are masked before they
 * get here.
 */
export async function listenForWordsNews(
  databaseUrl: string,
  pool: Pick<pg.Pool, 'query'>,
  log: Log,
): Promise<PostgresWordsNews> {
  const from = randomUUID();
  type Listener = Parameters<WordsNewsChannel['subscribe']>[0];
  const listeners = new Set<Listener>();
  let gathered: WordsNews[] = [];
  let timer: NodeJS.Timeout | undefined;

  function hear(payload: string): void {
    const { from: sender, news } = JSON.parse(payload) as { from: string; news: WordsNews[] };
    if (sender === from) return;
    for (const listener of listeners) for (const one of news) listener.onNews(one);
  }

  async function flush(): Promise<void> {
    timer = undefined;
    const all = gathered;
    gathered = [];
    const payloads: string[] = [];
    let part: WordsNews[] = [];
    const payloadOf = (news: readonly WordsNews[]): string => JSON.stringify({ from, news });
    for (const one of all) {
      if (part.length > 0 && Buffer.byteLength(payloadOf([...part, one])) > MAX_BYTES) {
        payloads.push(payloadOf(part));
        part = [];
      }
      part.push(one);
    }
    if (part.length > 0) payloads.push(payloadOf(part));
    for (const payload of payloads)
      await pool
        .query('select pg_notify($1, $2)', [CHANNEL, payload])
        .catch((fault: Error) =>
          log.warn(
            { fault: fault.message },
            'transcript lines and alerts could not be sent to other instances',
          ),
        );
  }

  const listening = await listenOn(
    {
      databaseUrl,
      channel: CHANNEL,
      onPayload: hear,
      onGap() {
        for (const listener of listeners) listener.onGap();
      },
    },
    log,
  );
  return {
    publish(news) {
      gathered.push(news);
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Sends collected news first. */
    async close() {
      clearTimeout(timer);
      await listening.close();
      await flush();
    },
  };
}
