import type { CalibratedCall } from '../../domain/outcomes/calibrationSpread.ts';
import type { RepFirstDays } from '../../domain/outcomes/firstDays.ts';
import type { RecurrenceCount } from '../../domain/outcomes/recurrence.ts';
import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { CountedReps } from './callDays.ts';

/**
 * The results of coaching: ratings of debriefs, and reps in their first months. Source: PostgreSQL.
 */
export interface CoachingTotals {
  /**
   * The number of debriefs closed in a period, and of each rating from 1 to 5. A rating counts once
   * it can no longer influence the other one (`finalBefore`: the debrief was closed before that, or
   * both were given).
   */
  ratings(
    question: OutcomesQuestion,
    whose: CountedReps,
    finalBefore: string,
  ): Promise<RatingCounts>;
  /**
   * The debriefs that were due in a period and are done or overdue, and those of them that were done
   * by that day, by the rep's clock.
   */
  onTime(
    question: OutcomesQuestion,
    whose: CountedReps,
    now: string,
  ): Promise<{ readonly due: number; readonly onTime: number }>;
  /** What became of the reasons of these debriefs in so many of the rep's next calls, by reason. */
  recurrences(
    question: OutcomesQuestion,
    whose: CountedReps,
    nextCalls: number,
  ): Promise<RecurrenceCount[]>;
  /** The calls with at least two scores, the last of which was given in the period. */
  calibrated(question: OutcomesQuestion, whose: CountedReps): Promise<CalibratedCall[]>;
  /** When each rep who called since then had the first answered call, the latest first. */
  beginners(orgId: string, whose: CountedReps, calledSince: string): Promise<readonly Beginner[]>;
  /** The calls of these reps in their periods, in the same order. */
  firstDays(orgId: string, reps: readonly Beginner[]): Promise<readonly RepFirstDays[]>;
}

interface RatingCounts {
  readonly held: number;
  readonly rep: readonly number[];
  readonly supervisor: readonly number[];
}

interface Beginner {
  readonly userId: string;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly since: string;
}
