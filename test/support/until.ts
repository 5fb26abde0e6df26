import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 100;
/** By how much each pause is longer than the one before it. */
const GROWTH = 1.25;

/**
 * Waits until `condition` returns a truthy value, and returns it. `what` names the awaited fact for
 * the error after the timeout. It asks less often the longer it waits, unless `everyMs` says how
 * often: who asks is work for those who are asked.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  { timeoutMs = 120_000, everyMs }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  let pauseMs = everyMs ?? FIRST_PAUSE_MS;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > deadline)
      throw new Error(`still waiting after ${timeoutMs} ms: ${what}`);
    await pause(pauseMs);
    if (everyMs === undefined) pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * GROWTH);
  }
}
