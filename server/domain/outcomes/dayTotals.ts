/**
 * The key of a day's totals: a rep's answered calls of one kind, this rep's unanswered callers, and
 * what was refused on this rep's calls, whether they were answered or not.
 */
export interface DayKey {
  /** YYYY-MM-DD, in the rep's time zone. */
  readonly day: string;
  readonly repUserId: string;
  readonly direction: string;
  /** The rep's queues, in the order of their ids, with commas between. */
  readonly queueIds: string;
  /** The family of the rep's disposition; empty as long as the rep has not said it. */
  readonly issue: string;
  /** Why something was refused, in the totals of refusals; empty in all others. */
  readonly refusalCode: string;
}

/** The numbers of a day, by their names. */
export const DAY_COUNTS = [
  'answered',
  'talkSeconds',
  'monitor',
  'whisper',
  'barge',
  'takeover',
  'helpRequested',
  'transferred',
  'saved',
  'callBacks',
  'rated',
  'satisfied',
  'missed',
  'abandoned',
  'answeredSoon',
  'waitSeconds',
  'supervisedSeconds',
  'holdSeconds',
  'afterCalls',
  'afterCallSeconds',
  'alertsShown',
  'alertsUseful',
  'alertsNotUseful',
  'refused',
  'joinsRefused',
] as const;
type DayCount = (typeof DAY_COUNTS)[number];

/** What is counted of a day beside that, and is not written to the CRM. */
export const OWN_DAY_COUNTS = ['alertsHeldOut', 'alertsLimited'] as const;

export interface DayTotals extends DayKey, Readonly<Record<DayCount, number>> {}

/** Within how long a customer who calls again counts as a call-back. */
export const CALL_BACK_DAYS = 7;

/** Within how long an answer counts as soon (the usual service level: 80 % within 20 seconds). */
export const SOON_SECONDS = 20;

/** Totals that differ between two places. `undefined`: missing there. */
export interface Difference {
  readonly key: DayKey;
  readonly expected: Partial<DayTotals> | undefined;
  readonly found: Partial<DayTotals> | undefined;
}

/** Where `found` differs from `expected`. Totals of nothing are the same as none. */
export function differences(
  expected: readonly DayTotals[],
  found: readonly DayTotals[],
): Difference[] {
  const [right, left] = [byKey(expected), byKey(found)];
  return [...new Set([...right.keys(), ...left.keys()])].flatMap((id) => {
    const [a, b] = [right.get(id), left.get(id)];
    const isSame = DAY_COUNTS.every((count) => (a?.[count] ?? 0) === (b?.[count] ?? 0));
    return isSame ? [] : [{ key: keyIn((a ?? b)!), expected: a, found: b }];
  });
}

const keyIn = ({ day, repUserId, direction, queueIds, issue, refusalCode }: DayKey): DayKey => ({
  day,
  repUserId,
  direction,
  queueIds,
  issue,
  refusalCode,
});

const keyOf = ({ day, repUserId, direction, queueIds, issue, refusalCode }: DayKey): string =>
  [day, repUserId, direction, queueIds, issue, refusalCode].join(' ');

const byKey = (totals: readonly DayTotals[]): Map<string, DayTotals> =>
  new Map(totals.map((one) => [keyOf(one), one]));
