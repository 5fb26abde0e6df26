import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** How often something happened among how many. */
export interface Proportion {
  readonly events: number;
  readonly n: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided interval: 1.96 for 0.95. */
export const twoSided = (confidence: number): number => normalQuantile((1 + confidence) / 2, 0, 1);

/** Wilson's score interval of a proportion (Wilson 1927). Without observations nothing is known. */
export function wilsonInterval({ events, n }: Proportion, confidence = 0.95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const z = twoSided(confidence);
  const rate = events / n;
  const scale = 1 + z ** 2 / n;
  const center = (rate + z ** 2 / (2 * n)) / scale;
  const reach = (z / scale) * Math.sqrt((rate * (1 - rate)) / n + z ** 2 / (4 * n ** 2));
  // At none and at all of n the bound is exact; rounding would leave it beside.
  return {
    low: events === 0 ? 0 : center - reach,
    high: events === n ? 1 : center + reach,
  };
}

/** The exact interval of a proportion (Clopper and Pearson 1934). */
export function exactInterval({ events, n }: Proportion, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
    high: events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events),
  };
}

/** All of these together. */
export const pooled = (proportions: readonly Proportion[]): Proportion =>
  proportions.reduce((sum, { events, n }) => ({ events: sum.events + events, n: sum.n + n }), {
    events: 0,
    n: 0,
  });
