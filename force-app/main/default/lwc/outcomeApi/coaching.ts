import type { FirstDays } from 'c/coachingApi';
import { request } from 'c/dealsideSession';
import type { CountedShare, Interval, OutcomesQuestion } from './outcomeApi';

/** How often each rating of 1 to 5 was given. */
export interface RatingSummary {
  n: number;
  mean?: number;
  counts: readonly number[];
}

/** Debriefs that were held in a period, and how rep and supervisor rated them. */
export interface CoachingOutcome {
  held: number;
  /** Done by the day they were due, of those that were due in the period and are done or overdue. */
  onTime: CountedShare;
  rep: RatingSummary;
  supervisor: RatingSummary;
  recurrence: RecurrenceReport;
  calibration: CalibrationReport;
}

/** Debriefs whose reason came back, among those whose next calls are over. */
export interface Recurrence {
  again: CountedShare;
  /** Debriefs whose next calls are not over yet. */
  watching: number;
}

export interface RecurrenceReport {
  /** In how many of the rep's next calls the reason is looked for. */
  of: number;
  all: Recurrence;
  reasons: readonly (Recurrence & { reasonCode: string; label: string })[];
}

/** The mean spread between the highest and the lowest score of a call, from 0 to 1. */
export interface SpreadMean {
  n: number;
  mean?: number;
  interval?: Interval;
}

export interface CalibrationReport extends SpreadMean {
  scores: number;
  median?: number;
  widest?: number;
  months: readonly (SpreadMean & { from: string })[];
}

export const coachingOf = (question: OutcomesQuestion): Promise<CoachingOutcome> =>
  request('GET', `/api/outcomes/coaching?${new URLSearchParams({ ...question }).toString()}`);

export const firstDaysOfTeam = (question: OutcomesQuestion): Promise<FirstDays> =>
  request('GET', `/api/outcomes/first-days?${new URLSearchParams({ ...question }).toString()}`);
