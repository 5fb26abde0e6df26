import type { DayTotals } from '../../domain/outcomes/dayTotals.ts';
import type { WriteResult } from '../crm/crm.ts';

/** A rep's part of a call. */
export interface RepCallRef {
  readonly callId: string;
  readonly repUserId: string;
}

/** The totals of each day as the CRM is to have them, and as it has them. Source: PostgreSQL. */
export interface DayTotalsStore {
  /** As they were counted last; both days included. */
  counted(orgId: string, from: string, to: string): Promise<DayTotals[]>;
  /** Counted now, from the calls of the day. */
  ofCalls(orgId: string, day: string): Promise<DayTotals[]>;
  /** What the CRM does not have yet. Totals that are no more are there with zeros. */
  unwritten(orgId: string, days: readonly string[]): Promise<DayTotals[]>;
  /** The CRM has these now. */
  wrote(orgId: string, totals: readonly DayTotals[]): Promise<void>;
  /** What the CRM has, as far as is known; both days included. */
  written(orgId: string, from: string, to: string): Promise<DayTotals[]>;
  /** Has the CRM told of these days now. */
  tell(orgId: string, days: readonly string[]): Promise<void>;
  /** Has the CRM told of these calls of reps again. */
  tellOfCalls(orgId: string, calls: readonly RepCallRef[]): Promise<void>;
  /** The calls of which the CRM is still to be told. */
  awaited(orgId: string): Promise<RepCallRef[]>;
  /** The ids of the calls that ended in a period, in pages. The end is not included. */
  endedCalls(orgId: string, from: string, to: string, size: number): AsyncIterable<string[]>;
  /** Makes days due to be counted again. */
  makeDue(orgId: string, days: readonly string[]): Promise<void>;
  /** The days that have calls or totals; both included. */
  days(orgId: string, from: string, to: string): Promise<string[]>;
}

/** Writes totals of days to the CRM, each by its key, with a result for each. */
export interface CrmCallDays {
  recordCallDays(orgId: string, totals: readonly DayTotals[]): Promise<readonly WriteResult[]>;
  /** What the CRM has, both days included. Throws CrmProblem. */
  recordedCallDays(orgId: string, from: string, to: string): Promise<DayTotals[]>;
}
