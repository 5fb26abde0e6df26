import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Interval } from './proportions.ts';

/** Values as their number, sum and sum of squares. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * The mean with its interval by Student's t; of one value alone there is no interval, and of none
 * nothing.
 */
export function meanOf(
  { n, sum, squares }: Moments,
  confidence = 0.95,
): { readonly mean: number; readonly interval?: Interval } | undefined {
  if (n === 0) return undefined;
  const mean = sum / n;
  if (n === 1) return { mean };
  const variance = Math.max(0, (squares - sum ** 2 / n) / (n - 1));
  const reach = tQuantile((1 + confidence) / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, interval: { low: mean - reach, high: mean + reach } };
}
