import { coachingRatingMessages } from '../../domain/outbox/debriefs.ts';
import { RATED_WITHIN_MS } from '../../domain/supervision/coachingRating.ts';
import type { Clock, HalfRatedDebriefs } from '../../ports/index.ts';

export interface SendLateRatingsDeps {
  readonly halfRated: HalfRatedDebriefs;
  readonly clock: Clock;
}

/** How far back it looks, for rounds that were missed. Shorter than messages that were sent are kept. */
const LOOKED_BACK_MS = 5 * 86_400_000;

/**
 * A rating that only one of the two gave goes to the CRM once the other can give none any more.
 * Returns how many there were.
 */
export async function sendLateRatings(
  { halfRated, clock }: SendLateRatingsDeps,
  orgId: string,
): Promise<number> {
  const before = Date.parse(clock.now()) - RATED_WITHIN_MS;
  return halfRated.send(
    orgId,
    {
      from: new Date(before - LOOKED_BACK_MS).toISOString(),
      before: new Date(before).toISOString(),
    },
    coachingRatingMessages,
  );
}
