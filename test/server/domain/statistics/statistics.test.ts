import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { controlChart } from '../../../../server/domain/statistics/controlChart.ts';
import { adjustedPValues } from '../../../../server/domain/statistics/discoveries.ts';
import {
  additiveVariance,
  exactLimits,
  funnel,
  winsorised,
} from '../../../../server/domain/statistics/funnel.ts';
import { exactInterval, wilsonInterval } from '../../../../server/domain/statistics/proportions.ts';

interface Reference {
  readonly intervals: readonly {
    readonly events: number;
    readonly n: number;
    readonly wilson: readonly number[];
    readonly exact: readonly number[];
    readonly exact998: readonly number[];
  }[];
  readonly charts: Record<'small' | 'large', ReferenceChart>;
  readonly limits: readonly { target: number; n: number; at: readonly number[] }[];
  readonly funnel: Record<
    | 'n'
    | 'events'
    | 'winsorised'
    | 'p'
    | 'adjusted'
    | 'low95'
    | 'high95'
    | 'low998'
    | 'high998'
    | 'shrunk',
    readonly number[]
  > & {
    readonly target: number;
    readonly tau2: number;
    readonly dl: {
      readonly scores: readonly number[];
      readonly weights: readonly number[];
      readonly tau2: number;
    };
  };
}

interface ReferenceChart extends Record<'n' | 'events' | 'low' | 'high', readonly number[]> {
  readonly center: number;
  readonly spread: number;
}

/** Written by reference.R. */
const R = JSON.parse(readFileSync(new URL('reference.json', import.meta.url), 'utf8')) as Reference;

