import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import {
  decideCalibrationScore,
  shownTo,
  spreadOf,
  type CalibrationScore,
} from '../../../../server/domain/supervision/calibration.ts';
import { SHIPPED_SCORECARD, scoreOf } from '../../../../server/domain/supervision/scorecard.ts';
import { at, liveCall } from '../../../support/builders.ts';

const items = SHIPPED_SCORECARD.filter(({ kind }) => kind === 'yes_no').map((item) => ({
  ...item,
  needsComment: false,
}));
const answers = (value: boolean) => items.map(({ name: item }) => ({ item, value }));
const ended: Call = { ...liveCall(), status: 'ended', endedAt: at(60), endReason: 'hung_up' };
const given = (userId: string, value: boolean): CalibrationScore => ({
  scorer: { userId, name: userId },
  score: {
    byUserId: userId,
    at: at(90),
    answers: answers(value),
    ...scoreOf(items, answers(value)),
  },
});
const decide = (
  call: Call,
  userId: string,
  before: readonly CalibrationScore[] = [],
  own = answers(true),
) => decideCalibrationScore(call, userId, { items, answers: own, given: before, now: at(100) });
const codeOf = (decided: ReturnType<typeof decide>) =>
  'refusal' in decided ? decided.refusal.code : decided.score.percent;

describe('a call that several score', () => {
  it('is scored by each once, when it has ended', () => {
    assert.equal(codeOf(decide(ended, 'maya')), 100);
    assert.equal(codeOf(decide(ended, 'maya', [given('maya', true)])), 'debrief_given');
    assert.equal(codeOf(decide(ended, 'maya', [given('dana', true)])), 100);
    assert.equal(codeOf(decide(liveCall(), 'maya')), 'call_not_found');
    const practice: Call = {
      ...ended,
      purpose: { kind: 'practice', scenario: 'angry', language: 'en' },
    };
    assert.equal(codeOf(decide(practice, 'maya')), 100, 'for practice, too');
  });

  it('is not scored by its rep, nor with an item left out', () => {
    assert.equal(codeOf(decide(ended, ended.rep.userId)), 'call_not_found');
    assert.equal(codeOf(decide(ended, 'maya', [], [])), 'score_incomplete');
  });

  it('shows nobody what others gave before their own', () => {
    const both = [given('maya', true), given('dana', false)];
    assert.deepEqual(shownTo(both, 'quinn'), []);
    assert.deepEqual(shownTo(both, 'maya'), both);
  });

  it('says how far apart they are, and on which items', () => {
    assert.equal(spreadOf([given('maya', true)]), undefined);
    assert.deepEqual(spreadOf([given('maya', true), given('dana', false), given('quinn', true)]), {
      scores: 3,
      lowest: 0,
      highest: 100,
      mean: 67,
      differs: items.map(({ name }) => name),
    });
    assert.deepEqual(spreadOf([given('maya', true), given('dana', true)])?.differs, []);
  });
});
