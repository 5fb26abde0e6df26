import type { Person } from '../../domain/call/people.ts';
import { coachingRatingMessages } from '../../domain/outbox/debriefs.ts';
import {
  areRatingsFinal,
  decideRating,
  RATED_WITHIN_MS,
} from '../../domain/supervision/coachingRating.ts';
import type { Debrief } from '../../domain/supervision/debrief.ts';
import type { Clock, Debriefs, Ids, Store } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';
import { changeDebrief } from './changeDebrief.ts';

export interface RateCoachingDeps {
  readonly debriefs: Pick<Debriefs, 'change' | 'toRate'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The debriefs whose coaching this person is asked to rate, the latest first. */
export const debriefsToRate = (
  { debriefs, clock }: Pick<RateCoachingDeps, 'debriefs' | 'clock'>,
  { orgId, userId }: Person,
): Promise<readonly Debrief[]> =>
  debriefs.toRate(orgId, userId, new Date(Date.parse(clock.now()) - RATED_WITHIN_MS).toISOString());

/**
 * One participant rates how much a debrief helped, once. The CRM gets both ratings when they can no
 * longer influence each other.
 */
export async function rateCoaching(
  deps: RateCoachingDeps,
  person: Person,
  {
    debriefId,
    value,
    comment,
  }: { readonly debriefId: string; readonly value: number; readonly comment?: string },
): Promise<Result<Debrief>> {
  const now = deps.clock.now();
  return changeDebrief(deps, person, {
    debriefId,
    attempt: 'RateCoaching',
    decide: (debrief) => {
      const decided = decideRating(debrief, person, {
        given: { value, ...(comment && { comment }) },
        now,
      });
      if ('refusal' in decided) return decided;
      return areRatingsFinal(decided.progress, now)
        ? { ...decided, messages: coachingRatingMessages(debrief) }
        : decided;
    },
    act: () => ({ action: 'CoachingRated', details: { value } }),
  });
}
