import type { Log } from './ports/index.ts';

/** Runs `act` every so many milliseconds, never twice at once. `stop` waits for the run that is under way. */
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

/** Logs the fault of a round; the next round comes anyway. */
export const warning = (log: Log, text: string) => (fault: unknown): void => log.warn({ fault: String(fault) }, text);
