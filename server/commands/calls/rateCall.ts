import { ratingOfKey } from '../../domain/survey/ratingQuestion.ts';
import type { Clock, KeyedRatings } from '../../ports/index.ts';

export interface RateCallDeps {
  readonly keyedRatings: KeyedRatings;
  readonly clock: Clock;
}

/**
 * Stores the rating that a caller gives by pressing a key. Only the first key counts, however often
 * the carrier reports one. Returns false if the key is not a score.
 */
export async function rateCall(
  { keyedRatings, clock }: RateCallDeps,
  { callId, key }: { callId: string; key: string | undefined },
): Promise<boolean> {
  const rating = ratingOfKey(key);
  if (!rating) return false;
  await keyedRatings.storeOnce(callId, rating, clock.now());
  return true;
}
