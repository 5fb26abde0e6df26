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
  /**
   * The totals that the CRM does not have yet. Totals that no longer exist are listed with zeros.
   */
  unwritten(orgId: string, days: readonly string[]): Promise<DayTotals[]>;
  /** The CRM has these now. */
  wrote(orgId: string, totals: readonly DayTotals[]): Promise<void>;
  /** The totals that the CRM is known to have; both days included. */
  written(orgId: string, from: string, to: string): Promise<DayTotals[]>;
  /** Schedules these days to be sent to the CRM now. */
  sendDays(orgId: string, days: readonly string[]): Promise<void>;
  /** Schedules these calls of reps to be sent to the CRM again. */
  sendCalls(orgId: string, calls: readonly RepCallRef[]): Promise<void>;
  /** The calls that have not been sent to the CRM yet. */
  awaited(orgId: string): Promise<RepCallRef[]>;
  /** The ids of the calls that ended in a period, in pages. The end is not included. */
  endedCalls(
    orgId: string,
    pages: { readonly from: string; readonly to: string; readonly size: number },
  ): AsyncIterable<string[]>;
  /** Makes days due to be counted again. */
  makeDue(orgId: string, days: readonly string[]): Promise<void>;
  /** The days that have calls or totals; both included. */
  days(orgId: string, from: string, to: string): Promise<string[]>;
}

/** Writes totals of days to the CRM, each by its key, with a result for each. */
export interface CrmCallDays {
  recordCallDays(orgId: string, totals: readonly DayTotals[]): Promise<readonly WriteResult[]>;
  /** The totals in the CRM, both days included. Throws CrmProblem. */
  recordedCallDays(orgId: string, from: string, to: string): Promise<DayTotals[]>;
}
