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

/** Cells as columns, each in the same order: a page compares thousands of them. */
export interface AlikeColumns {
  /** The places of clusters among all of them, from 0. */
  readonly cluster: readonly number[];
  readonly isTreated: readonly boolean[];
  readonly covariates: readonly (readonly number[])[];
  readonly n: readonly number[];
}

/**
 * Compares those with a treatment to those without where the two overlap: each weighs as much as it
 * could have been the other (Li, Morgan and Zaslavsky 2018), by a logistic propensity. It removes
 * what is known of the difference and nothing else. The error is that of a survey of clusters
 * (linearised, weights as given).
 *
 * @returns undefined where one group is missing or what is known tells them apart completely
 */
export function overlapEstimate(cells: readonly Alike[]): OverlapEstimate | undefined {
  const clusters = new Map<string, number>();
  for (const { cluster } of cells) if (!clusters.has(cluster)) clusters.set(cluster, clusters.size);
  return overlapEstimates(
    {
      cluster: cells.map(({ cluster }) => clusters.get(cluster)!),
      ...columnsOf(cells),
    },
    [cells.map(({ events }) => events)],
  )?.[0];
}

const columnsOf = (cells: readonly Omit<Alike, 'cluster' | 'events'>[]) => ({
  isTreated: cells.map(({ isTreated }) => isTreated),
  covariates: (cells[0]?.covariates ?? []).map((_, place) =>
    cells.map(({ covariates }) => covariates[place]!),
  ),
  n: cells.map(({ n }) => n),
});

/** The same of several results of these cells, each with its events in the order of the cells. */
export function overlapEstimates(
  columns: AlikeColumns,
  results: readonly (readonly number[])[],
): OverlapEstimate[] | undefined {
  const { cluster, isTreated, covariates, n } = columns;
  const propensity = propensityOf(columns);
  if (!propensity) return undefined;
  const weights = isTreated.map((treated, place) =>
    treated ? 1 - propensity[place]! : propensity[place]!,
  );
  const weight = { treated: 0, untreated: 0 };
  let last = 0;
  let isOneCluster = true;
  for (let place = 0; place < n.length; place += 1) {
    weight[isTreated[place] ? 'treated' : 'untreated'] += weights[place]! * n[place]!;
    last = Math.max(last, cluster[place]!);
    if (cluster[place] !== cluster[0]) isOneCluster = false;
  }
  if (!(weight.treated > 0) || !(weight.untreated > 0) || isOneCluster) return undefined;
  const balance = covariates.map((values) => balanceOf(columns, values, weights));
  const weighed = { cluster, isTreated, n, weights, weight, clusters: last + 1 };
  return results.map((events) => ({ ...estimateOf(weighed, events), balance }));
}

interface Weighed extends Pick<AlikeColumns, 'cluster' | 'isTreated' | 'n'> {
  readonly weights: readonly number[];
  /** The sums of the weights. */
  readonly weight: { readonly treated: number; readonly untreated: number };
  /** One more than the last place of a cluster. */
  readonly clusters: number;
}

function estimateOf(
  { cluster, isTreated, n, weights, weight, clusters: places }: Weighed,
  events: readonly number[],
): Omit<OverlapEstimate, 'balance'> {
  let [treated, untreated] = [0, 0];
  for (let place = 0; place < n.length; place += 1)
    if (isTreated[place]) treated += weights[place]! * events[place]!;
    else untreated += weights[place]! * events[place]!;
  treated /= weight.treated;
  untreated /= weight.untreated;
  const scores = new Float64Array(places);
  const isThere = new Uint8Array(places);
  for (let place = 0; place < n.length; place += 1) {
    const off = events[place]! - n[place]! * (isTreated[place] ? treated : untreated);
    const share = isTreated[place] ? 1 / weight.treated : -1 / weight.untreated;
    scores[cluster[place]!]! += share * weights[place]! * off;
    isThere[cluster[place]!] = 1;
  }
  const clusters = isThere.reduce((sum, one) => sum + one, 0);
  const squares = scores.reduce((sum, score) => sum + score ** 2, 0);
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
export const propensities = (
  cells: readonly Omit<Alike, 'cluster' | 'events'>[],
): readonly number[] | undefined => propensityOf(columnsOf(cells));

function propensityOf({
  isTreated,
  covariates,
  n,
}: Omit<AlikeColumns, 'cluster'>): readonly number[] | undefined {
  const width = 1 + covariates.length;
  const rows = new Float64Array(n.length * width);
  for (let place = 0; place < n.length; place += 1) {
    rows[place * width] = 1;
    for (let one = 1; one < width; one += 1)
      rows[place * width + one] = covariates[one - 1]![place]!;
  }
  const beta = new Float64Array(width);
  const chances = new Float64Array(n.length);
  const setChances = (): void => {
    for (let place = 0; place < n.length; place += 1) {
      let exponent = 0;
      for (let one = 0; one < width; one += 1) exponent += rows[place * width + one]! * beta[one]!;
      chances[place] = 1 / (1 + Math.exp(-exponent));
    }
  };
  for (let step = 0; step < STEPS; step += 1) {
    setChances();
    const change = stepOf({ rows, width, chances, isTreated, n });
    if (!change) return undefined;
    change.forEach((value, place) => {
      beta[place]! += value;
    });
    if (change.every((value) => Math.abs(value) < CONVERGED)) {
      setChances();
      return [...chances];
    }
  }
  return undefined;
}

/** The change of the coefficients in a step of Newton's method. */
function stepOf({
  rows,
  width,
  chances,
  isTreated,
  n,
}: Pick<AlikeColumns, 'isTreated' | 'n'> & {
  readonly rows: Float64Array;
  readonly width: number;
  readonly chances: Float64Array;
}): number[] | undefined {
  const cross = new Float64Array(width * width);
  const gradient = new Float64Array(width);
  for (let place = 0; place < n.length; place += 1) {
    const p = chances[place]!;
    const rest = n[place]! * ((isTreated[place] ? 1 : 0) - p);
    const weight = n[place]! * p * (1 - p);
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
  return inverseOfSymmetric(Matrix.from1DArray(width, width, cross))
    ?.mmul(Matrix.columnVector(gradient))
    .to1DArray();
}

/** The standardised difference of a covariate, by the unweighted spread of both groups. */
function balanceOf(
  { isTreated, n }: Pick<AlikeColumns, 'isTreated' | 'n'>,
  values: readonly number[],
  weights: readonly number[],
): Balance {
  const of = (asked: boolean) => {
    let [count, sum, weightSum, weighted, squares] = [0, 0, 0, 0, 0];
    for (let place = 0; place < n.length; place += 1) {
      if (isTreated[place] !== asked) continue;
      const weight = weights[place]! * n[place]!;
      count += n[place]!;
      sum += n[place]! * values[place]!;
      weightSum += weight;
      weighted += weight * values[place]!;
    }
    const before = sum / count;
    for (let place = 0; place < n.length; place += 1)
      if (isTreated[place] === asked) squares += n[place]! * (values[place]! - before) ** 2;
    return { before, after: weighted / weightSum, variance: squares / (count - 1) };
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
