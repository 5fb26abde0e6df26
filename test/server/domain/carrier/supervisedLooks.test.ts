import assert from 'node:assert/strict';
import { lookAgainMs } from '../../../../server/domain/carrier/supervisedLooks.ts';
import { active, at, liveCall, participant, supervisedCall } from '../../../support/builders.ts';

const NOW = at(3_600);
const OFTEN = 30_000;

describe('how soon a supervised call is looked into again', () => {
  it('is half as long as everybody has listened in silence', () => {
    assert.equal(lookAgainMs(supervisedCall({ modeSince: at(3_000) }), NOW), 300_000);
    assert.equal(lookAgainMs(supervisedCall({ modeSince: at(3_590) }), NOW), OFTEN);
    assert.equal(lookAgainMs(supervisedCall(), NOW), 20 * 60_000);
  });
  it('is counted from the newest supervisor', () => {
    const both = supervisedCall({}, 'nobody', {
      interventions: [active(), active({ interventionId: 'i2', modeSince: at(3_400) })],
    });
    assert.equal(lookAgainMs(both, NOW), 100_000);
  });
  it('is counted from a mode that failed: the request for it may come late', () => {
    const failed = supervisedCall({ problem: { code: 'carrier_unavailable', at: at(3_500) } });
    assert.equal(lookAgainMs(failed, NOW), 50_000);
  });
  it('is counted from a device that came into the conference', () => {
    const { participants } = supervisedCall();
    const moved = supervisedCall({}, 'nobody', {
      participants: [
        ...participants,
        participant('supervisor', { audibleTo: 'nobody', joinedAt: at(3_400) }),
      ],
    });
    assert.equal(lookAgainMs(moved, NOW), 100_000);
  });

  const often = {
    'a supervisor is heard': supervisedCall({ mode: 'whisper' }),
    'a supervisor may be heard, whatever the mode': supervisedCall({}, 'rep'),
    'a mode is requested': supervisedCall({
      pending: { mode: 'whisper', requestId: 'r', requestedAt: at(0) },
    }),
    'a supervisor is leaving': supervisedCall({ leaving: true }),
    'the rep is lost': supervisedCall({}, 'nobody', {
      repLoss: { since: at(0), ringing: { steps: [] } } as never,
    }),
    'the last supervisor has left': liveCall(),
  };
  for (const [when, call] of Object.entries(often))
    it(`is half a minute while ${when}`, () => assert.equal(lookAgainMs(call, NOW), OFTEN));
});
