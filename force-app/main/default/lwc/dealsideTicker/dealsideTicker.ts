export { createFrameQueue } from './frameQueue';

type Listener = (now: number) => void;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls the listener now and every second with the time. All listeners on the page share one timer.
 * Returns how to stop.
 */
export function everySecond(listener: Listener): () => void {
  listeners.add(listener);
  listener(Date.now());
  timer ??= setInterval(() => {
    const now = Date.now();
    for (const each of listeners) each(now);
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Runs `act` now and repeatedly while the page is visible. Returns how to stop. */
export function whileVisible(everyMs: number, act: () => void): () => void {
  let actedAt = -Infinity;
  return everySecond((now) => {
    if (now - actedAt < everyMs || document.visibilityState !== 'visible') return;
    actedAt = now;
    act();
  });
}

/**
 * Returns a function that runs `act` at once, and not again before `ms` have passed: calls in that
 * time are made up for by one run at its end. `stop` cancels that run.
 */
export function atMostEvery(ms: number, act: () => void): (() => void) & { stop(): void } {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  function run(): void {
    isDue = false;
    act();
    resting = setTimeout(() => {
      resting = undefined;
      if (isDue) run();
    }, ms);
  }
  const request = (): void => {
    if (resting === undefined) run();
    else isDue = true;
  };
  return Object.assign(request, {
    stop: () => {
      clearTimeout(resting);
      resting = undefined;
      isDue = false;
    },
  });
}
