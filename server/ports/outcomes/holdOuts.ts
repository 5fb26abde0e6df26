import type { Mode } from '../../domain/call/modes.ts';
import type { Assignment, HoldOutPolicy, Suggestion } from '../../domain/holdout/assign.ts';
import type { RepArms } from '../../domain/holdout/didItHelp.ts';
import type { ProficiencyPeriod } from '../../domain/outcomes/proficiency.ts';
import type {
  IssueTotals,
  OutcomesQuestion,
  PeriodResults,
  ResultTotals,
  SupervisionTotals,
} from '../../domain/outcomes/totals.ts';
import type { CountedReps } from './callDays.ts';

/** The share that an org holds out. Source: the CRM. */
export interface HoldOutPolicies {
  /** Rejects with CrmUnavailable before it was read. */
  of(orgId: string): Promise<HoldOutPolicy>;
}

/** The assignments that were drawn, in rows that cannot be changed. */
export interface HoldOutAssignments {
  /**
   * The arm of a call: what was drawn for it before, or what `draw` says of its place among the
   * rep's calls of this share. Repeating it changes nothing, on whichever instance.
   */
  drawOnce(
    suggestion: Suggestion,
    lot: {
      readonly percent: number;
      readonly at: string;
      readonly draw: (position: number, seed: string) => Assignment;
    },
  ): Promise<Assignment>;
}

/** Estimates of what supervision was worth, from daily totals. */
export interface WorthTotals {
  /**
   * The results of both arms of the newest share, from its first day (`since`) to the question's
   * last one: how the calls went and how customers rated them. `leftOut` calls were drawn with a
   * different share.
   */
  holdOut(
    question: OutcomesQuestion,
    reps: CountedReps,
  ): Promise<
    | {
        readonly percent: number;
        readonly since: string;
        readonly leftOut: number;
        readonly reps: readonly RepArms[];
        readonly ratings: readonly RepArms[];
      }
    | undefined
  >;
  /** What calls were about and how many were saved, by who joined. */
  issues(question: OutcomesQuestion, reps: CountedReps): Promise<readonly IssueTotals[]>;
  results(question: OutcomesQuestion, reps: CountedReps): Promise<readonly ResultTotals[]>;
  /** By rep in the four weeks that are wholly in the question. */
  periods(
    question: OutcomesQuestion,
    mode: Mode,
    reps: CountedReps,
  ): Promise<readonly PeriodResults[]>;
  supervision(question: OutcomesQuestion, reps: CountedReps): Promise<SupervisionTotals>;
}

/** How reps' calls went since their first one, in periods of four weeks. Source: PostgreSQL. */
export interface ProficiencyTotals {
  /** Up to a day, YYYY-MM-DD, and of these reps alone. */
  periods(orgId: string, until: string, reps: CountedReps): Promise<readonly ProficiencyPeriod[]>;
}
