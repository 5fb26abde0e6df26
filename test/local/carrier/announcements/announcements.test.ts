import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio, { type Twilio } from 'twilio';
import { toneSource } from '../../../../local/carrier/media/dsp.ts';
import { OWN_TONES } from '../../../../local/carrier/media/sounds.ts';
import { wavOf } from '../../../../local/carrier/media/wav.ts';
import {
  ACCOUNT,
  NUMBER,
  startLocalCarrier,
  type LocalCarrier,
} from '../../../support/localCarrier.ts';
import { until } from '../../../support/until.ts';

const TONES = { customer: 600, rep: 1000 };
const PHONES = { customer: '+15005550001', rep: '+15005550002' };
type Role = keyof typeof PHONES;

const JINGLE_HZ = 1_200;
const AUDIBLE_DB = -30;
const SILENT_DB = -50;

const wav = (ms: number): Buffer => {
  const next = toneSource(JINGLE_HZ);
  return wavOf(Int16Array.from(Array.from({ length: ms / 20 }, () => [...next()]).flat()), 8000);
};

describe('what the stand-in plays', () => {
  let local: LocalCarrier;
  let client: Twilio;
  let server: Server;
  let base: string;
  let reported: Record<string, string>[] = [];
  const asked: { path: string; method: string; isSigned: boolean }[] = [];

  before(async () => {
    server = createServer(
      (request, response) =>
        void (async () => {
          const chunks: Buffer[] = [];
          for await (const chunk of request) chunks.push(chunk as Buffer);
          const params = Object.fromEntries(
            new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
          );
          const path = request.url!.split('?')[0]!;
          if (path === '/told') reported.push(params);
          else
            asked.push({
              path,
              method: request.method!,
              isSigned: twilio.validateRequest(
                ACCOUNT.authToken,
                String(request.headers['x-twilio-signature']),
                base + request.url,
                params,
              ),
            });
          const answers: Record<string, string | Buffer> = {
            '/jingle.wav': wav(600),
            '/document':
              '<Response><Pause length="0"/><Play loop="2">/jingle.wav</Play></Response>',
            '/redirects': '<Response><Redirect>/document</Redirect></Response>',
            '/say': '<Response><Say>one two three</Say></Response>',
            '/dials': '<Response><Dial>+15005550009</Dial></Response>',
            '/noise': 'neither sound nor document',
            '/told': '',
          };
          const answer = answers[path];
          response.writeHead(answer === undefined ? 404 : 200).end(answer);
        })(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    local = await startLocalCarrier();
    client = local.client;
    for (const role of Object.keys(PHONES) as Role[])
      await local.script(PHONES[role], { toneHz: TONES[role] });
  });
  beforeEach(() => {
    reported = [];
    asked.splice(0);
  });
  after(async () => {
    await local?.carrier.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const join = (room: string, role: Role, attributes = 'beep="false"') =>
    local.join(room, PHONES[role], { attributes: `participantLabel="${role}" ${attributes}` });
  interface Levels {
    hz: number;
    median: number;
    sustained: number;
    frames: number;
  }
  const levels = (callSid: string, tones: readonly number[], since = 0) =>
    local.control<Levels[]>(
      'GET',
      `levels?callSid=${callSid}&hz=${tones.join(',')}&since=${since}`,
    );
  const everHeard = async (callSid: string, hz: number, since = 0): Promise<boolean> =>
    ((await levels(callSid, [hz], since))[0]?.sustained ?? -120) > AUDIBLE_DB;
  const hears = (callSid: string, hz: number, since = 0) =>
    until(`${hz} Hz is heard`, () => everHeard(callSid, hz, since));
  /** Enough frames since then, and this tone in none of them. */
  const hearsNot = async (callSid: string, hz: number, since: number): Promise<void> => {
    const found = await until('enough was measured', async () => {
      const [level] = await levels(callSid, [hz], since);
      return level && level.frames > 20 ? level : undefined;
    });
    assert.ok(found.sustained < SILENT_DB, `${hz} Hz at ${found.sustained} dBFS`);
  };
  const STATUS = () => `statusCallback="${base}/told" statusCallbackEvent="announcement"`;

  describe('when somebody comes or goes', () => {
    for (const [beep, enters, exits] of [
      ['true', true, true],
      ['false', false, false],
      ['onEnter', true, false],
      ['onExit', false, true],
    ] as const) {
      it(`beeps with beep="${beep}" ${enters ? '' : 'not '}on entry and ${exits ? '' : 'not '}on exit, for all in the room`, async () => {
        const customer = await join(`beep-${beep}`, 'customer');
        const joinedAt = Date.now();
        const rep = await join(`beep-${beep}`, 'rep', `beep="${beep}"`);
        if (enters)
          await Promise.all([
            hears(customer.callSid, OWN_TONES.enter, joinedAt),
            hears(rep.callSid, OWN_TONES.enter),
          ]);
        else await hearsNot(customer.callSid, OWN_TONES.enter, joinedAt);
        const leftAt = Date.now();
        await client.calls(rep.callSid).update({ status: 'completed' });
        if (exits) await hears(customer.callSid, OWN_TONES.exit, leftAt);
        else await hearsNot(customer.callSid, OWN_TONES.exit, leftAt);
        await local.end(customer.conferenceSid);
      });
    }

    it('beeps unless it is told not to', async () => {
      const customer = await join('default', 'customer');
      const rep = await join('default', 'rep', '');
      await Promise.all([
        hears(customer.callSid, OWN_TONES.enter),
        hears(rep.callSid, OWN_TONES.enter),
      ]);
      await local.end(customer.conferenceSid);
    });
  });

  describe('while one waits for the conference to start', () => {
    it('is music, until it starts', async () => {
      const customer = await join('waits', 'customer');
      for (const note of OWN_TONES.music) await hears(customer.callSid, note);
      await join('waits', 'rep');
      await hears(customer.callSid, TONES.rep);
      await hearsNot(customer.callSid, OWN_TONES.music[0], Date.now());
      await local.end(customer.conferenceSid);
    });

    it('is silence with an empty address', async () => {
      const customer = await join('silence', 'customer', 'waitUrl=""');
      for (const note of OWN_TONES.music) await hearsNot(customer.callSid, note, Date.now());
      await local.end(customer.conferenceSid);
    });

    it('is what the address gives, asked for with a signature, again and again', async () => {
      const customer = await join('jingle', 'customer', `waitUrl="${base}/document"`);
      await hears(customer.callSid, JINGLE_HZ);
      await hears(customer.callSid, JINGLE_HZ, Date.now() + 1_400);
      assert.deepEqual(asked, [
        { path: '/document', method: 'POST', isSigned: true },
        { path: '/jingle.wav', method: 'GET', isSigned: true },
      ]);
      await local.end(customer.conferenceSid);
    });
  });

  describe('while one is on hold', () => {
    it('is music that nobody else hears, and the room again afterwards', async () => {
      const { callSid, conferenceSid } = await join('hold', 'customer');
      const rep = await join('hold', 'rep');
      const leg = client.conferences(conferenceSid).participants(callSid);
      await leg.update({ hold: true });
      const heldAt = Date.now() + 40;
      await hears(callSid, OWN_TONES.music[0], heldAt);
      await hearsNot(callSid, TONES.rep, heldAt);
      await hearsNot(rep.callSid, OWN_TONES.music[0], heldAt);
      await leg.update({ hold: false });
      const backAt = Date.now() + 40;
      await hears(callSid, TONES.rep, backAt);
      for (const note of OWN_TONES.music) await hearsNot(callSid, note, backAt);
      await local.end(conferenceSid);
    });

    it('is what HoldUrl gives', async () => {
      const { callSid, conferenceSid } = await join('hold-url', 'customer');
      await join('hold-url', 'rep');
      await client
        .conferences(conferenceSid)
        .participants(callSid)
        .update({ hold: true, holdUrl: `${base}/jingle.wav` });
      await hears(callSid, JINGLE_HZ);
      assert.equal(asked[0]!.method, 'GET');
      await local.end(conferenceSid);
    });
  });

  describe('as an announcement', () => {
    async function room(name: string) {
      const customer = await join(name, 'customer', `beep="false" ${STATUS()}`);
      const rep = await join(name, 'rep');
      return {
        customer: customer.callSid,
        rep: rep.callSid,
        conferenceSid: customer.conferenceSid,
      };
    }
    const report = (event: string) =>
      until(event, () => reported.find((one) => one.StatusCallbackEvent === event));

    it('to a participant is heard by that one alone, and its end is told', async () => {
      const { customer, rep, conferenceSid } = await room('one');
      const since = Date.now();
      await client
        .conferences(conferenceSid)
        .participants(rep)
        .update({ announceUrl: `${base}/redirects` });
      await hears(rep, JINGLE_HZ);
      const { CallSid, AnnounceUrl, ParticipantLabel } = await report('announcement-end');
      assert.deepEqual([CallSid, AnnounceUrl, ParticipantLabel], [rep, `${base}/redirects`, 'rep']);
      await hearsNot(customer, JINGLE_HZ, since);
      assert.deepEqual(
        asked.map(({ path }) => path),
        ['/redirects', '/document', '/jingle.wav'],
      );
      await local.end(conferenceSid);
    });

    it('to the conference is heard by all', async () => {
      const { customer, rep, conferenceSid } = await room('all');
      await client.conferences(conferenceSid).update({ announceUrl: `${base}/say` });
      for (const callSid of [customer, rep])
        for (const hz of OWN_TONES.speech) await hears(callSid, hz);
      assert.equal((await report('announcement-end')).CallSid, undefined);
      await local.end(conferenceSid);
    });

    for (const [what, path] of [
      ['an address that gives nothing', '/nothing'],
      ['what is no sound', '/noise'],
      ['a document that does more than play', '/dials'],
    ] as const) {
      it(`of ${what} fails, and nothing else happens`, async () => {
        const { rep, conferenceSid } = await room(`fails-${path.slice(1)}`);
        await client
          .conferences(conferenceSid)
          .participants(rep)
          .update({ announceUrl: base + path });
        const { ReasonAnnouncementFailed, AnnounceUrl } = await report('announcement-fail');
        assert.ok(ReasonAnnouncementFailed);
        assert.equal(AnnounceUrl, base + path);
        assert.equal((await client.conferences(conferenceSid).participants.list()).length, 2);
        await local.end(conferenceSid);
      });
    }
  });

  it('by Say and Play, to a leg that is in no room, is heard there and takes its time', async () => {
    const { sid } = await client.calls.create({
      from: NUMBER,
      to: PHONES.customer,
      twiml: `<Response><Say>one two</Say><Play>${base}/jingle.wav</Play><Play>${base}/nothing</Play></Response>`,
    });
    await hears(sid, OWN_TONES.speech[0]);
    await hears(sid, JINGLE_HZ);
    await local.has(sid, 'completed');
    const [{ frames } = { frames: 0 }] = await levels(sid, [JINGLE_HZ]);
    assert.equal(frames, (800 + 600) / 20);
    assert.deepEqual(await local.complaints(sid), [11200]);
  });
});
