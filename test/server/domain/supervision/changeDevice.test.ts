import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { Device } from '../../../../server/domain/call/people.ts';
import { decideRepDevice } from '../../../../server/domain/supervision/changeDevice.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import { liveCall, rep, supervisedCall } from '../../../support/builders.ts';
import { fact, happen, lost, REP, repLeft } from '../../../support/lostRep.ts';

const RAVI = rep({ userId: liveCall().rep.userId });
const ADDRESS = { softphone: undefined, phone: '+14155550199', sip: 'sip:ravi@halcyon.example' };
const decided = (call: Call, device: Device = 'softphone') =>
  decideRepDevice(call, { rep: RAVI, device, address: ADDRESS[device] });
const words = (call: Call, device?: Device) => {
  const decision = decided(call, device);
  return 'refusal' in decision ? refusalText(decision.refusal, 'en') : undefined;
};

describe('a rep who continues here', () => {
  it('may in the moment in which the loss of the other window is noticed, and after it', () => {
    assert.equal(words(liveCall()), undefined);
    assert.equal(words(lost()), undefined);
  });

  it('has the call again as soon as this window is connected, though the rep is being rung', () => {
    const { call, told } = happen(
      lost(),
      11,
      fact('participant-joined', REP, { connectionId: 'CA-here', device: 'softphone' }),
    );
    assert.ok(told.includes('RepLossEnded'));
    assert.equal(call.repLoss?.over?.because, 'returned');
  });

  it('has the call again when the loss is noticed between the click and the connection', () => {
    const here = fact('participant-joined', REP, {
      connectionId: 'CA-here',
      device: 'softphone',
      at: '2026-01-01T00:00:00Z',
    });
    const { call } = happen(liveCall(), 10, repLeft(), here);
    assert.equal(call.repLoss?.over?.because, 'returned');
    const inTime = happen(liveCall(), 10, here, repLeft());
    assert.ok(!inTime.told.includes('RepLost'));
  });

  it('is not taken to be there while the phone that is rung for them only rings', () => {
    const { told } = happen(lost(), 11, fact('participant-joined', REP, { connectionId: 'CA-2' }));
    assert.ok(!told.includes('RepLossEnded'));
  });

  it('is told what to do where a phone is to take the place of a connection that is gone', () => {
    assert.deepEqual(words(lost(), 'phone'), {
      message: "You aren't on this call right now.",
      hint: 'Return to the call in the softphone first.',
    });
  });

  it('is told so where a supervisor has the call in their place', () => {
    const taken = supervisedCall({ mode: 'takeover', repAfterTakeover: 'leaves' }, 'everyone');
    assert.equal(
      words(happen(taken, 10, repLeft()).call)?.message,
      "You aren't on this call right now.",
    );
  });
});
