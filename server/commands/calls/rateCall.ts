import { ratingOfKey } from '../../domain/survey/ratingQuestion.ts';
import type { Clock, KeyedRatings } from '../../ports/index.ts';

export interface RateCallDeps {
  readonly keyedRatings: KeyedRatings;
  readonly clock: Clock;
}

/**
 * Keeps what a caller says of the call by a key. Only the first key counts, however often the carrier
 * reports one. False where the key is no score.
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
