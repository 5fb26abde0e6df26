import type { Call } from '../../domain/call/call.ts';
import type { Clock, CoachingRulesSource, RepFirstCalls } from '../../ports/index.ts';

export interface NewRepsDeps {
  readonly firstCalls: RepFirstCalls;
  readonly coachingRules: Pick<CoachingRulesSource, 'of'>;
  readonly clock: Clock;
}

/** Whether the rep of a call is in their first weeks, as the org counts them. */
export type IsRepNew = (call: Pick<Call, 'orgId' | 'rep'>) => Promise<boolean>;

const DAY_MS = 86_400_000;

/** A first call does not change, so it is read once. */
export function createIsRepNew({ firstCalls, coachingRules, clock }: NewRepsDeps): IsRepNew {
  const known = new Map<string, string>();
  return async ({ orgId, rep }) => {
    const key = `${orgId}:${rep.userId}`;
    const first = known.get(key) ?? (await firstCalls.of({ orgId, repUserId: rep.userId }));
    if (first === undefined) return true;
    known.set(key, first);
    const days = (Date.parse(clock.now()) - Date.parse(first)) / DAY_MS;
    return days < coachingRules.of(orgId).newRepDays;
  };
}
