import assert from 'node:assert/strict';
import type { Twilio } from 'twilio';
import { NUMBER, onLocalCarrier, type LocalCarrier } from '../../../support/localCarrier.ts';
import type { ToneApp } from '../../../support/toneApp.ts';
import { until } from '../../../support/until.ts';

const DESK = 'sip:maya@desk.example.com';

describe('a SIP endpoint', () => {
  let local: LocalCarrier;
  let client: Twilio;
  let app: ToneApp;
  onLocalCarrier((place) => {
    ({ local, app } = place);
    ({ client } = local);
  });

  const invite = (to: string, room = 'sip') =>
    client.conferences(room).participants.create({
      from: NUMBER,
      to,
      label: 'supervisor',
      beep: 'false',
      statusCallback: `${app.httpUrl}/status`,
      statusCallbackEvent: ['answered', 'completed'],
    });
  const reported = (status: string) =>
    until(
      `the call is reported ${status}`,
      () => app.requests.find(({ params }) => params.CallStatus === status)?.params,
    );

  it('that answers takes part like a phone, reported with 200', async () => {
    await local.script(DESK, { toneHz: 700 });
    const { callSid, conferenceSid } = await invite(DESK);
    assert.equal((await reported('in-progress')).SipResponseCode, '200');
    const [participant] = await client.conferences(conferenceSid).participants.list();
    assert.equal(participant!.callSid, callSid);
    await local.end(conferenceSid);
    assert.equal((await reported('completed')).SipResponseCode, '200');
  });

  for (const [sipStatus, status] of [
    [486, 'busy'],
    [603, 'failed'],
    [480, 'no-answer'],
    [503, 'failed'],
  ] as const) {
    it(`that answers ${sipStatus} is ${status}`, async () => {
      await local.script(DESK, { sipStatus });
      await invite(DESK, `refused-${sipStatus}`);
      assert.equal((await reported(status)).SipResponseCode, String(sipStatus));
    });
  }

  it('that nobody knows is failed with 404', async () => {
    await invite('sip:nobody@desk.example.com', 'unknown');
    assert.equal((await reported('failed')).SipResponseCode, '404');
  });

  it('is dialed by a document too', async () => {
    await local.script(DESK, { toneHz: 700 });
    await local.script('+15005550001', { toneHz: 900 });
    const { sid } = await client.calls.create({
      from: NUMBER,
      to: '+15005550001',
      twiml: `<Response><Dial><Sip>${DESK}</Sip></Dial></Response>`,
    });
    await until('both talk', async () =>
      (await client.calls.list()).some((call) => call.to === DESK && call.status === 'in-progress'),
    );
    await client.calls(sid).update({ status: 'completed' });
  });
});
