import type { Person } from '../../domain/call/people.ts';
import {
  completeOn,
  dayAfter,
  firstDaysOf,
  type FirstDaysView,
  type WaitingRep,
} from '../../domain/outcomes/firstDays.ts';
import {
  RATED_WITHIN_MS,
  summaryOf,
  type RatingSummary,
} from '../../domain/supervision/coachingRating.ts';
import type { Clock, CoachingTotals } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';
import type { OutcomesAsked } from './readOutcomes.ts';
import { whoseOutcomes, type Whose, type WhoseDeps } from './whose.ts';

export interface CoachingReadDeps extends WhoseDeps {
  readonly coachingTotals: CoachingTotals;
  readonly clock: Clock;
  /** For how long alerts are kept. */
  readonly alertsKeptDays: number;
}

/** Debriefs that were held in a period, and how the two of each rated it. */
export interface CoachingReport {
  readonly scope: Whose['scope'];
  readonly held: number;
  readonly rep: RatingSummary;
  readonly supervisor: RatingSummary;
}

/** Coaching numbers of the reps whose numbers this person may read. */
export async function readCoaching(
  deps: CoachingReadDeps,
  person: Person,
  { team, mode: _mode, ...asked }: OutcomesAsked,
): Promise<Result<CoachingReport>> {
  const { from, to } = asked;
  const counted = await whoseOutcomes(deps, person, { from, to, ...(team && { team }) });
  if ('refusal' in counted) return counted;
  const { scope, whose } = counted.ok;
  const finalBefore = new Date(Date.parse(deps.clock.now()) - RATED_WITHIN_MS).toISOString();
  const { held, rep, supervisor } = await deps.coachingTotals.ratings(
    { orgId: person.orgId, ...asked },
    whose,
    finalBefore,
  );
  return { ok: { scope, held, rep: summaryOf(rep), supervisor: summaryOf(supervisor) } };
}

/** Reps whose windows are over, the latest beginners first, and those whose are not. */
export interface FirstDaysReport {
  readonly reps: readonly FirstDaysView[];
  /** How many there are in all; as many as fit are in `reps`. */
  readonly total: number;
  readonly waiting: readonly WaitingRep[];
}

/** Reps without calls for this long are not compared. */
const CALLED_WITHIN_DAYS = 90;
const SHOWN = 200;

/** Day 1 against day 90 of the reps whose numbers this person reads. */
export async function readFirstDays(
  deps: CoachingReadDeps,
  person: Person,
): Promise<Result<FirstDaysReport>> {
  const today = deps.clock.now().slice(0, 10);
  const calledSince = dayAfter(today, -CALLED_WITHIN_DAYS);
  const counted = await whoseOutcomes(deps, person, { from: calledSince, to: today });
  if ('refusal' in counted) return counted;
  const { orgId } = person;
  const { whose } = counted.ok;
  const beginners = await deps.coachingTotals.beginners(orgId, whose, calledSince);
  const complete = beginners.filter(({ since }) => completeOn(since) <= today);
  const reps = await deps.coachingTotals.firstDays(orgId, complete.slice(0, SHOWN));
  const { alertsKeptDays } = deps;
  return {
    ok: {
      reps: reps.map((rep) => firstDaysOf(rep, { today, alertsKeptDays })),
      total: complete.length,
      waiting: beginners
        .filter(({ since }) => completeOn(since) > today)
        .map(({ userId, name, since }) => ({ userId, name, completeOn: completeOn(since) })),
    },
  };
}
