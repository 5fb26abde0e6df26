import assert from 'node:assert/strict';
import { gatherMs, heldTopics } from '../../../../server/domain/outbox/holdBack.ts';

const LIMIT = 15_000;
const NOW = 1_000_000;
const at = (used: number, ageMs = 0) => ({ used, limit: LIMIT, atMs: NOW - ageMs });

describe('messages for an org that nears its daily limit of requests', () => {
  for (const [share, held] of [
    [0.79, []],
    [0.8, ['crm.acknowledgement', 'crm.callDay', 'crm.checkpoint']],
    [
      0.9,
      [
        'crm.acknowledgement',
        'crm.call',
        'crm.callDay',
        'crm.checkpoint',
        'crm.coachingRatings',
        'crm.debriefNotification',
        'crm.debriefRecord',
        'crm.followNotification',
        'crm.help',
        'crm.missedCallNotification',
        'crm.notification',
        'crm.trainingNotification',
      ],
    ],
    [
      0.95,
      [
        'crm.acknowledgement',
        'crm.call',
        'crm.callDay',
        'crm.checkpoint',
        'crm.coachingRatings',
        'crm.debriefEvent',
        'crm.debriefNotification',
        'crm.debriefRecord',
        'crm.followNotification',
        'crm.help',
        'crm.helpNotification',
        'crm.intervention',
        'crm.jointCallEvent',
        'crm.jointCallNotification',
        'crm.missedCall',
        'crm.missedCallNotification',
        'crm.notification',
        'crm.summonsNotification',
        'crm.trainingNotification',
      ],
    ],
  ] as const)
    it(`wait at ${share * 100} %: ${held.join(', ') || 'none'}`, () =>
      assert.deepEqual(heldTopics(at(share * LIMIT), NOW).toSorted(), held));

  it('gather longer', () => {
    assert.equal(gatherMs(at(0.7 * LIMIT), NOW), 1_000);
    assert.equal(gatherMs(at(0.8 * LIMIT), NOW), 30_000);
  });

  it('go as always when nothing is known, or not any more', () => {
    assert.deepEqual(heldTopics(undefined, NOW), []);
    assert.deepEqual(heldTopics(at(LIMIT, 60_001), NOW), []);
    assert.equal(gatherMs(undefined, NOW), 1_000);
  });
});
