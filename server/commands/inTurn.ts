import { CarrierProblem, type Turns } from '../ports.ts';

/** Longer than the carrier's answer to one request is waited for. */
const PATIENCE_MS = 6_000;

/** The conference as a place, and the legs of its reps as another. */
export const conferencePlace = (conferenceSid: string): string => conferenceSid;
export const repPlace = (conferenceSid: string): string => `${conferenceSid} rep`;

/**
 * One thing after another at a place: the carrier takes requests as they come in, and a switch that is under way
 * must not overtake what was asked for after it. Throws CarrierProblem when the turn does not come: nothing gets louder without it.
 */
export async function inTurn<T>(turns: Turns, place: string, act: () => Promise<T>): Promise<T> {
  const end = await turns.take(place, PATIENCE_MS);
  if (!end) throw new CarrierProblem('unavailable', 'something else has been under way at the conference for too long');
  try {
    return await act();
  } finally {
    end();
  }
}

/** Waits for the turn as long as it may be worth it, and acts in any case: for what leaves the customer better off whenever it is done. */
export async function inTurnOrNot<T>(turns: Turns, place: string, act: () => Promise<T>): Promise<T> {
  const end = await turns.take(place, PATIENCE_MS);
  try {
    return await act();
  } finally {
    end?.();
  }
}
