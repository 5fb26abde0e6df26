import { request } from 'c/dealsideSession';
import type { Family } from 'c/wordsApi';
import type { CountedShare, OutcomesQuestion } from './outcomeApi';

/** How alerts were used. `precision`: useful among those that somebody marked. */
export interface AlertUse {
  shown: number;
  heldOut: number;
  limited: number;
  precision: CountedShare;
}

export interface AlertOutcome {
  from: string;
  /** Alerts before this day are no longer kept. */
  since: string;
  all: AlertUse;
  /** Hours in which a manager's reps were on calls that could raise alerts. */
  managerHours: number;
  perManagerHour?: number;
  families: readonly (AlertUse & { family: Family })[];
  rules: readonly (AlertUse & { ruleName: string; label: string; family: Family })[];
}

/** Refusals by code; and faults of the org, for readers of everybody's numbers. */
export interface TrustOutcome {
  refused: number;
  refusals: readonly { code: string; message?: string; refusals: number }[];
  org?: { auditFaults: number; differences: number; audioPassed: CountedShare };
}

const queryOf = (question: OutcomesQuestion): string =>
  new URLSearchParams({ ...question }).toString();

export const alertsOf = (question: OutcomesQuestion): Promise<AlertOutcome> =>
  request('GET', `/api/outcomes/alerts?${queryOf(question)}`);

export const trustOf = (question: OutcomesQuestion): Promise<TrustOutcome> =>
  request('GET', `/api/outcomes/trust?${queryOf(question)}`);

export type Verdict = 'helped' | 'neutral' | 'hurt';

/** What reps said of interventions on their calls; server/domain/outcomes/receipts.ts. */
export interface Receipts {
  answered: CountedShare;
  said: Record<Verdict, CountedShare>;
}

export const receiptsOf = (question: OutcomesQuestion): Promise<Receipts> =>
  request('GET', `/api/outcomes/receipts?${queryOf(question)}`);
