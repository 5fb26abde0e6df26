import type { RepFirstDays } from '../../domain/outcomes/firstDays.ts';
import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { CountedReps } from './callDays.ts';

/** What coaching comes to: ratings of debriefs, and reps in their first months. Source: PostgreSQL. */
export interface CoachingTotals {
  /**
   * Of debriefs that were closed in a period: how many, and how often each rating of 1 to 5 was
   * given. Ratings count once nobody can be swayed by them any more (`finalBefore`: closed before
   * that, or both given).
   */
  ratings(
    question: OutcomesQuestion,
    whose: CountedReps,
    finalBefore: string,
  ): Promise<RatingCounts>;
  /** When each rep who called since then had the first answered call, the latest first. */
  beginners(orgId: string, whose: CountedReps, calledSince: string): Promise<readonly Beginner[]>;
  /** What these reps did in their windows, in the same order. */
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
