import { meanOf, type Moments } from '../statistics/means.ts';
import { wilsonInterval, type Interval } from '../statistics/proportions.ts';

/** Days of a rep, counted from the first answered call as day 1; both included. */
export const FIRST_DAYS = { from: 1, to: 30 } as const;
export const LATER_DAYS = { from: 61, to: 90 } as const;

/** What happened on a rep's calls in one of the two windows. */
export interface WindowCounts {
  readonly answered: number;
  /** Answered calls whose highest mode was barge. */
  readonly barges: number;
  /** Answered calls that were transcribed, and those of them with an alert. */
  readonly transcribed: number;
  readonly withAlert: number;
  /** What supervisors gave in debriefs, in percent. */
  readonly scores: Moments;
}

export interface RepFirstDays {
  readonly userId: string;
  readonly name: string;
  /** YYYY-MM-DD, of the first answered call. */
  readonly since: string;
  readonly first: WindowCounts;
  readonly later: WindowCounts;
}

/** A rate or a mean with its number and the 95 % interval; undefined values where n is too small. */
interface Measured {
  readonly n: number;
  readonly value?: number;
  readonly interval?: Interval;
}

/** One measure in both windows. `changed`: the intervals have no value in common. */
interface Compared {
  readonly first: Measured;
  readonly later: Measured;
  readonly changed: boolean;
}

/** A rep's first 30 days beside days 61 to 90, once both are over. */
export interface FirstDaysView {
  readonly userId: string;
  readonly name: string;
  readonly since: string;
  readonly barges: Compared;
  readonly alerts?: Compared;
  readonly scores: Compared;
}

/** A rep whose windows are not over, and the day after which they are. YYYY-MM-DD. */
interface WaitingRep {
  readonly userId: string;
  readonly name: string;
  readonly completeOn: string;
}

/** Reps whose windows are over, the latest beginners first, and those whose are not. */
export interface FirstDaysReport {
  readonly reps: readonly FirstDaysView[];
  /** How many there are in all; as many as fit are in `reps`. */
  readonly total: number;
  readonly waiting: readonly WaitingRep[];
}

const DAY_MS = 86_400_000;

/** The day that is `days` later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** On this day both windows of somebody who began then are over. */
export const completeOn = (since: string): string => dayAfter(since, LATER_DAYS.to);

/**
 * The comparison of a rep. Alerts are left out where those of the first window may be removed
 * already: what is kept for a time would look like improvement.
 */
export function firstDaysOf(
  { userId, name, since, first, later }: RepFirstDays,
  { today, alertsKeptDays }: { readonly today: string; readonly alertsKeptDays: number },
): FirstDaysView {
  const areAlertsKept = dayAfter(since, alertsKeptDays) > today;
  return {
    userId,
    name,
    since,
    barges: compared(rateOf(first.barges, first.answered), rateOf(later.barges, later.answered)),
    ...(areAlertsKept && {
      alerts: compared(
        rateOf(first.withAlert, first.transcribed),
        rateOf(later.withAlert, later.transcribed),
      ),
    }),
    scores: compared(scoreOf(first.scores), scoreOf(later.scores)),
  };
}

const rateOf = (events: number, n: number): Measured =>
  n === 0 ? { n } : { n, value: events / n, interval: wilsonInterval({ events, n }) };

/** A mean of percents as a share. */
function scoreOf(scores: WindowCounts['scores']): Measured {
  const found = meanOf(scores);
  if (!found) return { n: scores.n };
  const { mean, interval } = found;
  return {
    n: scores.n,
    value: mean / 100,
    ...(interval && {
      interval: { low: Math.max(0, interval.low / 100), high: Math.min(1, interval.high / 100) },
    }),
  };
}

function compared(first: Measured, later: Measured): Compared {
  const changed =
    first.interval !== undefined &&
    later.interval !== undefined &&
    (first.interval.low > later.interval.high || later.interval.low > first.interval.high);
  return { first, later, changed };
}
