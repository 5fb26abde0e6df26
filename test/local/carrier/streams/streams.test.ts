import assert from 'node:assert/strict';
import twilio, { type Twilio } from 'twilio';
import {
  ACCOUNT,
  NUMBER,
  startLocalCarrier,
  type LocalCarrier,
} from '../../../support/localCarrier.ts';
import { startToneApp, type ReceivedStream, type ToneApp } from '../../../support/toneApp.ts';
import { until } from '../../../support/until.ts';

const APP = `AP${'3'.repeat(32)}`;
const TONES = { customer: 600, rep: 1000, supervisor: 1400 };
const HEARD_DB = -16;
const SILENT_DB = -50;

describe('media streams', () => {
  let local: LocalCarrier;
  let client: Twilio;
  let app: ToneApp;

  before(async () => {
    app = await startToneApp((path, params, wsUrl) => {
      if (path === '/busy') return '<Response><Reject reason="busy"/></Response>';
      if (path.startsWith('/status')) return '';
      return `<Response><Connect><Stream url="${wsUrl}?dropped=1"><Parameter name="role" value="${params.role ?? ''}"/></Stream></Connect><Pause length="0"/></Response>`;
    });
    local = await startLocalCarrier({
      voiceUrl: `${app.httpUrl}/voice`,
      twimlAppSid: APP,
      apps: [{ appSid: `AP${'4'.repeat(32)}`, voiceUrl: `${app.httpUrl}/busy` }],
    });
    client = local.client;
    await local.script('*', { toneHz: TONES.customer });
  });
  after(async () => {
    await local?.carrier.stop();
    await app?.stop();
  });

  const join = (room: string, role: string, more: object = {}) =>
    client.conferences(room).participants.create({
      from: NUMBER,
      to: `app:${APP}?role=${role}&room=${room}`,
      label: role,
      beep: 'false',
      ...more,
    });
  const streamOf = (parameters: Record<string, string>, since = 0) =>
    until(`a stream of ${JSON.stringify(parameters)}`, () =>
      app.streams
        .slice(since)
        .find(
          (stream) =>
            stream.messages.length > 1 &&
            Object.entries(parameters).every(([name, value]) => stream.parameters[name] === value),
        ),
    );
  const hears = (stream: ReceivedStream, hz: number, track: 'inbound' | 'outbound' = 'inbound') =>
    until(`${hz} Hz is heard on the ${track} track`, () => {
      const [level] = stream.heard[track].levels([hz], Date.now() - 300);
      return level!.frames > 8 && level!.median > HEARD_DB;
    });
  const levelsSince = (stream: ReceivedStream, since: number) =>
    Object.fromEntries(
      Object.entries(TONES).map(([role, hz]) => [
        role,
        stream.heard.inbound.levels([hz], since)[0]!,
      ]),
    );

  describe('a TwiML App as a participant', () => {
    it('is asked with a signature, the standard parameters and its own', async () => {
      const since = app.requests.length;
      const { callSid } = await join('asked', 'rep');
      const { params, signature } = await until('the app is asked', () =>
        app.requests.slice(since).find(({ path }) => path === '/voice'),
      );
      assert.equal(params.To, `app:${APP}`);
      assert.deepEqual(
        [
          params.From,
          params.AccountSid,
          params.ApplicationSid,
          params.role,
          params.room,
          params.CallStatus,
          params.ApiVersion,
        ],
        [NUMBER, ACCOUNT.accountSid, APP, 'rep', 'asked', 'ringing', '2010-04-01'],
      );
      assert.ok(
        twilio.validateRequest(ACCOUNT.authToken, signature!, `${app.httpUrl}/voice`, params),
      );
      await client.calls(callSid).update({ status: 'completed' });
    });

    it('is refused as the app refuses', async () => {
      const { callSid } = await client
        .conferences('busy')
        .participants.create({ from: NUMBER, to: `app:AP${'4'.repeat(32)}` });
      await local.has(callSid, 'busy');
    });

    it('fails where there is no such app', async () => {
      const { callSid } = await client
        .conferences('none')
        .participants.create({ from: NUMBER, to: `app:AP${'5'.repeat(32)}` });
      await local.has(callSid, 'failed');
    });

    it('ends with its leg, and its leg with it', async () => {
      const since = app.streams.length;
      const first = await join('ends', 'rep');
      const stream = await streamOf({ role: 'rep' }, since);
      await client.calls(first.callSid).update({ status: 'completed' });
      await until('the stream is closed', () => !stream.isOpen);
      assert.equal(stream.messages.at(-1)!.event, 'stop');

      const second = await join('ends', 'supervisor');
      const other = await streamOf({ role: 'supervisor' }, since);
      other.close();
      await local.has(second.callSid, 'completed');
    });
  });

  describe('a stream in both directions', () => {
    /** Dials a phone that is connected to our server; the parameter tells the streams apart. */
    const connect = (parameter: string) =>
      client.calls.create({
        from: NUMBER,
        to: '+15005550001',
        twiml: `<Response><Connect><Stream url="${app.wsUrl}?dropped=1"><Parameter name="${parameter}" value="1"/></Stream></Connect></Response>`,
      });

    it('opens with a signed upgrade, says what it is, and numbers what it sends', async () => {
      const since = app.streams.length;
      const { sid: callSid } = await connect('a');
      const stream = await streamOf({ a: '1' }, since);
      assert.equal(stream.path, '/stream');
      assert.ok(
        twilio.validateRequest(
          ACCOUNT.authToken,
          stream.headers['x-twilio-signature'] as string,
          app.wsUrl,
          {},
        ),
      );
      await hears(stream, TONES.customer);
      const [connected, start, first, second] = stream.messages;
      assert.deepEqual(connected, { event: 'connected', protocol: 'Call', version: '1.0.0' });
      assert.deepEqual(start, {
        event: 'start',
        sequenceNumber: '1',
        streamSid: start!.streamSid,
        start: {
          accountSid: ACCOUNT.accountSid,
          streamSid: start!.streamSid,
          callSid,
          tracks: ['inbound'],
          mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
          customParameters: { a: '1' },
        },
      });
      assert.match(start.streamSid!, /^MZ[0-9a-f]{32}$/);
      assert.deepEqual(
        [
          first!.sequenceNumber,
          first!.media!.track,
          first!.media!.chunk,
          second!.sequenceNumber,
          second!.media!.chunk,
        ],
        ['2', 'inbound', '1', '3', '2'],
      );
      assert.equal(Buffer.from(first!.media!.payload, 'base64').length, 160);
      await client.calls(callSid).update({ status: 'completed' });
    });

    it('is closed by new instructions', async () => {
      const since = app.streams.length;
      const { sid } = await connect('b');
      const stream = await streamOf({ b: '1' }, since);
      await client.calls(sid).update({ twiml: '<Response><Hangup/></Response>' });
      await until('the stream is closed', () => !stream.isOpen);
      await local.has(sid, 'completed');
    });

    it('tells whom the leg hears in its room, and says there what the server sends', async () => {
      const room = 'three';
      const since = app.streams.length;
      await join(room, 'customer');
      const rep = await join(room, 'rep');
      await join(room, 'supervisor', { muted: true, startConferenceOnEnter: false });
      const [customer, agent, supervisor] = await Promise.all(
        ['customer', 'rep', 'supervisor'].map((role) => streamOf({ role }, since)),
      );
      for (const [role, stream] of Object.entries({ customer, rep: agent, supervisor }))
        stream!.sayTone(TONES[role as keyof typeof TONES], 120_000);
      await hears(customer!, TONES.rep);
      await hears(supervisor!, TONES.customer);
      await hears(supervisor!, TONES.rep);
      assert.ok(
        levelsSince(customer!, 0).supervisor!.sustained < SILENT_DB,
        'a monitor is not heard',
      );

      const { conferenceSid } = rep;
      await client
        .conferences(conferenceSid)
        .participants('supervisor')
        .update({ muted: false, coaching: true, callSidToCoach: rep.callSid });
      await hears(agent!, TONES.supervisor);
      assert.ok(
        levelsSince(customer!, 0).supervisor!.sustained < SILENT_DB,
        'a whisper is not heard by the customer',
      );

      await local.control('POST', 'faults', { media: 'whisper-leak' });
      await hears(customer!, TONES.supervisor);
      await local.control('POST', 'faults', { media: null });

      await client
        .conferences(conferenceSid)
        .participants('supervisor')
        .update({ muted: false, coaching: false });
      await hears(customer!, TONES.supervisor);
      await local.end(conferenceSid);
    });

    it('sends a mark back when what came before it has been played, and all of them on clear', async () => {
      const since = app.streams.length;
      const { sid } = await connect('c');
      const stream = await streamOf({ c: '1' }, since);
      const marks = () =>
        stream.messages.filter(({ event }) => event === 'mark').map(({ mark }) => mark!.name);
      const framesSent = () => stream.messages.filter(({ event }) => event === 'media').length;
      const sentBefore = framesSent();
      stream.sayTone(800, 400);
      stream.send({ event: 'mark', mark: { name: 'said' } });
      stream.sayTone(800, 60_000);
      stream.send({ event: 'mark', mark: { name: 'never' } });
      await until('the first mark is back', () => marks().length > 0);
      const markedAt = stream.messages.findIndex(({ event }) => event === 'mark');
      const sentUntil = stream.messages
        .slice(0, markedAt)
        .filter(({ event }) => event === 'media').length;
      assert.ok(
        sentUntil - sentBefore >= 19,
        `not before it was played: it came ${sentUntil - sentBefore} frames of 20 ms later`,
      );
      assert.deepEqual(marks(), ['said']);
      stream.send({ event: 'clear' });
      await until('the mark of what was cleared is back', () => marks().length === 2);
      // Sound is played and sent in the same beat, so the frames that are sent count its blocks.
      const sentWhenCleared = framesSent();
      await until('what was on its way has come', () => framesSent() > sentWhenCleared + 5);
      const since2 = Date.now();
      await until('15 blocks more', () => framesSent() > sentWhenCleared + 20);
      assert.deepEqual(
        (
          await local.control<{ frames: number }[]>(
            'GET',
            `levels?callSid=${sid}&hz=800&since=${since2}`,
          )
        ).map(({ frames }) => frames),
        [0],
      );
      await client.calls(sid).update({ status: 'completed' });
    });

    it('tells of keys that the far end presses', async () => {
      const since = app.streams.length;
      const { sid } = await connect('k');
      const stream = await streamOf({ k: '1' }, since);
      await local.control('POST', `digits/${sid}`, { digits: '4#' });
      const keys = await until('two keys', () => {
        const reports = stream.messages.filter(({ event }) => event === 'dtmf');
        return reports.length === 2 ? reports.map(({ dtmf }) => dtmf) : undefined;
      });
      assert.deepEqual(keys, [
        { track: 'inbound_track', digit: '4' },
        { track: 'inbound_track', digit: '#' },
      ]);
      await client.calls(sid).update({ status: 'completed' });
    });

    it('ends with 31924 when the server sends what is no message', async () => {
      const since = app.streams.length;
      const { sid } = await connect('d');
      (await streamOf({ d: '1' }, since)).send({ event: 'shout' });
      await local.has(sid, 'completed');
      assert.deepEqual(await local.complaints(sid), [31924]);
    });

    it('breaks without a word when the carrier dies', async () => {
      const since = app.streams.length;
      await connect('l');
      const stream = await streamOf({ l: '1' }, since);
      await local.carrier.restart();
      await until('the stream is broken', () => !stream.isOpen);
      assert.ok(stream.messages.every(({ event }) => event !== 'stop'));
    });

    for (const [what, url, code] of [
      ['a server that is not there', 'ws://127.0.0.1:9/', 31901],
      ['an unsafe address', 'ws://example.com/', 31922],
    ] as const) {
      it(`goes on with the next instruction after ${what}`, async () => {
        const { sid } = await client.calls.create({
          from: NUMBER,
          to: '+15005550001',
          twiml: `<Response><Connect><Stream url="${url}"/></Connect><Pause length="0"/></Response>`,
        });
        await local.has(sid, 'completed');
        assert.deepEqual(await local.complaints(sid), [code]);
      });
    }
  });

  describe('a stream in one direction', () => {
    const dial = (twiml: string) =>
      client.calls.create({
        from: NUMBER,
        to: '+15005550001',
        twiml: `<Response>${twiml}<Dial><Conference beep="false">one-way</Conference></Dial></Response>`,
      });

    it('listens to both tracks while the leg goes on, until its name is stopped', async () => {
      const since = app.streams.length;
      const stage = app.requests.length;
      const { sid } = await dial(
        `<Start><Stream name="ear" url="${app.wsUrl}" track="both_tracks" statusCallback="${app.httpUrl}/status"><Parameter name="e" value="1"/></Stream></Start>`,
      );
      await join('one-way', 'rep');
      const [stream, rep] = await Promise.all([
        streamOf({ e: '1' }, since),
        streamOf({ role: 'rep' }, since),
      ]);
      assert.deepEqual(stream.messages[1]!.start!.tracks, ['inbound', 'outbound']);
      rep.sayTone(TONES.rep, 3_000);
      await hears(stream, TONES.customer, 'inbound');
      await hears(stream, TONES.rep, 'outbound');
      const stopped = await client.calls(sid).streams('ear').update({ status: 'stopped' });
      assert.equal(stopped.status, 'stopped');
      await until('the stream is closed', () => !stream.isOpen);
      const reports = await until('both reports', () => {
        const reports = app.requests.slice(stage).filter(({ path }) => path === '/status');
        return reports.length === 2 ? reports.map(({ params }) => params) : undefined;
      });
      assert.deepEqual(
        reports.map(({ StreamEvent }) => StreamEvent),
        ['stream-started', 'stream-stopped'],
      );
      assert.deepEqual(
        [reports[0]!.StreamName, reports[0]!.StreamSid, reports[0]!.CallSid],
        ['ear', stopped.sid, sid],
      );
      assert.equal((await client.calls(sid).fetch()).status, 'in-progress');
      await client.calls(sid).update({ status: 'completed' });
    });

    it('is started and stopped by REST', async () => {
      const since = app.streams.length;
      const { sid } = await dial('');
      await local.has(sid, 'in-progress');
      const created = await client.calls(sid).streams.create({
        url: app.wsUrl,
        track: 'inbound_track',
        'parameter1.name': 'f',
        'parameter1.value': '1',
      });
      assert.match(created.sid, /^MZ/);
      const stream = await streamOf({ f: '1' }, since);
      await hears(stream, TONES.customer);
      await client.calls(sid).streams(created.sid).update({ status: 'stopped' });
      await until('the stream is closed', () => !stream.isOpen);
      await assert.rejects(client.calls(sid).streams(created.sid).update({ status: 'stopped' }), {
        code: 20404,
      });
      await client.calls(sid).update({ status: 'completed' });
      await assert.rejects(client.calls(sid).streams.create({ url: app.wsUrl }), { code: 21220 });
    });
  });
});
