import type { Mode } from '../call/modes.ts';
import {
  eValue,
  eValueOfInterval,
  overlapEstimate,
  type Alike,
  type Balance,
} from '../statistics/overlap.ts';
import type { Interval } from '../statistics/proportions.ts';
import type { ResultTotals } from './totals.ts';

/** The known properties of calls that the comparison adjusts for. */
const KNOWN_OF_CALLS = ['inbound', 'onDeal', 'askedForHelp', 'repsOtherCalls'] as const;
type KnownOfCalls = (typeof KNOWN_OF_CALLS)[number];

export type Comparison =
  | { readonly status: 'too_few'; readonly joined: number; readonly others: number }
  | {
      readonly status: 'compared';
      /** Calls whose result is known, with the mode and without anybody. */
      readonly joined: number;
      readonly others: number;
      readonly value: number;
      readonly interval: Interval;
      readonly balance: readonly (Balance & { readonly of: KnownOfCalls })[];
      /** Whether nothing that is known still differs by a tenth of a standard deviation. */
      readonly isBalanced: boolean;
      /** How strong something unknown would have to be to explain the difference, or its interval. */
      readonly eValue: number;
      readonly eValueOfInterval: number;
    };

const FEWEST_JOINED = 30;
const BALANCED_WITHIN = 0.1;

/** Calls with the mode against calls that nobody joined, alike in what is known of them. */
export function comparison(results: readonly ResultTotals[], mode: Mode): Comparison {
  const relevant = results.filter(
    (one) => one.known > 0 && (one.mode === mode || one.mode === undefined),
  );
  const known = (those: readonly ResultTotals[]): number =>
    those.reduce((sum, one) => sum + one.known, 0);
  const joined = known(relevant.filter((one) => one.mode === mode));
  const others = known(relevant) - joined;
  if (joined < FEWEST_JOINED || others < FEWEST_JOINED)
    return { status: 'too_few', joined, others };
  const cells = alike(relevant, mode);
  // A property that all calls share is left out.
  const varying = KNOWN_OF_CALLS.map((of, place) => ({ of, place })).filter(({ place }) =>
    cells.some(({ covariates }) => covariates[place] !== cells[0]!.covariates[place]),
  );
  const estimate = overlapEstimate(
    cells.map((cell) => ({
      ...cell,
      covariates: varying.map(({ place }) => cell.covariates[place]!),
    })),
  );
  if (!estimate) return { status: 'too_few', joined, others };
  const { treated, untreated, value, interval } = estimate;
  const ratio = (difference: number): number =>
    Math.max(0.001, untreated + difference) / Math.max(0.001, untreated);
  return {
    status: 'compared',
    joined,
    others,
    value,
    interval,
    balance: estimate.balance.map((one, place) => ({ of: varying[place]!.of, ...one })),
    isBalanced: estimate.balance.every(({ after }) => Math.abs(after) < BALANCED_WITHIN),
    eValue: eValue(Math.max(0.001, treated) / Math.max(0.001, untreated)),
    eValueOfInterval: eValueOfInterval({ low: ratio(interval.low), high: ratio(interval.high) }),
  };
}

/** The cells of reps with calls that nobody joined. */
function alike(results: readonly ResultTotals[], mode: Mode): Alike[] {
  const own = new Map<string, { known: number; wentWell: number }>();
  for (const { repUserId, known, wentWell } of results.filter((one) => one.mode === undefined)) {
    const sum = own.get(repUserId) ?? { known: 0, wentWell: 0 };
    own.set(repUserId, { known: sum.known + known, wentWell: sum.wentWell + wentWell });
  }
  return results.flatMap((one) => {
    const others = own.get(one.repUserId);
    if (!others) return [];
    return {
      cluster: one.repUserId,
      isTreated: one.mode === mode,
      covariates: [
        one.direction === 'inbound' ? 1 : 0,
        one.isOnDeal ? 1 : 0,
        one.askedForHelp ? 1 : 0,
        others.wentWell / others.known,
      ],
      n: one.known,
      events: one.wentWell,
    };
  });
}
