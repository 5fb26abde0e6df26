import assert from 'node:assert/strict';
import { NUMBER, PHONE, onCarrierBench, type CarrierBench } from '../../../support/carrierBench.ts';
import { until } from '../../../support/until.ts';

describe('what the stand-in reports of TwiML that is wrong', () => {
  let bench: CarrierBench;
  let room: string;
  onCarrierBench((place) => ({ bench, room } = place));

  const complaints = async (callSid: string) =>
    (await bench.control<{ code: number; callSid: string }[]>('GET', 'debugger'))
      .filter((one) => one.callSid === callSid)
      .map(({ code }) => code);
  const dial = (attributes: string, name = room) =>
    bench.client.calls.create({
      from: NUMBER,
      to: PHONE,
      twiml: `<Response><Dial action="${bench.listener}/after"><Conference ${attributes}>${name}</Conference></Dial></Response>`,
    });

  for (const [attributes, code] of [
    ['muted="yes"', 13230],
    ['coach="rep"', 13240],
    [`coach="CA${'0'.repeat(32)}"`, 13240],
    ['participantLabel="a/b"', 16023],
    ['statusCallbackEvent="start finish"', 16002],
    ['maxParticipants="251"', 16002],
    ['waitMethod="PUT"', 16002],
    ['beep="loud"', 16002],
  ] as const) {
    it(`fails the Dial with ${code} for ${attributes}`, async () => {
      bench.documents.set('/after', '<Response/>');
      const { sid } = await dial(attributes);
      const { params } = await until('the action is asked', () =>
        bench.callbacks.find(({ path, params: of }) => path === '/after' && of.CallSid === sid),
      );
      assert.equal(params.DialCallStatus, 'failed');
      assert.deepEqual(await complaints(sid), [code]);
    });
  }

  it('fails the Dial with 16025 for a label in use', async () => {
    await bench.join(room, 'rep');
    const { sid } = await dial('participantLabel="rep"');
    await until('it is complained of', async () => (await complaints(sid)).includes(16025));
  });

  it('fails the Dial with 13236 for a name of more than 128 characters', async () => {
    const { sid } = await dial('', 'x'.repeat(129));
    await until('it is complained of', async () => (await complaints(sid)).includes(13236));
  });

  it('takes the default where Twilio only warns: 13231 and 13232', async () => {
    const { sid } = await dial('endConferenceOnExit="1" startConferenceOnEnter="1"');
    const found = await until('the call is in the conference', async () => {
      const [conference] = await bench.client.conferences.list({ friendlyName: room });
      return conference && (await bench.client.conferences(conference.sid).participants.list())[0];
    });
    assert.deepEqual([found.endConferenceOnExit, found.startConferenceOnEnter], [false, true]);
    assert.deepEqual((await complaints(sid)).sort(), [13231, 13232]);
  });

  it('is followed at the fallback when the first document cannot be had', async () => {
    bench.documents.set('/fallback', '<Response><Pause length="60"/></Response>');
    const { sid } = await bench.client.calls.create({
      from: NUMBER,
      to: PHONE,
      url: 'http://127.0.0.1:9/gone',
      fallbackUrl: `${bench.listener}/fallback`,
    });
    const { params } = await until('the fallback is asked', () =>
      bench.callbacks.find(({ path }) => path === '/fallback'),
    );
    assert.deepEqual(
      [params.CallSid, params.ErrorCode, params.ErrorUrl],
      [sid, '11200', 'http://127.0.0.1:9/gone'],
    );
    assert.equal((await bench.client.calls(sid).fetch()).status, 'in-progress');
  });
});
