import assert from 'node:assert/strict';
import { voiceRequest } from '../../../../server/telephony/webhooks/voiceRequests.ts';

const LEG = `CA${'a'.repeat(32)}`;

describe('a request for instructions', () => {
  const ask = (params: Record<string, string>) =>
    voiceRequest({
      path: '/telephony/voice',
      params: { CallSid: LEG, To: '', ...params },
      query: {},
      signature: undefined,
    });
  const MAYA = 'client:u_00D000000000001AAA_005000000000002AAA';
  const caller = { orgId: '00D000000000001AAA', userId: '005000000000002AAA' };

  it('comes from a rep who dials', () => {
    assert.deepEqual(ask({ From: MAYA, callId: 'call-1' }), {
      kind: 'rep-dials',
      caller,
      callId: 'call-1',
    });
  });

  it('comes from a softphone that tests its network, which is on no call whatever it says', () => {
    const test = 'client:t_00D000000000001AAA_005000000000002AAA';
    assert.deepEqual(ask({ From: test }), { kind: 'network-test' });
    assert.deepEqual(ask({ From: test, callId: 'call-1' }), { kind: 'network-test' });
  });

  it('comes from a supervisor who joins', () => {
    assert.deepEqual(ask({ From: MAYA, interventionId: 'i-1' }), {
      kind: 'supervisor-joins',
      caller,
      interventionId: 'i-1',
    });
  });

  it('comes from a customer who calls', () => {
    assert.deepEqual(ask({ From: '+14155550142', To: '+15005550100' }), {
      kind: 'inbound',
      from: '+14155550142',
      to: '+15005550100',
      connectionId: LEG,
    });
  });

  it('from a phone never passes for a softphone, whatever it sends along', () => {
    assert.equal(
      ask({
        From: 'u_00D000000000001AAA_005000000000002AAA',
        To: '+15005550100',
        interventionId: 'i-1',
      })?.kind,
      'inbound',
    );
  });

  it('from a softphone that names no call is not understood', () => {
    assert.equal(ask({ From: MAYA }), undefined);
  });

  it('without a caller is not understood', () => {
    assert.equal(ask({ To: '+15005550100' }), undefined);
  });
});
