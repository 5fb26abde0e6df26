import assert from 'node:assert/strict';
import {
  mayKnowScore,
  type GivenScore,
} from '../../../../server/domain/supervision/givenScores.ts';

const SCORE = { byUserId: 'maya', at: '2026-11-20T10:00:00Z', answers: [], failed: [] };
const place = { scoreId: 's', callId: 'c', at: SCORE.at };
const debrief: GivenScore = {
  ...place,
  kind: 'debrief',
  interventionId: 'i',
  self: SCORE,
  supervisor: SCORE,
};
const calibration: GivenScore = { ...place, kind: 'calibration', score: SCORE };
const scorers = () => ['maya', 'dana'];

describe('a score that a program asks for (P24)', () => {
  it('is known to who may see the call, once both of a debrief have scored', () => {
    assert.equal(mayKnowScore(debrief, { userId: 'quinn', roles: ['qa'] }, scorers), true);
  });
  it('is kept back of a calibration from who could still score it blind', () => {
    assert.equal(mayKnowScore(calibration, { userId: 'quinn', roles: ['qa'] }, scorers), false);
    assert.equal(mayKnowScore(calibration, { userId: 'dana', roles: ['qa'] }, scorers), true);
    assert.equal(mayKnowScore(calibration, { userId: 'ada', roles: ['admin'] }, scorers), true);
  });
});
