import { medianOf } from '../statistics/median.ts';
import { overlapEstimate, type Alike, type Balance } from '../statistics/overlap.ts';
import type { Interval } from '../statistics/proportions.ts';
import { shareOf, type Share } from './share.ts';

/** Callers of one queue in one period, and how long supervisors were on calls of its reps. */
export interface WaitingTotals {
  /** The first day of the period. */
  readonly from: string;
  /** The queues of the reps, in the order of their ids, with commas between. */
  readonly queueIds: string;
  readonly answered: number;
  readonly answeredSoon: number;
  readonly missed: number;
  readonly abandoned: number;
  readonly waitSeconds: number;
  readonly supervisedSeconds: number;
}

interface Waiting {
  /** All who called in opening hours. */
  readonly callers: number;
  readonly answered: number;
  /** Nobody answered, and the caller did not hang up before. */
  readonly missed: number;
  /** The caller hung up while waiting. */
  readonly abandoned: number;
  /** Unanswered callers of all callers: missed and abandoned. */
  readonly unanswered: Share;
  /** Of all callers, those who were answered within 20 seconds. */
  readonly soon: Share;
  /** The mean of those who were answered; without one it is not measured. */
  readonly waitSeconds?: number;
  readonly supervisedMinutes: number;
}

/** What is known of a queue's period and taken off by the comparison. */
const KNOWN_OF_PERIODS = ['busy', 'queuesShare'] as const;

/**
 * Periods of queues in which supervisors were longer on calls than the queue's median, against the
 * others. What it says is an association.
 */
type WaitingComparison =
  | { readonly status: 'too_few'; readonly much: number; readonly little: number }
  | {
      readonly status: 'compared';
      /** Periods of queues. */
      readonly much: number;
      readonly little: number;
      readonly callers: number;
      /** The difference between the unanswered shares. */
      readonly value: number;
      readonly interval: Interval;
      readonly balance: readonly (Balance & { readonly of: (typeof KNOWN_OF_PERIODS)[number] })[];
      readonly isBalanced: boolean;
    };

export interface WaitingReport {
  readonly by: 'day' | 'week';
  readonly totals: Waiting;
  readonly periods: readonly (Waiting & { readonly from: string })[];
  /** A rep of several queues counts in each of them. Without a queue: of reps who are in none. */
  readonly queues: readonly (Waiting & { readonly queueId?: string })[];
  readonly comparison: WaitingComparison;
}

const FEWEST_PERIODS = 10;
const BALANCED_WITHIN = 0.1;

/** How callers fared, by period and queue, beside supervisors' time. */
export const waitingReport = (
  totals: readonly WaitingTotals[],
  by: 'day' | 'week',
): WaitingReport => ({
  by,
  totals: waiting(totals),
  periods: [...Map.groupBy(totals, ({ from }) => from)]
    .map(([from, those]) => ({ from, ...waiting(those) }))
    .sort((a, b) => a.from.localeCompare(b.from)),
  queues: [...Map.groupBy(totals.flatMap(inEachQueue), ({ queueId }) => queueId)]
    .map(([queueId, those]) => ({ ...(queueId && { queueId }), ...waiting(those) }))
    .filter(({ callers }) => callers > 0)
    .sort((a, b) => b.callers - a.callers),
  comparison: comparisonOf(totals),
});

const inEachQueue = (one: WaitingTotals): (WaitingTotals & { readonly queueId: string })[] =>
  one.queueIds.split(',').map((queueId) => ({ ...one, queueId }));

function waiting(those: readonly WaitingTotals[]): Waiting {
  const sum = (read: (one: WaitingTotals) => number): number =>
    those.reduce((total, one) => total + read(one), 0);
  const answered = sum((one) => one.answered);
  const missed = sum((one) => one.missed);
  const abandoned = sum((one) => one.abandoned);
  const callers = answered + missed + abandoned;
  return {
    callers,
    answered,
    missed,
    abandoned,
    unanswered: shareOf(missed + abandoned, callers),
    soon: shareOf(
      sum((one) => one.answeredSoon),
      callers,
    ),
    ...(answered > 0 && { waitSeconds: sum((one) => one.waitSeconds) / answered }),
    supervisedMinutes: sum((one) => one.supervisedSeconds) / 60,
  };
}

const callersOf = ({ answered, missed, abandoned }: WaitingTotals): number =>
  answered + missed + abandoned;
const unansweredOf = ({ missed, abandoned }: WaitingTotals): number => missed + abandoned;

/** Alike in how busy the period was for the queue, and in how the queue fares on the whole. */
function comparisonOf(totals: readonly WaitingTotals[]): WaitingComparison {
  const cells = [...Map.groupBy(totals, ({ queueIds }) => queueIds).values()].flatMap(cellsOf);
  const much = cells.filter(({ isTreated }) => isTreated).length;
  const little = cells.length - much;
  if (much < FEWEST_PERIODS || little < FEWEST_PERIODS) return { status: 'too_few', much, little };
  const varying = KNOWN_OF_PERIODS.map((of, place) => ({ of, place })).filter(({ place }) =>
    cells.some(({ covariates }) => covariates[place] !== cells[0]!.covariates[place]),
  );
  const estimate = overlapEstimate(
    cells.map((cell) => ({
      ...cell,
      covariates: varying.map(({ place }) => cell.covariates[place]!),
    })),
  );
  if (!estimate) return { status: 'too_few', much, little };
  return {
    status: 'compared',
    much,
    little,
    callers: cells.reduce((sum, { n }) => sum + n, 0),
    value: estimate.value,
    interval: estimate.interval,
    balance: estimate.balance.map((one, place) => ({ of: varying[place]!.of, ...one })),
    isBalanced: estimate.balance.every(({ after }) => Math.abs(after) < BALANCED_WITHIN),
  };
}

/** The periods of one queue that had callers. Those of the same time are not independent. */
function cellsOf(all: readonly WaitingTotals[]): Alike[] {
  const those = all.filter((one) => callersOf(one) > 0);
  if (those.length < 2) return [];
  const callers = those.reduce((sum, one) => sum + callersOf(one), 0);
  const unanswered = those.reduce((sum, one) => sum + unansweredOf(one), 0);
  const usual = medianOf(
    those.map(({ supervisedSeconds: value }) => ({ value, count: 1 })),
  )!.median;
  return those.map((one) => ({
    cluster: one.from,
    isTreated: one.supervisedSeconds > usual,
    covariates: [(callersOf(one) * those.length) / callers, unanswered / callers],
    n: callersOf(one),
    events: unansweredOf(one),
  }));
}
