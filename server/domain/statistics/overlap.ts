import { Matrix } from 'ml-matrix';
import { inverseOfSymmetric } from './clusterRobust.ts';
import { twoSided, type Interval } from './proportions.ts';

/** Calls of a rep that are alike in all that is known of them, and how many of them went well. */
export interface Alike {
  readonly cluster: string;
  readonly isTreated: boolean;
  /** What is known of them, without the constant. */
  readonly covariates: readonly number[];
  readonly n: number;
  readonly events: number;
}

/** How far apart the groups are in a covariate, in standard deviations. */
export interface Balance {
  readonly before: number;
  readonly after: number;
}

interface OverlapEstimate {
  /** The share that went well, weighted, of those with and without. */
  readonly treated: number;
  readonly untreated: number;
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly balance: readonly Balance[];
  readonly clusters: number;
}

const STEPS = 30;
const CONVERGED = 1e-12;

/**
 * Compares those with a treatment to those without where the two overlap: each weighs as much as it
 * could have been the other (Li, Morgan and Zaslavsky 2018), by a logistic propensity. It removes
 * what is known of the difference and nothing else. The error is that of a survey of clusters
 * (linearised, weights as given).
 *
 * @returns undefined where one group is missing or what is known tells them apart completely
 */
export function overlapEstimate(cells: readonly Alike[]): OverlapEstimate | undefined {
  const propensity = propensities(cells);
  if (!propensity) return undefined;
  const weighed = cells.map((cell, place) => ({
    ...cell,
    weight: cell.isTreated ? 1 - propensity[place]! : propensity[place]!,
  }));
  const [treated, untreated] = [true, false].map((isTreated) =>
    weightedRate(weighed.filter((cell) => cell.isTreated === isTreated)),
  ) as [WeightedRate, WeightedRate];
  if (!(treated.weight > 0) || !(untreated.weight > 0)) return undefined;
  const scores = new Map<string, number>();
  for (const { cluster, isTreated, weight, n, events } of weighed) {
    const own = isTreated ? treated : untreated;
    const score = ((isTreated ? 1 : -1) * weight * (events - n * own.rate)) / own.weight;
    scores.set(cluster, (scores.get(cluster) ?? 0) + score);
  }
  const clusters = scores.size;
  if (clusters < 2) return undefined;
  const squares = [...scores.values()].reduce((sum, score) => sum + score ** 2, 0);
  const standardError = Math.sqrt((squares * clusters) / (clusters - 1));
  const value = treated.rate - untreated.rate;
  const reach = twoSided(0.95) * standardError;
  return {
    treated: treated.rate,
    untreated: untreated.rate,
    value,
    standardError,
    interval: { low: value - reach, high: value + reach },
    balance: (cells[0]?.covariates ?? []).map((_, place) => balanceOf(weighed, place)),
    clusters,
  };
}

interface WeightedRate {
  readonly weight: number;
  readonly rate: number;
}

function weightedRate(
  cells: readonly { readonly weight: number; readonly n: number; readonly events: number }[],
): WeightedRate {
  const weight = cells.reduce((sum, cell) => sum + cell.weight * cell.n, 0);
  const events = cells.reduce((sum, cell) => sum + cell.weight * cell.events, 0);
  return { weight, rate: events / weight };
}

/** The probability of treatment by what is known: logistic regression by reweighted least squares. */
export function propensities(cells: readonly Omit<Alike, 'cluster'>[]): number[] | undefined {
  const width = 1 + (cells[0]?.covariates.length ?? 0);
  const beta = new Float64Array(width);
  const rows = cells.map(({ covariates }) => [1, ...covariates]);
  const chance = (row: readonly number[]): number => {
    let exponent = 0;
    for (let place = 0; place < width; place += 1) exponent += row[place]! * beta[place]!;
    return 1 / (1 + Math.exp(-exponent));
  };
  for (let step = 0; step < STEPS; step += 1) {
    const cross = new Float64Array(width * width);
    const gradient = new Float64Array(width);
    cells.forEach(({ isTreated, n }, place) => {
      const row = rows[place]!;
      const p = chance(row);
      const rest = n * ((isTreated ? 1 : 0) - p);
      const weight = n * p * (1 - p);
      for (let one = 0; one < width; one += 1) {
        gradient[one]! += row[one]! * rest;
        for (let other = 0; other < width; other += 1)
          cross[one * width + other]! += weight * row[one]! * row[other]!;
      }
    });
    const inverted = inverseOfSymmetric(Matrix.from1DArray(width, width, cross));
    if (!inverted) return undefined;
    const change = inverted.mmul(Matrix.columnVector(gradient)).to1DArray();
    change.forEach((value, place) => {
      beta[place]! += value;
    });
    if (change.every((value) => Math.abs(value) < CONVERGED)) return rows.map(chance);
  }
  return undefined;
}

/** The standardised difference of a covariate, by the unweighted spread of both groups. */
function balanceOf(
  cells: readonly (Alike & { readonly weight: number })[],
  place: number,
): Balance {
  const of = (isTreated: boolean) => {
    const own = cells.filter((cell) => cell.isTreated === isTreated);
    const mean = (weigh: (cell: (typeof own)[number]) => number): number =>
      own.reduce((sum, cell) => sum + weigh(cell) * cell.covariates[place]!, 0) /
      own.reduce((sum, cell) => sum + weigh(cell), 0);
    const before = mean(({ n }) => n);
    const n = own.reduce((sum, cell) => sum + cell.n, 0);
    const squares = own.reduce(
      (sum, cell) => sum + cell.n * (cell.covariates[place]! - before) ** 2,
      0,
    );
    return { before, after: mean((cell) => cell.weight * cell.n), variance: squares / (n - 1) };
  };
  const [treated, untreated] = [of(true), of(false)];
  const spread = Math.sqrt((treated.variance + untreated.variance) / 2);
  const apart = (difference: number): number => (spread > 0 ? difference / spread : 0);
  return {
    before: apart(treated.before - untreated.before),
    after: apart(treated.after - untreated.after),
  };
}

/**
 * How strongly something unknown would have to go along with both the treatment and the result to
 * explain a ratio of risks away (VanderWeele and Ding 2017). 1: it takes nothing.
 */
export function eValue(riskRatio: number): number {
  const ratio = riskRatio < 1 ? 1 / riskRatio : riskRatio;
  return ratio + Math.sqrt(ratio * (ratio - 1));
}

/** The E-value of the end of an interval that is nearer to no effect. */
export function eValueOfInterval({ low, high }: Interval): number {
  if (low <= 1 && high >= 1) return 1;
  return eValue(low > 1 ? low : high);
}
