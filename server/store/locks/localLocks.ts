import type { ReleaseLock, ConferenceLocks } from '../../ports/index.ts';

/** Runs `act` after the delay; the returned function cancels it. */
export type ScheduleAfter = (ms: number, act: () => void) => () => void;

const scheduleByClock: ScheduleAfter = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** Conference locks within one process, granted in the order of the requests. */
export function createLocalLocks(after: ScheduleAfter = scheduleByClock): ConferenceLocks {
  const queues = new Map<string, (() => void)[]>();

  function releaseOf(key: string): ReleaseLock {
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      const next = queues.get(key)!.shift();
      if (next) next();
      else queues.delete(key);
    };
  }

  return {
    acquire: (key, withinMs) =>
      new Promise((resolve) => {
        const waiting = queues.get(key);
        if (!waiting) {
          queues.set(key, []);
          return resolve(releaseOf(key));
        }
        if (withinMs <= 0) return resolve(undefined);
        const grant = (): void => {
          cancel();
          resolve(releaseOf(key));
        };
        const cancel = after(withinMs, () => {
          waiting.splice(waiting.indexOf(grant), 1);
          resolve(undefined);
        });
        waiting.push(grant);
      }),
  };
}
