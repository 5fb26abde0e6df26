import type { Mode } from '../../domain/call/modes.ts';
import type { DealOfCall, DealState, SnapshotDays } from '../../domain/outcomes/deals.ts';
import type { CountedDeals } from '../../domain/outcomes/dealWorth.ts';
import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { CountedReps } from './callDays.ts';

/** A snapshot that is due. */
export interface DueSnapshot {
  readonly callId: string;
  readonly days: SnapshotDays;
  readonly opportunityId: string;
}

/** Snapshots of the deals of calls, as rows that never change. Source: PostgreSQL. */
export interface DealSnapshots {
  /** The calls about a deal that the question is about, with what became of it, oldest first. */
  ofCalls(question: OutcomesQuestion, reps: CountedReps): Promise<DealOfCall[]>;
  /** The snapshots that are due for at most `limit` deals, longest overdue first. */
  due(orgId: string, now: string, deals: number): Promise<DueSnapshot[]>;
  /** Keeps them. A deal that is not among `found` was deleted. */
  record(due: readonly DueSnapshot[], found: readonly DealState[], now: string): Promise<void>;
  /** Marks what could not be taken in time. Returns how many. */
  miss(orgId: string, now: string): Promise<number>;
}

/** Reads deals from the CRM, those that exist. Throws CrmProblem. */
export interface CrmDeals {
  deals(orgId: string, opportunityIds: readonly string[]): Promise<DealState[]>;
}

/**
 * The results of deals after the calls about them. Source: PostgreSQL, which marks a deal when a
 * snapshot of it or a call about it changes.
 */
export interface DealTotals {
  /** Recomputes the results of at most `limit` deals that are due. Returns how many. */
  countDue(limit: number): Promise<number>;
  /** Makes every deal of the org due. Returns how many that are. */
  makeAllDue(orgId: string): Promise<number>;
  /**
   * Grouped by the first call about a deal in the period: deals with the mode, and deals without
   * supervision.
   */
  of(question: OutcomesQuestion, mode: Mode, reps: CountedReps): Promise<CountedDeals>;
}
