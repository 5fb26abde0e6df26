import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until `condition` returns a truthy value, and returns it. `what` names the awaited fact for
 * the error after the timeout.
 */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  { timeoutMs = 60_000, everyMs = 20 } = {},
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > deadline)
      throw new Error(`still waiting after ${timeoutMs} ms: ${what}`);
    await pause(everyMs);
  }
}
