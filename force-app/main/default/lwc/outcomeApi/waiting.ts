import { request } from 'c/dealsideSession';
import type { CountedShare, Interval, OutcomesQuestion } from './outcomeApi';

/** How callers fared; server/domain/outcomes/waiting.ts. */
export interface Callers {
  callers: number;
  answered: number;
  missed: number;
  abandoned: number;
  unanswered: CountedShare;
  soon: CountedShare;
  waitSeconds?: number;
  supervisedMinutes: number;
}

export interface CallersOfPeriod extends Callers {
  from: string;
}

export interface Waiting {
  from: string;
  to: string;
  by: 'day' | 'week';
  totals: Callers;
  periods: CallersOfPeriod[];
  queues: (Callers & { queueId?: string; label?: string })[];
  /** Compares days or weeks of queues. */
  comparison:
    | { status: 'too_few'; much: number; little: number }
    | {
        status: 'compared';
        much: number;
        little: number;
        callers: number;
        value: number;
        interval: Interval;
        isBalanced: boolean;
      };
}

export const waitingOf = (question: OutcomesQuestion): Promise<Waiting> =>
  request('GET', `/api/outcomes/waiting?${new URLSearchParams({ ...question }).toString()}`);
