import { setTimeout as delay } from 'node:timers/promises';
import type { Postgres } from './postgres.ts';

const LOOK_EVERY_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

export interface WatchOptions {
  /** Restarts it on the same folder. */
  readonly start: () => Promise<Postgres>;
  readonly say: (line: string) => void;
}

/** Restarts PostgreSQL when it has died, and prints that. `stop` ends both. */
export function watchPostgres(
  first: Postgres,
  { start, say }: WatchOptions,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let current = first;

  const pause = (ms: number): Promise<void> =>
    delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  async function startAgain(): Promise<void> {
    say('PostgreSQL ended unexpectedly; it is started again');
    for (let pauseMs = 1_000; !stopping.signal.aborted; pauseMs *= 2) {
      try {
        current = await start();
        say('PostgreSQL runs again');
        return;
      } catch (fault) {
        const ms = Math.min(pauseMs, LONGEST_PAUSE_MS);
        say(`${(fault as Error).message}\nPostgreSQL is tried again in ${ms / 1000} s`);
        await pause(ms);
      }
    }
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(LOOK_EVERY_MS);
      if (!stopping.signal.aborted && !current.isRunning()) await startAgain();
    }
  }

  const watching = watch();
  return {
    async stop() {
      stopping.abort();
      await watching;
      await current.stop();
    },
  };
}
