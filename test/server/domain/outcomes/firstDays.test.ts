import assert from 'node:assert/strict';
import {
  completeOn,
  firstDaysOf,
  type WindowCounts,
} from '../../../../server/domain/outcomes/firstDays.ts';
import { meanOf } from '../../../../server/domain/statistics/means.ts';

const NO_SCORES = { n: 0, sum: 0, squares: 0 };
const counts = (more: Partial<WindowCounts> = {}): WindowCounts => ({
  answered: 0,
  barges: 0,
  transcribed: 0,
  withAlert: 0,
  scores: NO_SCORES,
  ...more,
});
const compare = (
  first: Partial<WindowCounts>,
  later: Partial<WindowCounts>,
  alertsKeptDays = 400,
) =>
  firstDaysOf(
    {
      userId: 'ravi',
      name: 'Ravi',
      since: '2026-06-01',
      first: counts(first),
      later: counts(later),
    },
    { today: '2026-11-29', alertsKeptDays },
  );

describe('the first days of a rep', () => {
  it('are over with day 90', () => assert.equal(completeOn('2026-06-01'), '2026-08-30'));

  it('are rates with their number and interval, and a change where these have nothing in common', () => {
    const { barges } = compare({ answered: 200, barges: 30 }, { answered: 300, barges: 6 });
    assert.deepEqual([barges.first.n, barges.first.value, barges.later.value], [200, 0.15, 0.02]);
    // Wilson's interval of 30 of 200, by R's binom.wilson.
    assert.equal(barges.first.interval!.low.toFixed(4), '0.1071');
    assert.equal(barges.first.interval!.high.toFixed(4), '0.2061');
    assert.equal(barges.changed, true);
    assert.equal(
      compare({ answered: 20, barges: 3 }, { answered: 30, barges: 1 }).barges.changed,
      false,
    );
  });

  it('are no rates of nothing', () => {
    const { barges, scores } = compare({}, { answered: 10, barges: 0 });
    assert.deepEqual([barges.first, barges.changed, scores.first], [{ n: 0 }, false, { n: 0 }]);
  });

  it('leave out alerts that may be removed already', () => {
    assert.ok(compare({ transcribed: 10, withAlert: 2 }, {}, 400).alerts);
    assert.equal(compare({ transcribed: 10, withAlert: 2 }, {}, 100).alerts, undefined);
  });

  it('have the mean of scores by Student’s t, and no interval of one alone', () => {
    const { scores } = compare(
      { scores: { n: 3, sum: 180, squares: 60 ** 2 * 3 + 200 } },
      { scores: { n: 1, sum: 90, squares: 8_100 } },
    );
    assert.equal(scores.first.value, 0.6);
    // 60 ± t(.975, 2) · 10 / √3 = 60 ± 24.84.
    assert.equal(scores.first.interval!.low.toFixed(3), '0.352');
    assert.deepEqual(scores.later, { n: 1, value: 0.9 });
    assert.equal(meanOf({ n: 0, sum: 0, squares: 0 }), undefined);
  });
});
