import type { Tenures } from '../../domain/outcomes/report.ts';
import type {
  DayPlace,
  DayRow,
  InterventionTotals,
  OutcomesQuestion,
  PeriodTotals,
  RepTotals,
} from '../../domain/outcomes/totals.ts';

/** The reps whose calls are counted; all of the org where none are named. */
export type CountedReps = readonly string[] | 'all';

/** The totals of each day. Source: PostgreSQL, which marks a day when one of its calls changes. */
export interface CallDays {
  /**
   * Recounts at most `limit` days whose calls have changed, each in one transaction. Returns how
   * many it counted. A day that fails stays due and does not delay the others; its error is thrown
   * at the end.
   */
  countDue(limit: number): Promise<number>;
  /** Makes every day of the org due. Returns how many that are. */
  makeAllDue(orgId: string): Promise<number>;
  /** The days that are still to be counted. */
  due(orgId: string): Promise<number>;
  /** Those of these who had answered calls, with their totals. */
  reps(question: OutcomesQuestion, reps: CountedReps): Promise<RepTotals[]>;
  /**
   * The reps with answered calls in the period or within four weeks of it. Does not read their
   * totals.
   */
  whoCalled(question: Pick<OutcomesQuestion, 'orgId' | 'from' | 'to'>): Promise<string[]>;
  /** The queues in which these reps were with their calls then, as ids. */
  queues(
    question: Pick<OutcomesQuestion, 'orgId' | 'from' | 'to'>,
    reps: CountedReps,
  ): Promise<string[]>;
  /**
   * How long these reps, and the supervisors of their calls, had been there at the end of a period.
   */
  tenures(question: OutcomesQuestion, reps: CountedReps): Promise<Tenures>;
  periods(
    question: OutcomesQuestion,
    by: 'day' | 'week',
    reps: CountedReps,
  ): Promise<PeriodTotals[]>;
  interventions(question: OutcomesQuestion, reps: CountedReps): Promise<InterventionTotals[]>;
  /** The totals by day, rep, direction, queues and issue, at most `limit` of them after a place. */
  days(
    question: OutcomesQuestion,
    reps: CountedReps,
    page: { readonly limit: number; readonly after?: DayPlace },
  ): Promise<DayRow[]>;
}
