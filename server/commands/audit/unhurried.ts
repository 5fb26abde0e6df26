import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds of rest for each millisecond of work. */
const REST_PER_WORK = 9;
/** The longest rest after one piece of work, however slow the database was. */
const LONGEST_REST_MS = 250;

/**
 * Does a piece of background work, then rests in proportion to the time it took, so that most of
 * the processor is left to clicks and callbacks. Returns what the work returns.
 */
export async function unhurried<T>(work: () => Promise<T>): Promise<T> {
  const begunAt = performance.now();
  const done = await work();
  const tookMs = performance.now() - begunAt;
  await pause(Math.min(tookMs * REST_PER_WORK, LONGEST_REST_MS));
  return done;
}
