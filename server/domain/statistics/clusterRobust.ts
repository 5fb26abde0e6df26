import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import type { Interval } from './proportions.ts';

/** Observations of a cluster that have the same regressors; `sum` is of what is measured. */
interface Cell {
  readonly x: readonly number[];
  readonly n: number;
  readonly sum: number;
}

/** Observations that are not independent of each other: the calls of a rep. */
export type Cluster = readonly Cell[];

export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  /** Of the t distribution, after Bell and McCaffrey (2002). */
  readonly degreesOfFreedom: number;
  readonly interval: Interval;
}

/** Eigenvalues this near to 1 are 1: the cluster alone decides a coefficient. */
const ROUNDING = 1e-10;

/**
 * Least squares with errors that are robust to clusters and corrected for few of them (CR2; Bell and
 * McCaffrey 2002, Pustejovsky and Tipton 2018). What a cluster says is in its sums, so a million
 * observations cost what their cells cost.
 *
 * @param coefficient the place in `x` of what is asked
 * @returns undefined where the observations do not tell the regressors apart
 */
export function clusterRobust(
  clusters: readonly Cluster[],
  coefficient: number,
  confidence = 0.95,
): Estimate | undefined {
  const filled = clusters.filter((cells) => cells.some(({ n }) => n > 0));
  const width = filled[0]?.[0]?.x.length ?? 0;
  if (filled.length < 2 || width === 0) return undefined;
  const parts = filled.map((cells) => sumsOf(cells, width));
  const cross = Matrix.zeros(width, width);
  const moments = Matrix.zeros(width, 1);
  for (const { s, r } of parts) {
    cross.add(s);
    moments.add(r);
  }
  const m = inverseOfSymmetric(cross);
  if (!m) return undefined;
  const root = symmetricPower(m, (value) => Math.sqrt(value));
  const beta = m.mmul(moments);
  const asked = m.getColumnVector(coefficient);

  const corrected = parts.map(({ s, r }) => {
    const error = Matrix.sub(r, s.mmul(beta));
    const eigen = new EigenvalueDecomposition(symmetric(root.mmul(s).mmul(root)), {
      assumeSymmetric: true,
    });
    const leverages = eigen.realEigenvalues.map((value) => Math.min(1, Math.max(0, value)));
    const axes = root.mmul(eigen.eigenvectorMatrix);
    const along = axes.transpose();
    const scaled = (vector: Matrix, scale: (leverage: number) => number): Matrix => {
      const coordinates = along.mmul(vector);
      leverages.forEach((leverage, place) =>
        coordinates.set(place, 0, coordinates.get(place, 0) * scale(leverage)),
      );
      return axes.mmul(coordinates);
    };
    const adjust = (vector: Matrix): Matrix => Matrix.add(vector, s.mmul(scaled(vector, toRoot)));
    const sAsked = s.mmul(asked);
    return {
      score: asked.dot(adjust(error)),
      q: adjust(sAsked),
      own: asked.dot(sAsked) + sAsked.dot(scaled(sAsked, toInverse)),
    };
  });
  const variance = corrected.reduce((sum, { score }) => sum + score ** 2, 0);
  const degreesOfFreedom = satterthwaite(corrected, m);
  const standardError = Math.sqrt(variance);
  const value = beta.get(coefficient, 0);
  if (!(standardError > 0) || !(degreesOfFreedom > 0)) return undefined;
  const reach = tQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
  return {
    value,
    standardError,
    degreesOfFreedom,
    interval: { low: value - reach, high: value + reach },
  };
}

/** ((1 − d)^−½ − 1) / d: what makes (I − H)^−½ of I. */
function toRoot(leverage: number): number {
  if (leverage < ROUNDING) return 0.5;
  return 1 - leverage < ROUNDING ? -1 / leverage : (1 / Math.sqrt(1 - leverage) - 1) / leverage;
}

/** ((1 − d)^−1 − 1) / d. */
function toInverse(leverage: number): number {
  return 1 - leverage < ROUNDING ? -1 / leverage : 1 / (1 - leverage);
}

/** X'X and X'y of a cluster. */
function sumsOf(cells: Cluster, width: number): { readonly s: Matrix; readonly r: Matrix } {
  const s = Matrix.zeros(width, width);
  const r = Matrix.zeros(width, 1);
  for (const { x, n, sum } of cells)
    for (let row = 0; row < width; row += 1) {
      r.set(row, 0, r.get(row, 0) + x[row]! * sum);
      for (let column = 0; column < width; column += 1)
        s.set(row, column, s.get(row, column) + n * x[row]! * x[column]!);
    }
  return { s, r };
}

/**
 * The degrees of freedom of a sum of squares, by its first two moments: the trace of the matrix
 * with `own` in its diagonal less q'Mq, and that of its square.
 */
function satterthwaite(
  corrected: readonly { readonly q: Matrix; readonly own: number }[],
  m: Matrix,
): number {
  let trace = 0;
  let squares = 0;
  const products = Matrix.zeros(m.rows, m.rows);
  for (const { q, own } of corrected) {
    const shared = q.dot(m.mmul(q));
    trace += own - shared;
    squares += own ** 2 - 2 * own * shared;
    products.add(q.mmul(q.transpose()));
  }
  const mProducts = m.mmul(products);
  squares += mProducts.mmul(mProducts).trace();
  return trace ** 2 / squares;
}

const symmetric = (matrix: Matrix): Matrix => Matrix.add(matrix, matrix.transpose()).mul(0.5);

function symmetricPower(matrix: Matrix, power: (value: number) => number): Matrix {
  const eigen = new EigenvalueDecomposition(symmetric(matrix), { assumeSymmetric: true });
  const v = eigen.eigenvectorMatrix;
  return v
    .mmul(Matrix.diag(eigen.realEigenvalues.map((value) => power(Math.max(0, value)))))
    .mmul(v.transpose());
}

/** Undefined of a matrix without an inverse. */
export function inverseOfSymmetric(matrix: Matrix): Matrix | undefined {
  const scales = Array.from({ length: matrix.rows }, (_, place) =>
    Math.sqrt(matrix.get(place, place)),
  );
  if (scales.some((scale) => !(scale > 0))) return undefined;
  const scaled = Matrix.zeros(matrix.rows, matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1)
    for (let column = 0; column < matrix.rows; column += 1)
      scaled.set(row, column, matrix.get(row, column) / (scales[row]! * scales[column]!));
  const { realEigenvalues } = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  if (Math.min(...realEigenvalues) < ROUNDING) return undefined;
  const inverted = inverse(scaled);
  for (let row = 0; row < matrix.rows; row += 1)
    for (let column = 0; column < matrix.rows; column += 1)
      inverted.set(row, column, inverted.get(row, column) / (scales[row]! * scales[column]!));
  return inverted;
}
