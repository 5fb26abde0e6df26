import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { twoSided } from './proportions.ts';

/** The effect size of two proportions (Cohen 1988). */
const effectSize = (from: number, to: number): number =>
  2 * Math.asin(Math.sqrt(to)) - 2 * Math.asin(Math.sqrt(from));

interface Arms {
  readonly one: number;
  readonly other: number;
}

const BISECTIONS = 200;
const LEVEL = 0.95;
const POWER = 0.8;

/** How likely a change from one proportion to another is found, two-sided. */
function powerOf(from: number, to: number, { one, other }: Arms): number {
  const z = Math.abs(effectSize(from, to)) * Math.sqrt((one * other) / (one + other));
  const limit = twoSided(LEVEL);
  return normalCdf(z - limit, 0, 1) + normalCdf(-z - limit, 0, 1);
}

/** Where a rising function reaches a value, by bisection. */
function reaches(
  value: number,
  low: number,
  { high, rising }: { readonly high: number; readonly rising: (at: number) => number },
): number {
  let [below, above] = [low, high];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (below + above) / 2;
    if (rising(middle) < value) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/**
 * Observations in both arms together that find this change with 80 % power.
 *
 * @param share of them in the smaller arm, above 0 and at most 0.5
 */
export function observationsFor({
  from,
  to,
  share = 0.5,
  power = POWER,
}: {
  readonly from: number;
  readonly to: number;
  readonly share?: number;
  readonly power?: number;
}): number {
  const factor = 1 / (share * (1 - share));
  const roughly =
    ((twoSided(LEVEL) + twoSided(2 * power - 1)) ** 2 * factor) / effectSize(from, to) ** 2;
  return reaches(power, 2, {
    high: 4 * roughly + 10,
    rising: (n) => powerOf(from, to, { one: share * n, other: (1 - share) * n }),
  });
}

/**
 * The least rise of a proportion that is found with 80 % power. Undefined where not even a rise to
 * all is.
 */
export function minimumDetectable(from: number, arms: Arms, power = POWER): number | undefined {
  if (arms.one <= 0 || arms.other <= 0 || powerOf(from, 1, arms) < power) return undefined;
  return reaches(power, from, { high: 1, rising: (to) => powerOf(from, to, arms) }) - from;
}
