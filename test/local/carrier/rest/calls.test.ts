import assert from 'node:assert/strict';
import twilio, { type Twilio } from 'twilio';
import { startCarrier, type Carrier } from '../../../../local/carrier/carrier.ts';
import { until } from '../../../support/until.ts';

const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
const NUMBER = '+15005550100';

describe('a call at the stand-in', () => {
  let carrier: Carrier;
  let client: Twilio;

  before(async () => {
    carrier = await startCarrier({
      port: 0,
      ...ACCOUNT,
      voiceUrl: 'http://127.0.0.1:9/voice',
      numbers: [{ phoneNumber: NUMBER, voiceUrl: 'not an address' }],
      callsPerSecond: 50,
    });
    client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    await control('POST', 'scripts', { address: '*', script: { toneHz: 700, ringMs: 20 } });
  });
  after(() => carrier.stop());

  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (
      await fetch(`http://127.0.0.1:${carrier.port}/_local/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    ).json() as Promise<T>;
  const dial = (twiml: string) => client.calls.create({ from: NUMBER, to: '+15005550001', twiml });
  const has = (callSid: string, status: string) =>
    until(
      `the call is ${status}`,
      async () => (await client.calls(callSid).fetch()).status === status,
    );
  const isIn = (room: string, callSid: string) =>
    until(`the call is in ${room}`, async () => {
      const [found] = await client.conferences.list({ friendlyName: room });
      return (
        found &&
        (await client.conferences(found.sid).participants.list()).some(
          (participant) => participant.callSid === callSid && participant.status === 'connected',
        )
      );
    });
  const complaints = async (callSid: string) =>
    (await control<{ code: number; callSid: string }[]>('GET', 'debugger'))
      .filter((one) => one.callSid === callSid)
      .map(({ code }) => code);

  it('does what its document says, and is then over', async () => {
    const { sid } = await dial('<Response><Pause length="0"/></Response>');
    await has(sid, 'completed');
  });

  it('leaves its conference for the instructions it is given while it goes on', async () => {
    const { sid } = await dial('<Response><Dial><Conference>first</Conference></Dial></Response>');
    await isIn('first', sid);
    await client
      .calls(sid)
      .update({ twiml: '<Response><Dial><Conference>second</Conference></Dial></Response>' });
    await isIn('second', sid);
    assert.deepEqual(
      (await client.conferences.list({ friendlyName: 'first' })).map(({ status }) => status),
      ['completed'],
    );
    await client.calls(sid).update({ status: 'completed' });
    await has(sid, 'completed');
  });

  it('is over when it is removed from the conference it was dialed for', async () => {
    const { callSid } = await client
      .conferences('kicked')
      .participants.create({ from: NUMBER, to: '+15005550001' });
    await isIn('kicked', callSid);
    const [room] = await client.conferences.list({ friendlyName: 'kicked' });
    await client.conferences(room!.sid).participants(callSid).remove();
    await has(callSid, 'completed');
  });

  it('fails with 11200 when nobody answers at its address', async () => {
    const { callSid } = await control<{ callSid: string }>('POST', 'calls', {
      from: '+15005550001',
      to: NUMBER,
    });
    await has(callSid, 'failed');
    assert.deepEqual(await complaints(callSid), [11200]);
  });

  it('fails with 11100 when its document leads to no address', async () => {
    const { sid } = await dial('<Response><Redirect>http://</Redirect></Response>');
    await has(sid, 'failed');
    assert.deepEqual(await complaints(sid), [11100]);
  });

  it('is refused a voice that nobody recorded', async () => {
    const { message } = await control<{ message: string }>('POST', 'scripts', {
      address: '+15005550002',
      script: { voice: 'nobody' },
    });
    assert.match(message, /no recordings of the voice nobody/);
  });
});
