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
export const overlapEstimate = (cells: readonly Alike[]): OverlapEstimate | undefined =>
  overlapEstimates(cells, [cells.map(({ events }) => events)])?.[0];

/** The same of several results of these cells, each with its events in the order of the cells. */
export function overlapEstimates(
  cells: readonly Omit<Alike, 'events'>[],
  results: readonly (readonly number[])[],
): OverlapEstimate[] | undefined {
  const propensity = propensities(cells);
  if (!propensity) return undefined;
  const weighed = cells.map((cell, place) => ({
    ...cell,
    weight: cell.isTreated ? 1 - propensity[place]! : propensity[place]!,
  }));
  const weightOf = (isTreated: boolean): number =>
    weighed.reduce((sum, one) => sum + (one.isTreated === isTreated ? one.weight * one.n : 0), 0);
  const weight = { treated: weightOf(true), untreated: weightOf(false) };
  if (!(weight.treated > 0) || !(weight.untreated > 0)) return undefined;
  if (new Set(cells.map(({ cluster }) => cluster)).size < 2) return undefined;
  const balance = (cells[0]?.covariates ?? []).map((_, place) => balanceOf(weighed, place));
  return results.map((events) => ({ ...estimateOf(weighed, weight, events), balance }));
}

type Weighed = Omit<Alike, 'events'> & { readonly weight: number };

function estimateOf(
  cells: readonly Weighed[],
  weight: { readonly treated: number; readonly untreated: number },
  events: readonly number[],
): Omit<OverlapEstimate, 'balance'> {
  const sums = { treated: 0, untreated: 0 };
  cells.forEach((cell, place) => {
    sums[cell.isTreated ? 'treated' : 'untreated'] += cell.weight * events[place]!;
  });
  const treated = sums.treated / weight.treated;
  const untreated = sums.untreated / weight.untreated;
  const scores = new Map<string, number>();
  cells.forEach((cell, place) => {
    const off = events[place]! - cell.n * (cell.isTreated ? treated : untreated);
    const share = cell.isTreated ? 1 / weight.treated : -1 / weight.untreated;
    scores.set(cell.cluster, (scores.get(cell.cluster) ?? 0) + share * cell.weight * off);
  });
  const clusters = scores.size;
  const squares = [...scores.values()].reduce((sum, score) => sum + score ** 2, 0);
  const standardError = Math.sqrt((squares * clusters) / (clusters - 1));
  const value = treated - untreated;
  const reach = twoSided(0.95) * standardError;
  return {
    treated,
    untreated,
    value,
    standardError,
    interval: { low: value - reach, high: value + reach },
    clusters,
  };
}

/** The probability of treatment by what is known: logistic regression by reweighted least squares. */
export function propensities(
  cells: readonly Omit<Alike, 'cluster' | 'events'>[],
): number[] | undefined {
  const width = 1 + (cells[0]?.covariates.length ?? 0);
  const rows = new Float64Array(cells.length * width);
  cells.forEach(({ covariates }, place) => rows.set([1, ...covariates], place * width));
  const beta = new Float64Array(width);
  const chance = (place: number): number => {
    let exponent = 0;
    for (let one = 0; one < width; one += 1) exponent += rows[place * width + one]! * beta[one]!;
    return 1 / (1 + Math.exp(-exponent));
  };
  for (let step = 0; step < STEPS; step += 1) {
    const cross = new Float64Array(width * width);
    const gradient = new Float64Array(width);
    for (let place = 0; place < cells.length; place += 1) {
      const { isTreated, n } = cells[place]!;
      const p = chance(place);
      const rest = n * ((isTreated ? 1 : 0) - p);
      const weight = n * p * (1 - p);
      for (let one = 0; one < width; one += 1) {
        const value = rows[place * width + one]!;
        gradient[one]! += value * rest;
        // The other half is the same.
        for (let other = 0; other <= one; other += 1)
          cross[one * width + other]! += weight * value * rows[place * width + other]!;
      }
    }
    for (let one = 0; one < width; one += 1)
      for (let other = 0; other < one; other += 1)
        cross[other * width + one] = cross[one * width + other]!;
    const inverted = inverseOfSymmetric(Matrix.from1DArray(width, width, cross));
    if (!inverted) return undefined;
    const change = inverted.mmul(Matrix.columnVector(gradient)).to1DArray();
    change.forEach((value, place) => {
      beta[place]! += value;
    });
    if (change.every((value) => Math.abs(value) < CONVERGED))
      return cells.map((_, place) => chance(place));
  }
  return undefined;
}

/** The standardised difference of a covariate, by the unweighted spread of both groups. */
function balanceOf(cells: readonly Weighed[], place: number): Balance {
  const of = (isTreated: boolean) => {
    let [n, sum, weights, weighted, squares] = [0, 0, 0, 0, 0];
    for (const cell of cells) {
      if (cell.isTreated !== isTreated) continue;
      const value = cell.covariates[place]!;
      const weight = cell.weight * cell.n;
      n += cell.n;
      sum += cell.n * value;
      weights += weight;
      weighted += weight * value;
    }
    const before = sum / n;
    for (const cell of cells)
      if (cell.isTreated === isTreated) squares += cell.n * (cell.covariates[place]! - before) ** 2;
    return { before, after: weighted / weights, variance: squares / (n - 1) };
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
