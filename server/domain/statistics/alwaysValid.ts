import type { Interval } from './proportions.ts';

/** An estimate so far, and how many observations it is of. */
interface SoFar {
  readonly value: number;
  readonly standardError: number;
  readonly n: number;
}

/** Below this many observations the sum is not normal enough for a sequence to begin. */
export const FIRST_LOOK = 200;
/** The number of observations at which the sequence is narrowest. */
const PLANNED = 4_000;

/**
 * The mixture's variance for which the sequence is narrowest at `planned` observations (Waudby-Smith
 * and others 2024, appendix).
 */
function mixture(alpha: number, planned = PLANNED): number {
  const l = -2 * Math.log(alpha);
  return (l + Math.log(l + 1)) / planned;
}

/**
 * The asymptotic confidence sequence of a mean (Robbins' normal mixture; Waudby-Smith, Arbour, Sinha,
 * Kennedy and Ramdas 2024): it holds at all looks together, however often somebody looks. It is the
 * inverse of the mixture sequential probability ratio test.
 *
 * @returns undefined before the first look
 */
export function alwaysValidInterval(
  { value, standardError, n }: SoFar,
  confidence = 0.95,
): Interval | undefined {
  if (n < FIRST_LOOK) return undefined;
  const alpha = 1 - confidence;
  const reached = n * mixture(alpha);
  const reach =
    standardError *
    Math.sqrt((2 * (reached + 1) * Math.log(Math.sqrt(reached + 1) / alpha)) / reached);
  return { low: value - reach, high: value + reach };
}

/**
 * The evidence against no effect, as an e-value: 20 is what the interval calls an effect. It can be
 * read at any look.
 */
export function evidence({ value, standardError, n }: SoFar, confidence = 0.95): number {
  if (n < FIRST_LOOK) return 1;
  const reached = n * mixture(1 - confidence);
  const z = value / standardError;
  return Math.exp((z ** 2 * reached) / (2 * (1 + reached))) / Math.sqrt(1 + reached);
}
