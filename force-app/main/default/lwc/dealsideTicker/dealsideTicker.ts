export { createFrameQueue } from './frameQueue';

type Listener = (now: number) => void;

const listeners = new Set<Listener>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Tells the time now and at each second, with one timer for all on the page; answers how to stop.
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

/** Acts now and again after this time, as long as the page can be seen; answers how to stop. */
export function whileVisible(everyMs: number, act: () => void): () => void {
  let actedAt = -Infinity;
  return everySecond((now) => {
    if (now - actedAt < everyMs || document.visibilityState !== 'visible') return;
    actedAt = now;
    act();
  });
}
