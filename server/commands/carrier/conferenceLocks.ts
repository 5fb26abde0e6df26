import { CarrierProblem, type ConferenceLocks } from '../../ports/index.ts';

/** Longer than the timeout of one request to the carrier. */
const MAX_LOCK_WAIT_MS = 6_000;

/** One lock for the conference, and another for the connections of its reps. */
export const conferenceLockKey = (conferenceId: string): string => conferenceId;

/** The key of the lock for the connections of the conference's reps. */
export const repLockKey = (conferenceId: string): string => `${conferenceId} rep`;

/**
 * Acts while it holds the lock: the carrier takes requests in the order they come in, and a mode
 * change that is under way must not overtake what was requested after it. Throws CarrierProblem
 * when the lock is not free in time, so that no audience is widened without it.
 */
export async function withLock<T>(
  locks: ConferenceLocks,
  key: string,
  act: () => Promise<T>,
): Promise<T> {
  const release = await locks.acquire(key, MAX_LOCK_WAIT_MS);
  if (!release)
    throw new CarrierProblem('unavailable', 'the lock of the conference was not free in time');
  try {
    return await act();
  } finally {
    release();
  }
}

/**
 * Waits for the lock for a limited time, and acts in any case: for what is good for the customer
 * whenever it is done.
 */
export async function withLockOrWithout<T>(
  locks: ConferenceLocks,
  key: string,
  act: () => Promise<T>,
): Promise<T> {
  const release = await locks.acquire(key, MAX_LOCK_WAIT_MS);
  try {
    return await act();
  } finally {
    release?.();
  }
}
