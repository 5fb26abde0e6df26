import { meanOf } from '../statistics/means.ts';
import { medianOf } from '../statistics/median.ts';
import type { Interval } from '../statistics/proportions.ts';

/** A call that several people scored: its scores' extremes, in percent. */
export interface CalibratedCall {
  /** When the last of its scores was given. YYYY-MM-DD. */
  readonly day: string;
  readonly scores: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The spread between the highest and the lowest score of a call, from 0 to 1. */
interface SpreadMean {
  readonly n: number;
  readonly mean?: number;
  readonly interval?: Interval;
}

export interface CalibrationReport extends SpreadMean {
  readonly scores: number;
  readonly median?: number;
  readonly widest?: number;
  /** By the month of the last score. `from`: its first day. */
  readonly months: readonly (SpreadMean & { readonly from: string })[];
}

/** How far apart those who scored the same call were. */
export function calibrationReport(calls: readonly CalibratedCall[]): CalibrationReport {
  const spreads = calls.map(spreadOf);
  const median = medianOf(spreads.map((value) => ({ value, count: 1 })));
  const months = Map.groupBy(calls, ({ day }) => `${day.slice(0, 7)}-01`);
  return {
    ...meanSpread(calls),
    scores: calls.reduce((sum, { scores }) => sum + scores, 0),
    ...(median && { median: median.median, widest: Math.max(...spreads) }),
    months: [...months]
      .map(([from, those]) => ({ from, ...meanSpread(those) }))
      .sort((a, b) => a.from.localeCompare(b.from)),
  };
}

const spreadOf = ({ lowest, highest }: CalibratedCall): number => (highest - lowest) / 100;

function meanSpread(calls: readonly CalibratedCall[]): SpreadMean {
  const spreads = calls.map(spreadOf);
  const n = spreads.length;
  const found = meanOf({
    n,
    sum: spreads.reduce((sum, one) => sum + one, 0),
    squares: spreads.reduce((sum, one) => sum + one ** 2, 0),
  });
  return {
    n,
    ...(found && { mean: found.mean }),
    ...(found?.interval && {
      interval: {
        low: Math.max(0, found.interval.low),
        high: Math.min(1, found.interval.high),
      },
    }),
  };
}
