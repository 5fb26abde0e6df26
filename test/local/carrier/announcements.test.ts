import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio, { type Twilio } from 'twilio';
import { startCarrier, type Carrier } from '../../../local/carrier/carrier.ts';
import { toneSource } from '../../../local/carrier/media/dsp.ts';
import { OWN_TONES } from '../../../local/carrier/media/sounds.ts';
import { wavOf } from '../../../local/carrier/media/wav.ts';
import { until } from '../../support/until.ts';

const ACCOUNT = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a'.repeat(32), apiKeySid: `SK${'2'.repeat(32)}`, apiKeySecret: 'b'.repeat(32) };
const NUMBER = '+15005550100';
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
  let carrier: Carrier;
  let client: Twilio;
  let server: Server;
  let base: string;
  let told: Record<string, string>[] = [];
  const asked: { path: string; method: string; isSigned: boolean }[] = [];

  before(async () => {
    server = createServer((request, response) => void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const params = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
      const path = request.url!.split('?')[0]!;
      if (path === '/told') told.push(params);
      else asked.push({ path, method: request.method!, isSigned: twilio.validateRequest(ACCOUNT.authToken, String(request.headers['x-twilio-signature']), base + request.url, params) });
      const answers: Record<string, string | Buffer> = {
        '/jingle.wav': wav(600), '/document': '<Response><Pause length="0"/><Play loop="2">/jingle.wav</Play></Response>',
        '/redirects': '<Response><Redirect>/document</Redirect></Response>', '/say': '<Response><Say>one two three</Say></Response>',
        '/dials': '<Response><Dial>+15005550009</Dial></Response>', '/noise': 'neither sound nor document', '/told': '',
      };
      const answer = answers[path];
      response.writeHead(answer === undefined ? 404 : 200).end(answer);
    })());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    carrier = await startCarrier({ port: 0, ...ACCOUNT, voiceUrl: 'http://127.0.0.1:9/', numbers: [{ phoneNumber: '+15005550100', voiceUrl: 'http://127.0.0.1:9/voice' }], callsPerSecond: 50 });
    client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
    client.api.baseUrl = `http://127.0.0.1:${carrier.port}`;
    for (const role of Object.keys(PHONES) as Role[]) await control('POST', 'scripts', { address: PHONES[role], script: { toneHz: TONES[role], ringMs: 10 } });
  });
  beforeEach(() => {
    told = [];
    asked.splice(0);
  });
  after(async () => {
    await carrier.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${carrier.port}/_local/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })).json();
  async function join(room: string, role: Role, attributes = 'beep="false"'): Promise<{ callSid: string; conferenceSid: string }> {
    const { sid } = await client.calls.create({ from: NUMBER, to: PHONES[role], twiml: `<Response><Dial><Conference participantLabel="${role}" ${attributes}>${room}</Conference></Dial></Response>` });
    const conferenceSid = await until(`${role} is in ${room}`, async () => {
      const [found] = await client.conferences.list({ friendlyName: room, status: 'in-progress' });
      return found && (await client.conferences(found.sid).participants.list()).some((one) => one.callSid === sid) ? found.sid : undefined;
    });
    return { callSid: sid, conferenceSid };
  }
  interface Levels { hz: number; median: number; sustained: number; frames: number }
  const levels = async (callSid: string, tones: readonly number[], since = 0) => (await control('GET', `levels?callSid=${callSid}&hz=${tones.join(',')}&since=${since}`)) as Levels[];
  const everHeard = async (callSid: string, hz: number, since = 0): Promise<boolean> => ((await levels(callSid, [hz], since))[0]?.sustained ?? -120) > AUDIBLE_DB;
  const hears = (callSid: string, hz: number, since = 0) => until(`${hz} Hz is heard`, () => everHeard(callSid, hz, since));
  /** Enough frames since then, and this tone in none of them. */
  const hearsNot = async (callSid: string, hz: number, since: number): Promise<void> => {
    const found = await until('enough was measured', async () => {
      const [level] = await levels(callSid, [hz], since);
      return level && level.frames > 20 ? level : undefined;
    });
    assert.ok(found.sustained < SILENT_DB, `${hz} Hz at ${found.sustained} dBFS`);
  };
  const end = (conferenceSid: string) => client.conferences(conferenceSid).update({ status: 'completed' });

  describe('when somebody comes or goes', () => {
    for (const [beep, enters, exits] of [['true', true, true], ['false', false, false], ['onEnter', true, false], ['onExit', false, true]] as const) {
      it(`beeps with beep="${beep}" ${enters ? '' : 'not '}on entry and ${exits ? '' : 'not '}on exit, for all in the room`, async () => {
        const customer = await join(`beep-${beep}`, 'customer');
        const joinedAt = Date.now();
        const rep = await join(`beep-${beep}`, 'rep', `beep="${beep}"`);
        if (enters) await Promise.all([hears(customer.callSid, OWN_TONES.enter, joinedAt), hears(rep.callSid, OWN_TONES.enter)]);
        else await hearsNot(customer.callSid, OWN_TONES.enter, joinedAt);
        const leftAt = Date.now();
        await client.calls(rep.callSid).update({ status: 'completed' });
        if (exits) await hears(customer.callSid, OWN_TONES.exit, leftAt);
        else await hearsNot(customer.callSid, OWN_TONES.exit, leftAt);
        await end(customer.conferenceSid);
      });
    }

    it('beeps unless it is told not to', async () => {
      const customer = await join('default', 'customer');
      const rep = await join('default', 'rep', '');
      await Promise.all([hears(customer.callSid, OWN_TONES.enter), hears(rep.callSid, OWN_TONES.enter)]);
      await end(customer.conferenceSid);
    });
  });

  describe('while one waits for the conference to start', () => {
    it('is music, until it starts', async () => {
      const customer = await join('waits', 'customer');
      for (const note of OWN_TONES.music) await hears(customer.callSid, note);
      await join('waits', 'rep');
      await hears(customer.callSid, TONES.rep);
      await hearsNot(customer.callSid, OWN_TONES.music[0], Date.now());
      await end(customer.conferenceSid);
    });

    it('is silence with an empty address', async () => {
      const customer = await join('silence', 'customer', 'waitUrl=""');
      for (const note of OWN_TONES.music) await hearsNot(customer.callSid, note, Date.now());
      await end(customer.conferenceSid);
    });

    it('is what the address gives, asked for with a signature, again and again', async () => {
      const customer = await join('jingle', 'customer', `waitUrl="${base}/document"`);
      await hears(customer.callSid, JINGLE_HZ);
      await hears(customer.callSid, JINGLE_HZ, Date.now() + 1_400);
      assert.deepEqual(asked, [{ path: '/document', method: 'POST', isSigned: true }, { path: '/jingle.wav', method: 'GET', isSigned: true }]);
      await end(customer.conferenceSid);
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
      await end(conferenceSid);
    });
  });

  it('by Say and Play, to a leg that is in no room, is heard there and takes its time', async () => {
    const { sid } = await client.calls.create({ from: NUMBER, to: PHONES.customer, twiml: `<Response><Say>one two</Say><Play>${base}/jingle.wav</Play><Play>${base}/nothing</Play></Response>` });
    await hears(sid, OWN_TONES.speech[0]);
    await hears(sid, JINGLE_HZ);
    await until('the call is over', async () => (await client.calls(sid).fetch()).status === 'completed');
    const [{ frames } = { frames: 0 }] = await levels(sid, [JINGLE_HZ]);
    assert.equal(frames, (800 + 600) / 20);
    assert.deepEqual(((await control('GET', 'debugger')) as { code: number; callSid: string }[]).filter((one) => one.callSid === sid).map(({ code }) => code), [11200]);
  });
});
