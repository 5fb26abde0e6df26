import type { Log } from './ports/index.ts';

/** Does something again and again, never twice at once. */
export function everyMs(everyMs: number, act: () => Promise<void>, onFault: (fault: unknown) => void): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      running = act().catch(onFault).finally(() => {
        if (!stopped) next();
      });
    }, everyMs);
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** For a round that may fail: the next one comes, and the log tells of this one. */
export const warning = (log: Log, text: string) => (fault: unknown): void => log.warn({ fault: String(fault) }, text);
