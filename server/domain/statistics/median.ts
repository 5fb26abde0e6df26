import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from './proportions.ts';

/** A value, and how often it is there. */
export interface CountedValue {
  readonly value: number;
  readonly count: number;
}

export interface Median {
  readonly n: number;
  readonly median: number;
  /** Undefined where so few values bound nothing. */
  readonly interval?: Interval;
}

const EXACT_UP_TO = 1_000;

/**
 * The median of counted values with the distribution-free 95 % interval of its order statistics
 * (Conover 1999): exact up to 1,000 values, by the normal approximation beyond.
 *
 * @returns undefined of no values
 */
export function medianOf(values: readonly CountedValue[]): Median | undefined {
  const sums = new Map<number, number>();
  for (const { value, count } of values) sums.set(value, (sums.get(value) ?? 0) + count);
  const sorted = [...sums].sort(([a], [b]) => a - b);
  const n = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return undefined;
  /** The value at a rank, from 1. */
  const at = (rank: number): number => {
    let passed = 0;
    return sorted.find(([, count]) => (passed += count) >= rank)![0];
  };
  const median = n % 2 === 1 ? at((n + 1) / 2) : (at(n / 2) + at(n / 2 + 1)) / 2;
  const rank = n <= EXACT_UP_TO ? exactRank(n) : approximateRank(n);
  return {
    n,
    median,
    ...(rank >= 1 && { interval: { low: at(rank), high: at(n + 1 - rank) } }),
  };
}

/** The highest rank that a binomial of one half is below with at most 2.5 %. */
function exactRank(n: number): number {
  let term = n * Math.log(0.5);
  let sum = 0;
  for (let k = 0; k < n; k += 1) {
    sum += Math.exp(term);
    if (sum > 0.025) return k;
    term += Math.log((n - k) / (k + 1));
  }
  return 0;
}

const approximateRank = (n: number): number =>
  Math.floor(n / 2 - (normalQuantile(0.975, 0, 1) * Math.sqrt(n)) / 2);
