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

interface TwilioError {
  status: number;
  code: number;
  moreInfo: string;
}

describe('the stand-in’s REST API, driven by Twilio’s own client', () => {
  let carrier: Carrier;
  let client: Twilio;

  before(async () => {
    carrier = await startCarrier({
      port: 0,
      ...ACCOUNT,
      voiceUrl: 'http://127.0.0.1:9/voice',
      numbers: [{ phoneNumber: '+15005550100', voiceUrl: 'http://127.0.0.1:9/voice' }],
      callsPerSecond: 20,
    });
    client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    await control('POST', 'scripts', { address: '*', script: { toneHz: 700, ringMs: 20 } });
    await control('POST', 'scripts', {
      address: '+15005550009',
      script: { never: 'busy', ringMs: 20 },
    });
  });
  after(() => carrier.stop());

  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (
      await fetch(`http://127.0.0.1:${carrier.port}/_local/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    ).json() as Promise<T>;
  const dial = (room: string, to: string, more: object = {}) =>
    client
      .conferences(room)
      .participants.create({ from: '+15005550100', to, beep: 'false', ...more });
  const connected = (room: string, count: number) =>
    until(`${count} participants in ${room}`, async () => {
      const [found] = await client.conferences.list({ friendlyName: room });
      const there = (found ? await client.conferences(found.sid).participants.list() : []).filter(
        ({ status }) => status === 'connected',
      );
      return there.length === count ? there : undefined;
    });
  const refused = async (ask: Promise<unknown>, status: number, code: number): Promise<void> => {
    const error = await ask.then<never, TwilioError>(
      () => assert.fail('it was not refused'),
      (thrown: TwilioError) => thrown,
    );
    assert.deepEqual(
      [error.status, error.code, error.moreInfo],
      [status, code, `https://www.twilio.com/docs/errors/${code}`],
    );
  };

  it('creates participants in a conference that it makes by name', async () => {
    const created = await dial('by-name', '+15005550001', { label: 'customer' });
    assert.match(created.callSid, /^CA[0-9a-f]{32}$/);
    assert.match(created.conferenceSid, /^CF[0-9a-f]{32}$/);
    assert.deepEqual([created.status, created.label, created.muted], ['queued', 'customer', false]);
    assert.equal((await connected('by-name', 1))[0]!.label, 'customer');
  });

  it('finds a participant by label, and changes exactly what is sent', async () => {
    await dial('flags', '+15005550001', { label: 'customer' });
    const rep = await dial('flags', '+15005550002', { label: 'rep' });
    await dial('flags', '+15005550003', { label: 'supervisor', muted: true });
    const [, , supervisor] = await connected('flags', 3);
    const leg = client.conferences(supervisor!.conferenceSid).participants('supervisor');
    const whisper = await leg.update({ muted: false, coaching: true, callSidToCoach: rep.callSid });
    assert.deepEqual(
      [whisper.muted, whisper.coaching, whisper.callSidToCoach],
      [false, true, rep.callSid],
    );
    const barge = await leg.update({ muted: false, coaching: false });
    assert.deepEqual([barge.coaching, barge.callSidToCoach], [false, null]);
  });

  it('takes garbage in Muted for false: it unmutes', async () => {
    await dial('garbage', '+15005550001', { muted: true });
    const [leg] = await connected('garbage', 1);
    const changed = await client
      .conferences(leg!.conferenceSid)
      .participants(leg!.callSid)
      .update({ muted: 'yes' as never });
    assert.equal(changed.muted, false);
  });

  it('removes a participant, who is unknown from then on', async () => {
    await dial('removing', '+15005550001');
    await dial('removing', '+15005550002');
    const [first] = await connected('removing', 2);
    const leg = client.conferences(first!.conferenceSid).participants(first!.callSid);
    assert.equal(await leg.remove(), true);
    await refused(leg.fetch(), 404, 20404);
  });

  it('ends a conference, which is unknown from then on', async () => {
    await dial('ending', '+15005550001');
    const [leg] = await connected('ending', 1);
    assert.equal(
      (await client.conferences(leg!.conferenceSid).update({ status: 'completed' })).status,
      'completed',
    );
    assert.deepEqual(
      await client.conferences.list({ friendlyName: 'ending', status: 'in-progress' }),
      [],
    );
    await refused(client.conferences(leg!.conferenceSid).participants.list(), 404, 20404);
  });

  it('refuses coaching somebody who is not there, or is on hold', async () => {
    await dial('coaching', '+15005550001', { label: 'rep' });
    await dial('coaching', '+15005550002', { label: 'supervisor' });
    const [rep, supervisor] = await connected('coaching', 2);
    const legs = client.conferences(rep!.conferenceSid).participants;
    await refused(
      legs(supervisor!.callSid).update({ coaching: true, callSidToCoach: `CA${'0'.repeat(32)}` }),
      400,
      16028,
    );
    await legs(rep!.callSid).update({ hold: true });
    await refused(
      legs(supervisor!.callSid).update({ coaching: true, callSidToCoach: rep!.callSid }),
      400,
      16027,
    );
  });

  it('refuses a label in use, and a label that looks like an id', async () => {
    await dial('labels', '+15005550001', { label: 'rep' });
    await connected('labels', 1);
    await refused(dial('labels', '+15005550002', { label: 'rep' }), 400, 16025);
    await refused(dial('labels', '+15005550002', { label: `CA${'0'.repeat(32)}` }), 400, 16023);
  });

  it('refuses hold together with coaching, and unknown fields', async () => {
    await dial('mixture', '+15005550001');
    const [leg] = await connected('mixture', 1);
    const update = (form: Record<string, string>) =>
      fetch(
        `http://127.0.0.1:${carrier.port}/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences/${leg!.conferenceSid}/Participants/${leg!.callSid}.json`,
        {
          method: 'POST',
          body: new URLSearchParams(form),
          headers: { authorization: `Basic ${btoa(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`)}` },
        },
      );
    assert.equal((await update({ Hold: 'true', Coaching: 'false' })).status, 400);
    assert.equal((await update({ Label: 'customer' })).status, 400);
  });

  it('tells that a busy number was not reached, and leaves nobody in the room', async () => {
    const leg = await dial('busy', '+15005550009');
    await until(
      'the call is busy',
      async () => (await client.calls(leg.callSid).fetch()).status === 'busy',
    );
  });

  it('refuses wrong credentials', async () => {
    const stranger = twilio(ACCOUNT.accountSid, 'x'.repeat(32));
    stranger.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    await refused(stranger.conferences.list(), 401, 20003);
  });

  it('takes an API key for the account', async () => {
    const byKey = twilio(ACCOUNT.apiKeySid, ACCOUNT.apiKeySecret, {
      accountSid: ACCOUNT.accountSid,
    });
    byKey.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    assert.ok(Array.isArray(await byKey.conferences.list()));
  });
});

describe('an account that may dial once in a quarter of an hour', () => {
  let carrier: Carrier;
  after(() => carrier?.stop());

  it('queues what is dialed faster, and says for how long', async () => {
    carrier = await startCarrier({
      port: 0,
      ...ACCOUNT,
      voiceUrl: 'http://127.0.0.1:9/voice',
      numbers: [{ phoneNumber: '+15005550100', voiceUrl: 'http://127.0.0.1:9/voice' }],
      callsPerSecond: 1 / (15 * 60),
    });
    const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    const [first, second] = await Promise.all(
      ['+15005550001', '+15005550002'].map((to) =>
        client.conferences('slow').participants.create({ from: '+15005550100', to }),
      ),
    );
    assert.equal(first!.queueTime, '0');
    const waitsMs = Number(second!.queueTime);
    // What is left of the quarter of an hour: more than this test may take.
    assert.ok(waitsMs > 600_000 && waitsMs <= 900_000, second!.queueTime);
  });
});
