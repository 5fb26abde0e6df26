import assert from 'node:assert/strict';
import { callElsewhere } from '../../softphone/src/reach.ts';
import type { CallView } from '../../softphone/src/types.ts';

const call = (device: 'softphone' | 'phone', present = true): CallView =>
  ({
    callId: 'c1',
    status: 'live',
    rep: { userId: 'ravi', present, device },
    customer: { name: 'Priya Raman', onHold: false },
    interventions: [],
  }) as unknown as CallView;
const elsewhere = (one: CallView, wasOn?: string, userId = 'ravi') =>
  callElsewhere([one], userId, { wasOn })?.device;

describe('a rep’s call that another window is on', () => {
  it('is offered to a softphone that is not, since that window may have died', () => {
    assert.equal(elsewhere(call('softphone')), 'softphone');
    assert.equal(elsewhere(call('softphone', false)), undefined);
    assert.equal(elsewhere(call('softphone'), undefined, 'lena'), undefined);
  });

  it('is not offered to the softphone that has just left it', () => {
    assert.equal(elsewhere(call('softphone'), 'c1'), undefined);
    assert.equal(elsewhere(call('softphone'), 'c0'), 'softphone');
  });

  it('is offered from a phone of one’s own in any case', () =>
    assert.equal(elsewhere(call('phone'), 'c1'), 'phone'));
});
