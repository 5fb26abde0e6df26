import type { ReleaseLock, ConferenceLocks } from '../../ports/index.ts';

/** Does something later, unless it is cancelled first. */
export type After = (ms: number, act: () => void) => () => void;

const byClock: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** Turns of one process, in the order they were asked for. */
export function createLocalLocks(after: After = byClock): ConferenceLocks {
  const places = new Map<string, (() => void)[]>();

  function endOf(place: string): ReleaseLock {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const next = places.get(place)!.shift();
      if (next) next();
      else places.delete(place);
    };
  }

  return {
    acquire: (place, withinMs) => new Promise((resolve) => {
      const waiting = places.get(place);
      if (!waiting) {
        places.set(place, []);
        return resolve(endOf(place));
      }
      if (withinMs <= 0) return resolve(undefined);
      const mine = (): void => {
        cancel();
        resolve(endOf(place));
      };
      const cancel = after(withinMs, () => {
        waiting.splice(waiting.indexOf(mine), 1);
        resolve(undefined);
      });
      waiting.push(mine);
    }),
  };
}
