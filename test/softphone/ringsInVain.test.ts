import assert from 'node:assert/strict';
import { ringsInVain } from '../../softphone/src/ringsInVain.ts';
import { INITIAL, type SoftphoneState } from '../../softphone/src/state.ts';
import type { CallView } from '../../softphone/src/types.ts';
import { callWith } from './support/builders.ts';

const RING = { lineId: 'line2', callId: 'c1', name: 'Priya', lostRep: 'Ravi' };

function back(
  call: Partial<CallView> = {},
  more: Partial<SoftphoneState> = {},
  line: Partial<Extract<SoftphoneState['call'], { lineId: string }>> = {},
): SoftphoneState {
  return {
    ...INITIAL,
    me: { userId: 'ravi', modes: [], takesCalls: true },
    call: {
      status: 'open',
      lineId: 'line1',
      callId: 'c1',
      muted: false,
      voice: { status: 'on' },
      since: '2026-11-02T17:00:00.000Z',
      ...line,
    },
    calls: [{ ...callWith(), ...call }],
    rings: [RING],
    ...more,
  };
}

describe('a phone that rings for a rep who was lost and is back already', () => {
  it('rings in vain once the server sees the rep on the call', () => {
    assert.deepEqual(ringsInVain(back()), ['line2']);
    const absent = { ...callWith().rep, present: false };
    assert.deepEqual(ringsInVain(back({ rep: absent })), []);
    const repLoss = { since: '', until: '', isAttended: false };
    assert.deepEqual(ringsInVain(back({ repLoss })), []);
  });

  it('rings on before the new connection is open', () =>
    assert.deepEqual(ringsInVain(back({}, {}, { status: 'connecting' })), []));

  it('rings on for another customer, and for a call that a colleague transfers', () => {
    assert.deepEqual(ringsInVain(back({}, { rings: [{ ...RING, callId: 'c2' }] })), []);
    assert.deepEqual(ringsInVain(back({}, { rings: [{ ...RING, lostRep: undefined }] })), []);
  });

  it('rings on for a supervisor, and for somebody whose call it is not', () => {
    assert.deepEqual(ringsInVain(back({}, {}, { interventionId: 'i1' })), []);
    const lena = { userId: 'lena', modes: [], takesCalls: true };
    assert.deepEqual(ringsInVain(back({}, { me: lena })), []);
  });
});
