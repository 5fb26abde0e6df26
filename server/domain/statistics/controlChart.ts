import { pooled, type Proportion } from './proportions.ts';

/**
 * Why a point is not common variation: it lies beyond three standard deviations, or it is the
 * eighth or a later one in a row on the same side of the center.
 */
type Signal = 'beyond_limit' | 'run';

interface ChartPoint extends Proportion {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly signal?: Signal;
}

export interface ControlChart<P = unknown> {
  readonly method: 'p' | 'p_prime';
  /** The rate over all periods. */
  readonly center: number;
  /** How much more the rates vary than chance alone explains; 1 in a p-chart. */
  readonly spread: number;
  readonly points: readonly (ChartPoint & P)[];
}

/** From this mean number per period on, a p-chart calls ordinary days signals (Laney 2002). */
const LARGE_N = 1_000;
/** The mean of the absolute difference of two standard normal values. */
const MEAN_MOVING_RANGE = 1.128;
const RUN_LENGTH = 8;
const LIMIT = 3;

/**
 * The control chart of a rate over successive periods: a p-chart, or Laney's p′-chart where the
 * periods are large. Periods without observations are left out.
 */
export function controlChart<P extends Proportion>(periods: readonly P[]): ControlChart<P> {
  const observed = periods.filter(({ n }) => n > 0);
  const all = pooled(observed);
  const center = all.n === 0 ? 0 : all.events / all.n;
  const deviation = ({ n }: Proportion): number => Math.sqrt((center * (1 - center)) / n);
  const isLarge = observed.length > 1 && all.n / observed.length >= LARGE_N;
  const spread =
    isLarge && center > 0 && center < 1
      ? meanMovingRange(observed.map((one) => (one.events / one.n - center) / deviation(one))) /
        MEAN_MOVING_RANGE
      : 1;
  const limited = observed.map((period) => {
    const reach = LIMIT * deviation(period) * spread;
    return {
      ...period,
      rate: period.events / period.n,
      low: Math.max(0, center - reach),
      high: Math.min(1, center + reach),
    };
  });
  const runs = runLengths(limited.map((point) => sideOf(point, center)));
  return {
    method: isLarge ? 'p_prime' : 'p',
    center,
    spread,
    points: limited.map((point, index) => {
      const signal = signalOf(point, runs[index]!);
      return signal ? { ...point, signal } : point;
    }),
  };
}

function signalOf({ rate, low, high }: ChartPoint, run: number): Signal | undefined {
  if (rate < low || rate > high) return 'beyond_limit';
  return run >= RUN_LENGTH ? 'run' : undefined;
}

/**
 * On which side of the center a period is. Where most periods have no event, none is what is to be
 * expected and no side.
 */
const sideOf = ({ rate, n, events }: ChartPoint, center: number): number =>
  events === 0 && (1 - center) ** n >= 0.5 ? 0 : Math.sign(rate - center);

/** For each side how many in a row, this one included, were on it. The center itself is no side. */
function runLengths(sides: readonly number[]): number[] {
  let length = 0;
  return sides.map((side, index) => {
    length = side === 0 ? 0 : side === sides[index - 1] ? length + 1 : 1;
    return length;
  });
}

function meanMovingRange(values: readonly number[]): number {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - values[index]!));
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
}
