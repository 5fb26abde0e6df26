import assert from 'node:assert/strict';
import {
  BUSY,
  NUMBER,
  PHONE,
  onCarrierBench,
  type CarrierBench,
} from '../../../support/carrierBench.ts';
import { until } from '../../../support/until.ts';

const RFC2822 = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/;

describe('what the stand-in reports of a leg', () => {
  let bench: CarrierBench;
  let room: string;
  onCarrierBench((place) => ({ bench, room } = place));

  const events = ['initiated', 'ringing', 'answered', 'completed'];
  const told = (callSid: string) =>
    bench.callbacks
      .filter(({ path, params }) => path === '/leg' && params.CallSid === callSid)
      .map(({ params }) => params)
      .toSorted((a, b) => Number(a.SequenceNumber) - Number(b.SequenceNumber));

  it('is each status, numbered from 0, with the standard parameters', async () => {
    const { callSid } = await bench.join(room, 'customer', {
      statusCallback: `${bench.listener}/leg`,
      statusCallbackEvent: events,
    });
    await bench.client.calls(callSid).update({ status: 'completed' });
    await until('it is told that the call is over', () => told(callSid).length === 4);
    assert.deepEqual(
      told(callSid).map(({ SequenceNumber, CallStatus }) => `${SequenceNumber} ${CallStatus}`),
      ['0 initiated', '1 ringing', '2 in-progress', '3 completed'],
    );
    for (const params of told(callSid)) {
      const {
        CallbackSource,
        Direction,
        ApiVersion,
        From,
        Caller,
        To,
        Called,
        ToCountry,
        ToCity,
        Timestamp,
      } = params;
      assert.deepEqual(
        { CallbackSource, Direction, ApiVersion, From, Caller, To, Called, ToCountry, ToCity },
        {
          CallbackSource: 'call-progress-events',
          Direction: 'outbound-api',
          ApiVersion: '2010-04-01',
          From: NUMBER,
          Caller: NUMBER,
          To: PHONE,
          Called: PHONE,
          ToCountry: 'US',
          ToCity: '',
        },
      );
      assert.match(Timestamp!, RFC2822);
    }
    const { CallDuration, Duration, SipResponseCode } = told(callSid)[3]!;
    assert.ok(Number(CallDuration) >= 0 && Number(Duration) >= 0);
    assert.equal(SipResponseCode, '200');
  });

  it('is only the end by default, with what it ended as', async () => {
    const { callSid } = await bench.dial(room, 'customer', {
      to: BUSY,
      statusCallback: `${bench.listener}/leg`,
    });
    await until('it is told that the call is over', () => told(callSid).length > 0);
    assert.deepEqual(
      told(callSid).map(({ CallStatus, SipResponseCode, CallDuration }) => [
        CallStatus,
        SipResponseCode,
        CallDuration,
      ]),
      [['busy', '486', '0']],
    );
  });

  it('names the call that it was dialed by', async () => {
    bench.documents.set(
      '/inbound',
      `<Response><Dial action="/after" timeout="5"><Number>${PHONE}</Number></Dial></Response>`,
    );
    bench.documents.set('/after', '<Response/>');
    const { callSid } = await bench.control<{ callSid: string }>('POST', 'calls', {
      from: '+14155550142',
      to: NUMBER,
    });
    const child = await until(
      'the other leg is up',
      async () =>
        (await bench.client.calls.list({ parentCallSid: callSid, status: 'in-progress' }))[0],
    );
    assert.deepEqual([child.direction, child.to], ['outbound-dial', PHONE]);
    await bench.client.calls(child.sid).update({ status: 'completed' });
    const { params } = await until('the action is asked', () =>
      bench.callbacks.find(({ path }) => path === '/after'),
    );
    assert.deepEqual([params.DialCallStatus, params.DialCallSid], ['completed', child.sid]);
  });
});
