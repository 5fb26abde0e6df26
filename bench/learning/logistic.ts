/** One line to fit: the numbers of its features, whether it belongs, and how much it counts. */
export interface Row {
  readonly features: Int32Array;
  /** What each of its features weighs. */
  readonly share: number;
  readonly belongs: boolean;
  readonly counts: number;
}

const STEPS = 60;
/** The first steps may change little: they only find out how far the next ones can go. */
const LEAST_STEPS = 12;
const MEMORY = 8;
const SMALLEST_STEP = 2e-4;
const HALVINGS = 20;
const FIRST_BIAS = -3;

/**
 * Weights of a logistic model, the bias last. A feature has a penalty: the larger it is, the smaller
 * is its weight.
 */
export function fitLogistic(rows: readonly Row[], penalties: Float64Array): Float64Array {
  const start = new Float64Array(penalties.length + 1);
  start[penalties.length] = FIRST_BIAS;
  return minimized(start, (weights, slope) => lossOf(rows, weights, { slope, penalties }));
}

function lossOf(
  rows: readonly Row[],
  weights: Float64Array,
  { slope, penalties }: { readonly slope: Float64Array; readonly penalties: Float64Array },
): number {
  const size = penalties.length;
  slope.fill(0);
  let loss = 0;
  for (const { features, share, belongs, counts } of rows) {
    let score = weights[size]!;
    for (const at of features) score += weights[at]! * share;
    const margin = belongs ? score : -score;
    loss +=
      counts *
      (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)));
    const wrong = (1 / (1 + Math.exp(-score)) - (belongs ? 1 : 0)) * counts;
    for (const at of features) slope[at]! += wrong * share;
    slope[size]! += wrong;
  }
  for (let at = 0; at < size; at += 1) {
    loss += (penalties[at]! / 2) * weights[at]! ** 2;
    slope[at]! += penalties[at]! * weights[at]!;
  }
  return loss;
}

type Loss = (weights: Float64Array, slope: Float64Array) => number;
interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly rate: number;
}

/** L-BFGS: J. Nocedal and S. J. Wright, "Numerical Optimization" (2006), algorithm 7.4. */
function minimized(start: Float64Array, lossAt: Loss): Float64Array {
  const size = start.length;
  let weights = start;
  let slope = new Float64Array(size);
  let loss = lossAt(weights, slope);
  const steps: Step[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const direction = directionOf(slope, steps);
    const gain = dot(slope, direction);
    const next = new Float64Array(size);
    const nextSlope = new Float64Array(size);
    let nextLoss = Infinity;
    let length = 1;
    for (let tries = 0; tries < HALVINGS; tries += 1) {
      for (let at = 0; at < size; at += 1) next[at] = weights[at]! - length * direction[at]!;
      nextLoss = lossAt(next, nextSlope);
      if (nextLoss <= loss - 1e-4 * length * gain) break;
      length /= 2;
    }
    if (!(nextLoss < loss)) return weights;
    const moved = next.map((value, at) => value - weights[at]!);
    const turned = nextSlope.map((value, at) => value - slope[at]!);
    const bend = dot(moved, turned);
    if (bend > 1e-10) steps.push({ moved, turned, rate: 1 / bend });
    if (steps.length > MEMORY) steps.shift();
    const isDone = step >= LEAST_STEPS && loss - nextLoss < SMALLEST_STEP * Math.abs(loss);
    [weights, slope, loss] = [next, nextSlope, nextLoss];
    if (isDone) return weights;
  }
  return weights;
}

function directionOf(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = slope.slice();
  const add = (values: Float64Array, factor: number): void => {
    for (let at = 0; at < direction.length; at += 1) direction[at]! += factor * values[at]!;
  };
  const kept: number[] = [];
  for (let n = steps.length - 1; n >= 0; n -= 1) {
    const { moved, turned, rate } = steps[n]!;
    kept[n] = rate * dot(moved, direction);
    add(turned, -kept[n]!);
  }
  const last = steps.at(-1);
  const scale = last
    ? 1 / (last.rate * dot(last.turned, last.turned))
    : 1 / Math.sqrt(dot(slope, slope));
  for (let at = 0; at < direction.length; at += 1) direction[at]! *= scale;
  steps.forEach(({ moved, turned, rate }, n) =>
    add(moved, kept[n]! - rate * dot(turned, direction)),
  );
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}
