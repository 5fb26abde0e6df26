import assert from 'node:assert/strict';
import {
  areRatingsFinal,
  decideRating,
  mayRate,
  ratingsFor,
  summaryOf,
} from '../../../../server/domain/supervision/coachingRating.ts';
import type { Debrief, DebriefDecision } from '../../../../server/domain/supervision/debrief.ts';
import { at } from '../../../support/builders.ts';

const MONTH_LATER = at(31 * 86_400);
const debrief = (progress: Debrief['progress']): Debrief => ({
  debriefId: 'i1',
  source: { kind: 'intervention', interventionId: 'i1' },
  callId: 'c1',
  orgId: 'o',
  rep: { userId: 'ravi', name: 'Ravi' },
  supervisor: { userId: 'maya', name: 'Maya' },
  customerName: 'Priya',
  dueOn: '2026-12-03',
  plannedAt: at(0),
  notifiedSteps: [],
  progress,
});
const [ravi, maya] = [{ userId: 'ravi' }, { userId: 'maya' }];
const progressOf = (decided: DebriefDecision) => {
  assert.ok('progress' in decided, JSON.stringify(decided));
  return decided.progress;
};
const refusalOf = (decided: DebriefDecision) => 'refusal' in decided && decided.refusal.code;

describe('the coaching of a debrief', () => {
  const held = { closedAt: at(0) };
  const byRep = progressOf(
    decideRating(debrief(held), ravi, { given: { value: 4, comment: 'Clear' }, now: at(1) }),
  );
  const byBoth = progressOf(
    decideRating(debrief(byRep), maya, { given: { value: 2 }, now: at(2) }),
  );

  it('is rated by each of the two once, when it was held', () => {
    assert.deepEqual(byBoth.ratings, {
      rep: { value: 4, comment: 'Clear', at: at(1) },
      supervisor: { value: 2, at: at(2) },
    });
    assert.equal(
      refusalOf(decideRating(debrief(byRep), ravi, { given: { value: 5 }, now: at(3) })),
      'debrief_given',
    );
    assert.equal(
      refusalOf(decideRating(debrief({}), ravi, { given: { value: 5 }, now: at(3) })),
      'debrief_not_held',
    );
    assert.equal(
      refusalOf(
        decideRating(debrief(held), { userId: 'dana' }, { given: { value: 5 }, now: at(3) }),
      ),
      'debrief_not_found',
    );
  });

  it('is not rated any more after 30 days', () => {
    assert.equal(
      refusalOf(decideRating(debrief(byRep), maya, { given: { value: 5 }, now: MONTH_LATER })),
      'debrief_rating_over',
    );
    assert.deepEqual(
      [mayRate(byRep, 'supervisor', at(3)), mayRate(byRep, 'supervisor', MONTH_LATER)],
      [true, false],
    );
    assert.deepEqual([mayRate(byRep, 'rep', at(3)), mayRate({}, 'rep', at(3))], [false, false]);
  });

  it('shows the rating of the other only after one’s own', () => {
    assert.deepEqual(ratingsFor(byRep, 'supervisor'), {});
    assert.deepEqual(ratingsFor(byRep, 'rep'), { yours: byRep.ratings!.rep });
    assert.deepEqual(ratingsFor(byBoth, 'supervisor'), {
      yours: byBoth.ratings!.supervisor,
      others: byBoth.ratings!.rep,
    });
  });

  it('is known to others once nobody can be swayed by it', () => {
    assert.equal(areRatingsFinal(byRep, at(3)), false);
    assert.equal(areRatingsFinal(byRep, MONTH_LATER), true);
    assert.equal(areRatingsFinal(byBoth, at(3)), true);
    assert.equal(areRatingsFinal({}, MONTH_LATER), false);
  });

  it('is a number of ratings and their mean', () => {
    assert.deepEqual(summaryOf([1, 0, 0, 0, 3]), { n: 4, mean: 4, counts: [1, 0, 0, 0, 3] });
    assert.deepEqual(summaryOf([0, 0, 0, 0, 0]), { n: 0, counts: [0, 0, 0, 0, 0] });
  });
});
