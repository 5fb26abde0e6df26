import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Below this probability of chance the arms are not what was drawn. */
export const MISMATCH = 0.001;

/**
 * The probability that chance makes the arms differ this much from the share that was drawn
 * (chi-squared with one degree of freedom).
 */
export function sampleRatioPValue(heldOut: number, shown: number, share: number): number {
  const n = heldOut + shown;
  if (n === 0) return 1;
  const z = (heldOut - n * share) / Math.sqrt(n * share * (1 - share));
  return 2 * normalCdf(-Math.abs(z), 0, 1);
}

/** The probability that chance makes two proportions differ this much (no continuity correction). */
export function samePValue(
  one: { readonly events: number; readonly n: number },
  other: { readonly events: number; readonly n: number },
): number {
  const n = one.n + other.n;
  const rate = (one.events + other.events) / n;
  if (one.n === 0 || other.n === 0 || rate === 0 || rate === 1) return 1;
  const error = Math.sqrt(rate * (1 - rate) * (1 / one.n + 1 / other.n));
  return 2 * normalCdf(-Math.abs(one.events / one.n - other.events / other.n) / error, 0, 1);
}
