import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { adjustedForTenure } from '../../../../server/domain/outcomes/tenure.ts';
import { funnel, funnelAround } from '../../../../server/domain/statistics/funnel.ts';
import { meanOf } from '../../../../server/domain/statistics/means.ts';

type Values = readonly number[];
interface Adjusted extends Record<
  'events' | 'expected' | 'p' | 'rate' | 'shrunk' | 'low95' | 'high95' | 'low998' | 'high998',
  Values
> {
  readonly target: number;
  readonly tau2: number;
}
interface Reference extends Record<'same' | 'differ', Adjusted> {
  readonly weeks: Values;
  readonly n: Values;
  readonly shares: { values: Values; mean: number; low: number; high: number };
}

/** Written by tenure.R. */
const R = JSON.parse(readFileSync(new URL('tenure.json', import.meta.url), 'utf8')) as Reference;

function allEqual(actual: Values, expected: Values, what: string): void {
  assert.equal(actual.length, expected.length, what);
  actual.forEach((one, place) =>
    assert.ok(
      Math.abs(one - expected[place]!) <= 5e-7 * Math.max(1, Math.abs(expected[place]!)),
      `${what} ${place}: ${one}, R says ${expected[place]}`,
    ),
  );
}

const peopleOf = (events: Values) =>
  events.map((those, place) => ({ userId: `user ${place}`, n: R.n[place]!, events: those }));
const TENURES = R.weeks.map((weeks, place) => ({
  userId: `user ${place}`,
  weeks,
  isAtLeast: weeks > 100,
}));

describe('a funnel that is adjusted for tenure', () => {
  for (const [name, what] of [
    ['same', 'chance alone, with exact limits'],
    ['differ', 'people who differ, with widened limits'],
  ] as const)
    it(`has R’s expected and adjusted rates, limits and p-values of ${what}`, () => {
      const expected = R[name];
      const found = adjustedForTenure(peopleOf(expected.events), TENURES);
      assert.ok(found.status === 'adjusted');
      const { points } = found;
      const of = (read: (point: (typeof points)[number]) => number) => points.map(read);
      allEqual([found.target, found.betweenVariance], [expected.target, expected.tau2], 'target');
      assert.equal(expected.tau2 > 0, name === 'differ');
      allEqual(
        of((one) => one.expected),
        expected.expected,
        'expected',
      );
      allEqual(
        of(({ rate }) => rate),
        expected.rate,
        'rate',
      );
      allEqual(
        of(({ shrunkRate }) => shrunkRate),
        expected.shrunk,
        'shrunk',
      );
      allEqual(
        of(({ pValue }) => pValue),
        expected.p,
        'p',
      );
      allEqual(
        of(({ limits95 }) => limits95.low),
        expected.low95,
        'low, 95 %',
      );
      allEqual(
        of(({ limits95 }) => limits95.high),
        expected.high95,
        'high, 95 %',
      );
      allEqual(
        of(({ limits998 }) => limits998.low),
        expected.low998,
        'low, 99.8 %',
      );
      allEqual(
        of(({ limits998 }) => limits998.high),
        expected.high998,
        'high, 99.8 %',
      );
    });

  it('is the plain one where the same is expected of everybody', () => {
    const people = peopleOf(R.differ.events);
    const plain = funnel(people);
    assert.deepEqual(
      funnelAround(
        people,
        people.map(() => plain.target),
      ),
      plain,
    );
  });

  it('calls nobody different for being new, whose rate is usual for that', () => {
    const weeks = Array.from({ length: 20 }, (_, place) => (place < 10 ? place % 3 : 150 + place));
    const people = weeks.map((one, place) => ({
      userId: `user ${place}`,
      n: 400,
      events: (one < 10 ? 80 : 20) + (place % 2),
    }));
    const tenures = weeks.map((one, place) => ({
      userId: `user ${place}`,
      weeks: one,
      isAtLeast: false,
    }));
    const found = adjustedForTenure(people, tenures);
    assert.ok(found.status === 'adjusted');
    const apart = (points: readonly { rate: number }[]): number =>
      Math.max(...points.map(({ rate }) => rate)) - Math.min(...points.map(({ rate }) => rate));
    assert.ok(apart(found.points) < apart(funnel(people).points) / 3);
    assert.ok(found.points.every(({ verdict }) => verdict === 'usual'));
  });

  it('is none of few people, and none where all have been there for as long', () => {
    const people = peopleOf(R.same.events);
    assert.equal(adjustedForTenure(people.slice(0, 9), TENURES).status, 'too_few');
    assert.equal(adjustedForTenure(people, TENURES.slice(0, 9)).status, 'too_few');
    const alike = TENURES.map((one) => ({ ...one, weeks: 12 }));
    assert.equal(adjustedForTenure(people, alike).status, 'too_few');
    const never = people.map((one) => ({ ...one, events: 0 }));
    assert.equal(adjustedForTenure(never, TENURES).status, 'too_few');
  });
});

describe('a mean of shares', () => {
  it('has R’s interval of Student’s t, from their sums', () => {
    const { values, mean, low, high } = R.shares;
    const found = meanOf({
      n: values.length,
      sum: values.reduce((sum, one) => sum + one, 0),
      squares: values.reduce((sum, one) => sum + one ** 2, 0),
    })!;
    allEqual([found.mean, found.interval!.low, found.interval!.high], [mean, low, high], 'mean');
  });
});
