import { setTimeout as pause } from 'node:timers/promises';

/** How long work rests for each millisecond that it took. */
const REST_PER_WORK = 4;
/** A database that is slow does not draw it out further. */
const LONGEST_REST_MS = 50;

/**
 * Does a piece of work that nobody waits for, and rests as long as leaves most of the processor to
 * clicks and callbacks.
 */
export async function unhurried<T>(work: () => Promise<T>): Promise<T> {
  const begunAt = performance.now();
  const done = await work();
  const tookMs = performance.now() - begunAt;
  await pause(Math.min(tookMs * REST_PER_WORK, LONGEST_REST_MS));
  return done;
}
