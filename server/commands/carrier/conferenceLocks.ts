import { CarrierProblem, type ConferenceLocks } from '../../ports/index.ts';

/** Longer than the carrier's answer to one request is waited for. */
const MAX_LOCK_WAIT_MS = 6_000;

/** The conference as a place, and the participants of its reps as another. */
export const conferenceLockKey = (conferenceId: string): string => conferenceId;
export const repLockKey = (conferenceId: string): string => `${conferenceId} rep`;

/**
 * One thing after another at a place: the carrier takes requests as they come in, and a switch that is under way
 * must not overtake what was asked for after it. Throws CarrierProblem when the turn does not come: nothing gets louder without it.
 */
export async function withLock<T>(locks: ConferenceLocks, place: string, act: () => Promise<T>): Promise<T> {
  const end = await locks.acquire(place, MAX_LOCK_WAIT_MS);
  if (!end) throw new CarrierProblem('unavailable', 'something else has been under way at the conference for too long');
  try {
    return await act();
  } finally {
    end();
  }
}

/** Waits for the turn as long as it may be worth it, and acts in any case: for what leaves the customer better off whenever it is done. */
export async function withLockOrWithout<T>(locks: ConferenceLocks, place: string, act: () => Promise<T>): Promise<T> {
  const end = await locks.acquire(place, MAX_LOCK_WAIT_MS);
  try {
    return await act();
  } finally {
    end?.();
  }
}
