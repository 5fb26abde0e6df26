import type { Mode } from '../call/modes.ts';

/** Answered calls, and of how many of them each mode was the highest. */
interface CallTotals extends Readonly<Record<Mode, number>> {
  readonly answered: number;
}

/** The calls of one period. `from` is its first day, YYYY-MM-DD. */
export interface PeriodTotals extends CallTotals {
  readonly from: string;
}

export interface RepTotals extends CallTotals {
  readonly userId: string;
  readonly name: string;
  readonly talkSeconds: number;
  readonly helpRequested: number;
  readonly transferred: number;
}

/** Interventions of one supervisor with the same highest mode, reason and outcome. */
export interface InterventionTotals {
  readonly supervisorUserId: string;
  readonly supervisorName: string;
  readonly mode: Mode;
  readonly reasonCode?: string;
  /** None as long as none is given. */
  readonly outcomeCode?: string;
  readonly interventions: number;
  readonly seconds: number;
}

/** Of which calls, by whose calls they are and when they were answered; both days included. */
export interface OutcomesQuestion {
  readonly orgId: string;
  readonly from: string;
  readonly to: string;
  readonly direction?: 'inbound' | 'outbound';
}

const LONGEST_BY_DAY = 62;
const DAY_MS = 86_400_000;

export const daysIn = ({ from, to }: Pick<OutcomesQuestion, 'from' | 'to'>): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** Two months are shown by day, longer times by week. */
export const periodOf = (question: Pick<OutcomesQuestion, 'from' | 'to'>): 'day' | 'week' =>
  daysIn(question) <= LONGEST_BY_DAY ? 'day' : 'week';

/**
 * Calls of a rep within four weeks that are alike in what is known of them. Without a mode nobody
 * joined.
 */
export interface ResultTotals {
  readonly repUserId: string;
  /** The first day of the four weeks, counted from the question's first day; none after whole ones. */
  readonly from?: string;
  readonly mode?: Mode;
  readonly direction: 'inbound' | 'outbound';
  readonly isOnDeal: boolean;
  readonly askedForHelp: boolean;
  readonly calls: number;
  /** Of how many the rep said how they went, and how many of these went well. */
  readonly known: number;
  readonly wentWell: number;
}

/** What happened on the way of interventions, and how long reps waited for help. */
export interface SupervisionTotals {
  readonly interventions: number;
  readonly seconds: number;
  /** Those in which the customer heard the supervisor; after a whisper; without, by choice. */
  readonly barged: number;
  readonly whisperFirst: number;
  readonly whisperSkipped: number;
  readonly tookOver: number;
  readonly handedBack: number;
  /** A notice is due for each mode of an intervention that is not covert. */
  readonly noticesDue: number;
  readonly noticesGiven: number;
  readonly acknowledged: number;
  readonly helpAsked: number;
  readonly helpAnswered: number;
  /** From the request until the rep heard somebody, of half and of nine in ten. */
  readonly helpMedianSeconds?: number;
  readonly helpNineOfTenSeconds?: number;
}

/** The answered calls of a rep on one day in one direction, as they are exported. */
export interface DayRow extends CallTotals {
  readonly day: string;
  readonly repUserId: string;
  readonly repName: string;
  readonly direction: 'inbound' | 'outbound';
  readonly talkSeconds: number;
  readonly helpRequested: number;
  readonly transferred: number;
}

/** Where a page of rows begins: after this one. */
export type DayPlace = Pick<DayRow, 'day' | 'repUserId' | 'direction'>;
