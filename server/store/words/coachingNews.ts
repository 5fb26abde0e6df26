import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { CoachingNews, CoachingNewsChannel, Log } from '../../ports/index.ts';

const CHANNEL = 'dealside_words';
/** What is told within this time goes in one notification: a commit with one waits for others. */
const GATHER_MS = 100;
/** A payload of NOTIFY ends at 8,000 bytes. */
const MAX_BYTES = 7_500;
const RETRY_MS = 1_000;

export interface PostgresCoachingNews extends CoachingNewsChannel {
  close(): Promise<void>;
}

/** Tells other instances what is said and raised, by NOTIFY. Words are masked before they come here. */
export async function listenForCoachingNews(
  databaseUrl: string,
  pool: Pick<pg.Pool, 'query'>,
  log: Log,
): Promise<PostgresCoachingNews> {
  const from = randomUUID();
  type Listener = Parameters<CoachingNewsChannel['subscribe']>[0];
  const listeners = new Set<Listener>();
  let gathered: CoachingNews[] = [];
  let timer: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    const lose = (): void => {
      if (client !== next || isClosed) return;
      client = undefined;
      next.end().catch(() => undefined);
      again();
    };
    next.on('error', lose);
    next.on('end', lose);
    next.on('notification', ({ payload }) => {
      const { from: teller, news } = JSON.parse(payload ?? '{}') as {
        from: string;
        news: CoachingNews[];
      };
      if (teller !== from)
        for (const listener of listeners) for (const one of news) listener.onNews(one);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  }

  function again(): void {
    retry = setTimeout(() => {
      void connect().then(
        () => listeners.forEach((listener) => listener.onGap()),
        () => !isClosed && again(),
      );
    }, RETRY_MS);
  }

  async function flush(): Promise<void> {
    timer = undefined;
    const all = gathered;
    gathered = [];
    const payloads: string[] = [];
    let part: CoachingNews[] = [];
    const payloadOf = (news: readonly CoachingNews[]): string => JSON.stringify({ from, news });
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
        .catch((fault: Error) => log.warn({ fault: fault.message }, 'words not told'));
  }

  await connect();
  return {
    tell(news) {
      gathered.push(news);
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(retry);
      await client?.end();
    },
  };
}
