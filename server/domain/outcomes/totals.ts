import type { DispositionFamily } from '../call/dispositions.ts';
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
  /** Of reps in this queue, then. */
  readonly queueId?: string;
  /** Only interventions with this reason count; answered calls are all the same. */
  readonly reasonCode?: string;
}

const LONGEST_BY_DAY = 62;
const DAY_MS = 86_400_000;

export const daysIn = ({ from, to }: Pick<OutcomesQuestion, 'from' | 'to'>): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** Two months are shown by day, longer times by week. */
export const periodOf = (question: Pick<OutcomesQuestion, 'from' | 'to'>): 'day' | 'week' =>
  daysIn(question) <= LONGEST_BY_DAY ? 'day' : 'week';

/** What is summed up over weeks, or over four of them, is counted from this Monday on. */
export const PERIODS_FROM = '2024-01-01';
export const WEEK_DAYS = 7;
export const PERIOD_DAYS = 28;

/** The periods that are wholly in a question: the first day of the first and of the last of them. */
export function wholePeriods(
  { from, to }: Pick<OutcomesQuestion, 'from' | 'to'>,
  days: typeof WEEK_DAYS | typeof PERIOD_DAYS,
): { readonly first: string; readonly last: string } | undefined {
  const place = (day: string): number =>
    (Date.parse(day) - Date.parse(PERIODS_FROM)) / DAY_MS / days;
  const day = (place: number): string =>
    new Date(Date.parse(PERIODS_FROM) + place * days * DAY_MS).toISOString().slice(0, 10);
  const first = Math.ceil(place(from));
  const last = Math.floor(place(to) + 1 / days) - 1;
  return first <= last ? { first: day(first), last: day(last) } : undefined;
}

/** Calls of a rep that are alike in what is known of them. Without a mode nobody joined. */
export interface ResultTotals {
  readonly repUserId: string;
  readonly mode?: Mode;
  readonly direction: 'inbound' | 'outbound';
  readonly isOnDeal: boolean;
  readonly askedForHelp: boolean;
  readonly calls: number;
  /** Of how many the rep said how they went, and how many of these went well. */
  readonly known: number;
  readonly wentWell: number;
  /** Of how many the customer said in a survey how they were, and how many of these were satisfied. */
  readonly rated: number;
  readonly satisfied: number;
  /** Of the rated, how many said it by a key after the call, and not in the survey. */
  readonly ratedByKey: number;
  /** After how many the customer called again within seven days. */
  readonly calledBack: number;
  readonly talkSeconds: number;
  /** Within the talk, how long customers were on hold. */
  readonly holdSeconds: number;
  /** After how many the rep soon said how they went, and how long that took. */
  readonly afterCalls: number;
  readonly afterCallSeconds: number;
  /** With words: the sum of the rep's shares of the talk in ten thousandths, and of their squares. */
  readonly talked: number;
  readonly repTalk: number;
  readonly repTalkSquares: number;
}

/** Calls with the same concern of the customer and the same highest mode. */
export interface IssueTotals {
  /** None as long as the rep has not said it. */
  readonly issue?: DispositionFamily;
  /** None: nobody joined. */
  readonly mode?: Mode;
  readonly calls: number;
  /** Of how many the customer wanted to cancel and stays, as the rep said. */
  readonly saved: number;
}

/** A rep's calls within four weeks. */
export interface PeriodResults {
  readonly repUserId: string;
  /** The first day of the four weeks. */
  readonly from: string;
  /** The four weeks of the rep's first call ever with the mode that is asked about, if there is one. */
  readonly startedIn?: string;
  readonly known: number;
  readonly wentWell: number;
  readonly rated: number;
  readonly satisfied: number;
}

/** What happened on the way of interventions, and how long reps waited for help. */
export interface SupervisionTotals {
  readonly interventions: number;
  readonly seconds: number;
  /**
   * Those in which the customer heard the supervisor; after a whisper; without, by choice; and those
   * that the customer did not hear any more at the end (domain/supervision/ladder.ts).
   */
  readonly barged: number;
  readonly whisperFirst: number;
  readonly whisperSkipped: number;
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

/** The calls of a rep on one day in one direction, as they are exported. */
export interface DayRow extends CallTotals {
  readonly day: string;
  readonly repUserId: string;
  readonly repName: string;
  readonly direction: 'inbound' | 'outbound';
  readonly talkSeconds: number;
  readonly helpRequested: number;
  readonly transferred: number;
  /** Whose customer said in a survey how they were, and of these those who were satisfied. */
  readonly rated: number;
  readonly satisfied: number;
  /** Unanswered callers, and those who hung up while they waited. */
  readonly missed: number;
  readonly abandoned: number;
  /** Callers who were answered within 20 seconds, and how long all answered ones waited. */
  readonly answeredSoon: number;
  readonly waitSeconds: number;
  readonly supervisedSeconds: number;
  /** Within the talk, how long customers were on hold. */
  readonly holdSeconds: number;
  /** After how many the rep soon said how they went, and how long that took. */
  readonly afterCalls: number;
  readonly afterCallSeconds: number;
  /** Alerts on the calls: shown, held out by chance, and beyond the limit of the team. */
  readonly alertsRaised: number;
  readonly alertsShown: number;
  readonly alertsHeldOut: number;
  readonly alertsLimited: number;
  /** How those that were shown were marked. */
  readonly alertsUseful: number;
  readonly alertsNotUseful: number;
  /** The rep's queues then: ids with commas between; empty without any. */
  readonly queueIds: string;
  /** What the calls were about: the family of the rep's disposition; empty as long as it is unknown. */
  readonly issue: string;
  readonly saved: number;
  /** After how many the customer called again within seven days. */
  readonly callBacks: number;
  /** What was refused on the calls, and of this to join them. These have no issue. */
  readonly refused: number;
  readonly joinsRefused: number;
}

/** What a row is of. */
export const DAY_KEY = ['day', 'repUserId', 'direction', 'queueIds', 'issue'] as const;
/** Where a page of rows begins: after this one. */
export type DayPlace = Pick<DayRow, (typeof DAY_KEY)[number]>;
