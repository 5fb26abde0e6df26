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
