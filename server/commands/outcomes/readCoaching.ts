import type { Person } from '../../domain/call/people.ts';
import { calibrationReport } from '../../domain/outcomes/calibrationSpread.ts';
import type { CoachingNumbers } from '../../domain/outcomes/coachingRows.ts';
import {
  completeOn,
  dayAfter,
  firstDaysOf,
  type FirstDaysReport,
} from '../../domain/outcomes/firstDays.ts';
import { recurrenceReport } from '../../domain/outcomes/recurrence.ts';
import { shareOf } from '../../domain/outcomes/share.ts';
import { RATED_WITHIN_MS, summaryOf } from '../../domain/supervision/coachingRating.ts';
import type { Clock, CoachingRulesSource, CoachingTotals } from '../../ports/index.ts';
import type { Result } from '../transact/result.ts';
import type { OutcomesAsked } from './readOutcomes.ts';
import { whoseOutcomes, type Whose, type WhoseDeps } from './whose.ts';

export interface CoachingReadDeps extends FirstDaysDeps {
  readonly coachingRules: CoachingRulesSource;
}

export interface FirstDaysDeps extends WhoseDeps {
  readonly coachingTotals: CoachingTotals;
  readonly clock: Clock;
  /** For how long alerts are kept. */
  readonly alertsKeptDays: number;
}

/**
 * Debriefs that were held in a period: how the two of each rated it, and whether its reason came
 * back. Beside them, how many that were due then were done on time, and how far apart those who
 * scored the same call were.
 */
export interface CoachingReport extends CoachingNumbers {
  readonly scope: Whose['scope'];
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
  const now = deps.clock.now();
  const finalBefore = new Date(Date.parse(now) - RATED_WITHIN_MS).toISOString();
  const question = { orgId: person.orgId, ...asked };
  const { watchedCalls } = deps.coachingRules.of(person.orgId);
  const [{ held, rep, supervisor }, { due, onTime }, recurrences, calibrated] = await Promise.all([
    deps.coachingTotals.ratings(question, whose, finalBefore),
    deps.coachingTotals.onTime(question, whose, now),
    deps.coachingTotals.recurrences(question, whose, watchedCalls),
    deps.coachingTotals.calibrated(question, whose),
  ]);
  return {
    ok: {
      scope,
      held,
      onTime: shareOf(onTime, due),
      rep: summaryOf(rep),
      supervisor: summaryOf(supervisor),
      recurrence: recurrenceReport(recurrences, watchedCalls),
      calibration: calibrationReport(calibrated),
    },
  };
}

/** Reps without calls for this long are not compared. */
const CALLED_WITHIN_DAYS = 90;
const SHOWN = 200;

/** Day 1 against day 90 of the reps whose numbers this person reads, or of one team of them. */
export async function readFirstDays(
  deps: FirstDaysDeps,
  person: Person,
  { team }: Pick<OutcomesAsked, 'team'> = {},
): Promise<Result<FirstDaysReport>> {
  const today = deps.clock.now().slice(0, 10);
  const calledSince = dayAfter(today, -CALLED_WITHIN_DAYS);
  const counted = await whoseOutcomes(deps, person, {
    from: calledSince,
    to: today,
    ...(team && { team }),
  });
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
