import type { Log } from './ports/index.ts';

/** What runs repeatedly. */
export interface Repeated {
  /** Begins the next run after so long instead of at its time; none while one is under way. */
  soon(afterMs: number): void;
  /** Waits for a run that is under way. */
  stop(): Promise<void>;
}

/** The interval of a repeated task. */
interface Interval {
  readonly intervalMs: number;
  /** How much later than after one interval the first run begins. */
  readonly laterMs?: number;
}

/** Runs a task repeatedly, with the interval between the end of one run and the start of the next. */
export function everyMs(
  interval: number | Interval,
  act: () => Promise<void>,
  onFault: (fault: unknown) => void,
): Repeated {
  const { intervalMs, laterMs = 0 }: Interval =
    typeof interval === 'number' ? { intervalMs: interval } : interval;
  let stopped = false;
  let isRunning = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();
  const next = (ms = intervalMs): void => {
    timer = setTimeout(() => {
      isRunning = true;
      running = act()
        .catch(onFault)
        .finally(() => {
          isRunning = false;
          if (!stopped) next();
        });
    }, ms);
  };
  next(intervalMs + laterMs);
  return {
    soon(afterMs) {
      if (stopped || isRunning) return;
      clearTimeout(timer);
      next(afterMs);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Does something soon after it was asked for, once for all who ask within the interval. */
export function atMostEvery(intervalMs: number, act: () => void): { soon(): void; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, intervalMs);
    },
    cancel: () => clearTimeout(timer),
  };
}

/** Logs the fault of a round; the next round comes anyway. */
export const warning =
  (log: Log, text: string) =>
  (fault: unknown): void =>
    log.warn({ fault: String(fault) }, text);