/** Equal to six digits. */
function equal(actual: number, expected: number, what: string): void {
  assert.ok(
    Math.abs(actual - expected) <= 5e-7 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual}, R says ${expected}`,
  );
}

const allEqual = (actual: readonly number[], expected: readonly number[], what: string): void => {
  assert.equal(actual.length, expected.length, what);
  expected.forEach((value, index) => equal(actual[index]!, value, `${what} ${index}`));
};

const proportions = ({ n, events }: { n: readonly number[]; events: readonly number[] }) =>
  n.map((size, index) => ({ n: size, events: events[index]! }));

describe('an interval of a proportion', () => {
  for (const { events, n, wilson, exact, exact998 } of R.intervals)
    it(`is R’s for ${events} of ${n}`, () => {
      const ofWilson = wilsonInterval({ events, n });
      allEqual([ofWilson.low, ofWilson.high], wilson, 'Wilson');
      const ofExact = exactInterval({ events, n });
      allEqual([ofExact.low, ofExact.high], exact, 'exact');
      const wide = exactInterval({ events, n }, 0.998);
      allEqual([wide.low, wide.high], exact998, 'exact, 99.8 %');
    });

  it('says nothing without observations', () => {
    assert.deepEqual(wilsonInterval({ events: 0, n: 0 }), { low: 0, high: 1 });
  });
});

describe('a control chart', () => {
  for (const [size, method] of [
    ['small', 'p'],
    ['large', 'p_prime'],
  ] as const)
    it(`has R’s limits where the periods are ${size}`, () => {
      const expected = R.charts[size];
      const chart = controlChart(proportions(expected));
      assert.equal(chart.method, method);
      equal(chart.center, expected.center, 'center');
      equal(chart.spread, expected.spread, 'spread');
      allEqual(
        chart.points.map(({ low }) => low),
        expected.low,
        'low',
      );
      allEqual(
        chart.points.map(({ high }) => high),
        expected.high,
        'high',
      );
    });

  const quiet = Array.from({ length: 12 }, (_, index) => ({ n: 100, events: index % 2 ? 9 : 11 }));
  const signals = (periods: readonly { n: number; events: number }[]) =>
    controlChart(periods).points.map(({ signal }) => signal);

  it('calls nothing a signal that is common variation', () => {
    assert.deepEqual(
      signals(quiet).filter((signal) => signal),
      [],
    );
  });

  it('calls a point beyond three standard deviations a signal', () => {
    assert.equal(signals([...quiet, { n: 100, events: 30 }]).at(-1), 'beyond_limit');
  });

  it('calls the eighth in a row on one side a signal, and not the seventh', () => {
    const shifted = Array.from({ length: 8 }, () => ({ n: 100, events: 15 }));
    assert.deepEqual(signals([...quiet, ...quiet, ...shifted]).slice(-2), [undefined, 'run']);
  });

  it('calls no run a signal where most periods have no event', () => {
    const rare = Array.from({ length: 20 }, (_, index) => ({
      n: 35,
      events: index === 18 ? 1 : 0,
    }));
    assert.ok(!signals(rare).includes('run'));
  });

  it('leaves out periods without observations', () => {
    assert.equal(controlChart([...quiet, { n: 0, events: 0 }]).points.length, 12);
  });

  it('is empty without any', () => {
    assert.deepEqual(controlChart([]).points, []);
  });
});

describe('a funnel', () => {
  for (const { target, n, at } of R.limits)
    it(`has R’s exact limits for ${n} around ${target}`, () => {
      const inner = exactLimits(target, n, 0.95);
      const outer = exactLimits(target, n, 0.998);
      allEqual([inner.low, inner.high, outer.low, outer.high], at, 'limits');
    });

  it('has metafor’s variance between units, of DerSimonian and Laird', () => {
    const { scores, weights, tau2 } = R.funnel.dl;
    equal(additiveVariance(scores, weights), tau2, 'tau²');
  });

  it('has R’s Winsorised scores, limits, shrunk rates and adjusted p-values', () => {
    const { points, target, betweenVariance } = funnel(proportions(R.funnel));
    equal(target, R.funnel.target, 'target');
    equal(betweenVariance, R.funnel.tau2, 'tau²');
    const of = (read: (point: (typeof points)[number]) => number) => points.map(read);
    allEqual(
      of(({ pValue }) => pValue),
      R.funnel.p,
      'p',
    );
    allEqual(adjustedPValues(R.funnel.p), R.funnel.adjusted, 'adjusted');
    allEqual(
      of(({ limits95 }) => limits95.low),
      R.funnel.low95,
      'low, 95 %',
    );
    allEqual(
      of(({ limits95 }) => limits95.high),
      R.funnel.high95,
      'high, 95 %',
    );
    allEqual(
      of(({ limits998 }) => limits998.low),
      R.funnel.low998,
      'low, 99.8 %',
    );
    allEqual(
      of(({ limits998 }) => limits998.high),
      R.funnel.high998,
      'high, 99.8 %',
    );
    allEqual(
      of(({ shrunkRate }) => shrunkRate),
      R.funnel.shrunk,
      'shrunk',
    );
  });

  it('calls outlier what is one after the correction, and only that', () => {
    const { points } = funnel(proportions(R.funnel));
    const { adjusted } = R.funnel;
    points.forEach(({ verdict }, index) =>
      assert.equal(verdict !== 'usual', adjusted[index]! <= 0.1, `unit ${index}`),
    );
  });

  it('finds the one who differs, and nobody among those who do not', () => {
    const same = Array.from({ length: 30 }, (_, index) => ({ n: 400, events: 7 + (index % 3) }));
    assert.deepEqual(
      funnel([...same, { n: 400, events: 60 }])
        .points.filter(({ verdict }) => verdict !== 'usual')
        .map(({ events, verdict }) => [events, verdict]),
      [[60, 'outlier_high']],
    );
    assert.ok(funnel(same).points.every(({ verdict }) => verdict === 'usual'));
  });

  it('sets the lowest and highest tenth to the nearest that stays', () => {
    assert.deepEqual(winsorised([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.1)[10], 9);
  });

  it('is empty without any, and leaves out who has no calls', () => {
    assert.deepEqual(funnel([]).points, []);
    assert.equal(
      funnel([
        { n: 0, events: 0 },
        { n: 50, events: 4 },
      ]).points.length,
      1,
    );
  });
});
