import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import twilio, { type Twilio } from 'twilio';
import { startCarrier, type Carrier } from '../../../../local/carrier/carrier.ts';
import {
  ASSUMPTIONS,
  OTHER_ASSUMPTIONS,
  type Assumption,
} from '../../../../local/carrier/rest/assumptions.ts';
import { until } from '../../../support/until.ts';
import { startWiretap, type Wiretap } from '../../../support/wiretap.ts';
import { answered, conference, type Driven } from './operations/driven.ts';

const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
const NUMBER = '+15005550100';
const SLOW = '+15005550002';

/**
 * How each assumption shows itself to Twilio's client; refusals are swallowed, for the header alone
 * counts.
 */
const PROVOKED: Readonly<Record<Assumption, (driven: Driven) => Promise<unknown>>> = {
  'unknown-parameter': ({ client }) =>
    client.request({
      method: 'get',
      uri: `${client.api.baseUrl}/2010-04-01/Accounts/${client.accountSid}/Calls.json?Unheard=of`,
    }),
  'invalid-value': async (driven) =>
    update(driven, await conference(driven), { hold: 'perhaps' as never }),
  'coaching-without-target': async (driven) =>
    update(driven, await conference(driven), { coaching: true }),
  'coaching-left-out': async (driven) => {
    const room = await conference(driven, 2);
    await update(driven, room, { coaching: true, callSidToCoach: room.callSids[1] });
    await update(driven, room, { muted: true });
  },
  'coach-target-refused': async (driven) =>
    update(driven, await conference(driven), {
      coaching: true,
      callSidToCoach: `CA${'0'.repeat(32)}`,
    }),
  'unsupported-combination': async (driven) =>
    update(driven, await conference(driven), { hold: true, coaching: false }),
  'label-conflict': async (driven) =>
    driven.client
      .conferences((await conference(driven)).sid)
      .participants.create({ from: NUMBER, to: driven.to, label: 'party 0' }),
  'conference-full': async (driven) =>
    driven.client
      .conferences((await conference(driven, 2, { maxParticipants: 2 })).sid)
      .participants.create({ from: NUMBER, to: driven.to }),
  'change-before-answer': async ({ client }) => {
    const { conferenceSid, callSid } = await client
      .conferences('not yet')
      .participants.create({ from: NUMBER, to: SLOW });
    await client.conferences(conferenceSid).participants(callSid).update({ muted: true });
  },
  'leave-reason': async (driven) => {
    const { sid, callSids } = await conference(driven, 2);
    await driven.client.conferences(sid).participants(callSids[0]!).remove();
  },
  'ended-conference': async (driven) =>
    driven.client.conferences(await over(driven)).participants.list(),
  'ended-conference-change': async (driven) =>
    driven.client.conferences(await over(driven)).update({ status: 'completed' }),
  'canceling-live-call': async (driven) =>
    driven.client.calls(await answered(driven)).update({ status: 'canceled' }),
  'deleting-live-call': async (driven) => driven.client.calls(await answered(driven)).remove(),
  'app-leg': ({ client }) =>
    client.conferences('app').participants.create({ from: NUMBER, to: `app:AP${'0'.repeat(32)}` }),
  'recording-going-on': async (driven) => {
    const { sid } = await driven.client.calls(await answered(driven)).recordings.create();
    await driven.client.recordings(sid).remove();
  },
  'recording-over': async (driven) => {
    const call = driven.client.calls(await answered(driven));
    const { sid } = await call.recordings.create();
    await call.recordings(sid).update({ status: 'stopped' });
    await call.recordings(sid).update({ status: 'paused' });
  },
  'coach-on-leg-recording': async (driven) =>
    driven.client.calls(await answered(driven)).recordings.create(),
  'coach-in-transcript': async (driven) =>
    driven.client.calls(await answered(driven)).transcriptions.create(),
};

type Room = Awaited<ReturnType<typeof conference>>;
type Update = Parameters<
  ReturnType<ReturnType<Twilio['conferences']>['participants']>['update']
>[0];

const update = ({ client }: Driven, { sid, callSids }: Room, change: Update) =>
  client.conferences(sid).participants(callSids[0]!).update(change);

async function over(driven: Driven): Promise<string> {
  const { sid } = await conference(driven);
  await driven.client.conferences(sid).update({ status: 'completed' });
  return sid;
}

describe('what the stand-in assumes', () => {
  let carrier: Carrier;
  let wire: Wiretap;
  let driven: Driven;

  before(async () => {
    carrier = await startCarrier({
      port: 0,
      ...ACCOUNT,
      voiceUrl: 'http://127.0.0.1:9/voice',
      numbers: [{ phoneNumber: NUMBER, voiceUrl: 'http://127.0.0.1:9/voice' }],
      callsPerSecond: 1000,
    });
    wire = await startWiretap(carrier.port);
    const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = wire.url;
    for (const [address, ringMs] of [
      ['*', 1],
      [SLOW, 60_000],
    ]) {
      await fetch(`${wire.url}/_local/scripts`, {
        method: 'POST',
        body: JSON.stringify({ address, script: { toneHz: 700, ringMs } }),
      });
    }
    driven = { client, from: NUMBER, to: '+15005550001', socketUrl: '', until };
  });
  after(async () => {
    await carrier?.stop();
    await wire?.stop();
  });

  it('is listed in its README, all of it and nothing else', () => {
    const readme = readFileSync(
      new URL('../../../../local/carrier/README.md', import.meta.url),
      'utf8',
    );
    const tables = readme.slice(readme.indexOf('## Assumptions')).split('| --- | --- |\n').slice(1);
    const rowsOf = (table = ''): string[] =>
      table.split('\n').filter((line) => line.startsWith('| ') && line !== '| Question | Here |');
    assert.deepEqual(
      tables.map(rowsOf),
      [ASSUMPTIONS, OTHER_ASSUMPTIONS].map((list) =>
        Object.values(list).map(([question, here]) => `| ${question} | ${here} |`),
      ),
    );
  });

  for (const [assumption, provoke] of Object.entries(PROVOKED)) {
    it(`is named by the answer that rests on it: ${assumption}`, async () => {
      const from = wire.exchanges.length;
      await provoke(driven).catch(() => undefined);
      const named = wire.exchanges
        .slice(from)
        .map(({ headers }) => headers['x-local-assumption'])
        .filter(Boolean);
      assert.ok(named.includes(assumption), `named were ${named.join(', ') || 'none'}`);
    });
  }

  it('is not named by answers that rest on nothing', async () => {
    await conference(driven);
    assert.equal(wire.exchanges.at(-1)!.headers['x-local-assumption'], undefined);
  });
});
