import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { discoveries } from './discoveries.ts';
import { pooled, twoSided, type Interval, type Proportion } from './proportions.ts';

interface FunnelPoint extends Proportion {
  readonly rate: number;
  /** The rate pulled toward the target, the more the less is known. */
  readonly shrunkRate: number;
  readonly limits95: Interval;
  readonly limits998: Interval;
  /** The chance of a rate this far off, if this one differs from the others as they do. */
  readonly pValue: number;
  /**
   * `outlier`: beyond what overdispersion explains, where of all that are called so one in ten
   * may be wrong.
   */
  readonly verdict: 'usual' | 'outlier_high' | 'outlier_low';
}

export interface Funnel<P = unknown> {
  readonly target: number;
  /** The variance between them that chance does not explain, of the arcsine of the root. */
  readonly betweenVariance: number;
  readonly points: readonly (FunnelPoint & P)[];
}

const FALSE_DISCOVERY_RATE = 0.1;
const WINSORISED_SHARE = 0.1;

/**
 * Compares rates of people with each other: limits by number of observations, exact where nothing
 * but chance is at work, else widened by the variance between people (Spiegelhalter 2005 and 2012).
 * Those without observations are left out.
 */
export function funnel<P extends Proportion>(people: readonly P[]): Funnel<P> {
  const observed = people.filter(({ n }) => n > 0);
  const target = targetOf(observed);
  return funnelAround(
    observed,
    observed.map(() => target),
  );
}

/**
 * The same where a different rate is expected of each of them, for what is known of them. The rates
 * are those that they would have if the overall one was expected of all: each is as far from it, in
 * arcsines of roots, as it was from its own.
 *
 * @param expected in the order of the people, all of whom have observations
 */
export function funnelAround<P extends Proportion>(
  observed: readonly P[],
  expected: readonly number[],
): Funnel<P> {
  const target = targetOf(observed);
  const center = arcsine(target);
  const scores = observed.map((one, place) => ({
    deviation: arcsine(one.events / one.n) - arcsine(expected[place]!),
    variance: 1 / (4 * one.n),
  }));
  const betweenVariance = additiveVariance(
    winsorised(
      scores.map(({ deviation, variance }) => deviation / Math.sqrt(variance)),
      WINSORISED_SHARE,
    ),
    scores.map(({ variance }) => 1 / variance),
  );
  const pValues = scores.map(
    ({ deviation, variance }) =>
      2 * normalCdf(-Math.abs(deviation) / Math.sqrt(variance + betweenVariance), 0, 1),
  );
  const isOutlier = discoveries(pValues, FALSE_DISCOVERY_RATE);
  return {
    target,
    betweenVariance,
    points: observed.map((one, index) => {
      const { deviation, variance } = scores[index]!;
      const own = expected[index]!;
      const isMoved = own !== target;
      const moved = (rate: number): number =>
        isMoved ? rateOf(center + arcsine(rate) - arcsine(own)) : rate;
      const limits = (confidence: number): Interval => {
        if (betweenVariance > 0)
          return widenedLimits(center, variance + betweenVariance, confidence);
        const { low, high } = exactLimits(own, one.n, confidence);
        return { low: moved(low), high: moved(high) };
      };
      const weight = betweenVariance === 0 ? 0 : betweenVariance / (betweenVariance + variance);
      return {
        ...one,
        rate: moved(one.events / one.n),
        shrunkRate: rateOf(center + weight * deviation),
        limits95: limits(0.95),
        limits998: limits(0.998),
        pValue: pValues[index]!,
        verdict: !isOutlier[index] ? 'usual' : deviation > 0 ? 'outlier_high' : 'outlier_low',
      };
    }),
  };
}

function targetOf(observed: readonly Proportion[]): number {
  const all = pooled(observed);
  return all.n === 0 ? 0 : all.events / all.n;
}

const arcsine = (rate: number): number => Math.asin(Math.sqrt(rate));
/** The rate with this arcsine of its root; 0 or 1 beyond them. */
const rateOf = (angle: number): number => Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;

/**
 * Where a rate of n observations lies if it is the target, interpolated between the binomial's
 * steps (Spiegelhalter 2005, appendix).
 */
export function exactLimits(target: number, n: number, confidence: number): Interval {
  if (target <= 0 || target >= 1) return { low: target, high: target };
  const at = (probability: number): number => {
    const r = binomialQuantile(probability, n, target);
    const upTo = binomialCdf(r, n, target);
    const below = r === 0 ? 0 : binomialCdf(r - 1, n, target);
    const share = (upTo - probability) / (upTo - below);
    return Math.min(1, Math.max(0, (r - share) / n));
  };
  return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}

function widenedLimits(center: number, variance: number, confidence: number): Interval {
  const reach = twoSided(confidence) * Math.sqrt(variance);
  return { low: rateOf(center - reach), high: rateOf(center + reach) };
}

/**
 * The additive variance between units by moments (DerSimonian and Laird 1986), from their scores
 * and weights, which are inverse variances.
 */
export function additiveVariance(scores: readonly number[], weights: readonly number[]): number {
  const count = scores.length;
  if (count < 2) return 0;
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  const excess = sum(scores.map((z) => z ** 2)) - (count - 1);
  const scale = sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights);
  return Math.max(0, excess / scale);
}

/** The lowest and the highest share of values set to the nearest that stays. */
export function winsorised(values: readonly number[], share: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = quantile(sorted, share);
  const high = quantile(sorted, 1 - share);
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/** The quantile of sorted values, interpolated as R does by default (type 7). */
function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
  return below + (above - below) * (position - Math.floor(position));
}
