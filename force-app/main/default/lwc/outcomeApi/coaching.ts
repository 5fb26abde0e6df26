import { request } from 'c/dealsideSession';
import type { OutcomesQuestion } from './outcomeApi';

/** How often each rating of 1 to 5 was given. */
export interface RatingSummary {
  n: number;
  mean?: number;
  counts: readonly number[];
}

/** Debriefs that were held in a period, and how rep and supervisor rated them. */
export interface CoachingOutcome {
  held: number;
  rep: RatingSummary;
  supervisor: RatingSummary;
}

export const coachingOf = (question: OutcomesQuestion): Promise<CoachingOutcome> =>
  request('GET', `/api/outcomes/coaching?${new URLSearchParams({ ...question }).toString()}`);
