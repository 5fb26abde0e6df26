import assert from 'node:assert/strict';
import { setTimeout as talkFor } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import { ACCOUNT, NUMBER, onLocalCarrier, type LocalCarrier } from '../../../support/localCarrier.ts';
import type { ToneApp } from '../../../support/toneApp.ts';
import { until } from '../../../support/until.ts';
import { readWav, type WavFile } from '../../../support/wavFile.ts';

const TONES = { customer: 600, rep: 1000, supervisor: 1400 };
const PHONES = { customer: '+15005550001', rep: '+15005550002', supervisor: '+15005550003' };
type Role = keyof typeof TONES;
const scripts = Object.fromEntries((Object.keys(TONES) as Role[]).map((role) => [PHONES[role], { toneHz: TONES[role] }]));

describe('recordings', () => {
  let local: LocalCarrier;
  let client: Twilio;
  let app: ToneApp;
  onLocalCarrier((place) => {
    ({ local, app } = place);
    ({ client } = local);
  }, scripts);

  const reported = () => app.requests.map(({ params }) => params);
  const join = (room: string, role: Role, attributes = '') => local.join(room, PHONES[role], { attributes: `beep="false" participantLabel="${role}" ${attributes}` });
  const recordedRoom = async (room: string): Promise<{ customer: string; rep: string; conferenceSid: string }> => {
    const rep = await join(room, 'rep', `record="record-from-start" trim="do-not-trim" recordingStatusCallback="${app.httpUrl}/recorded" recordingStatusCallbackEvent="in-progress completed absent"`);
    const customer = await join(room, 'customer');
    return { rep: rep.callSid, customer: customer.callSid, conferenceSid: rep.conferenceSid };
  };
  const completed = (recordingSid: string) => until('the recording is completed', async () => {
    // A connection kept alive from before a restart of the carrier is cut when it is used again.
    const found = await client.recordings(recordingSid).fetch().catch((fault: { code?: unknown }) => (fault.code === 'ECONNRESET' ? undefined : Promise.reject(fault as Error)));
    return found?.status === 'completed' ? found : undefined;
  });
  async function soundOf(recordingSid: string, more = ''): Promise<WavFile> {
    const { mediaUrl } = await completed(recordingSid);
    const response = await fetch(`${mediaUrl}.wav${more}`, { headers: { authorization: `Basic ${Buffer.from(`${ACCOUNT.apiKeySid}:${ACCOUNT.apiKeySecret}`).toString('base64')}` } });
    assert.equal(response.headers.get('content-type'), 'audio/x-wav');
    return readWav(Buffer.from(await response.arrayBuffer()));
  }
  const about = (actual: number, expected: number, what: string) => assert.ok(Math.abs(actual - expected) <= 0.15, `${what}: ${actual} rather than ${expected} seconds`);

  describe('of a conference', () => {
    it('has the barge and not the whisper, and is not interrupted by anybody who joins, switches or leaves', async () => {
      const { rep, customer, conferenceSid } = await recordedRoom('whole');
      const startedAt = performance.now();
      const supervisor = await join('whole', 'supervisor', 'muted="true" startConferenceOnEnter="false"');
      const leg = client.conferences(conferenceSid).participants(supervisor.callSid);
      const own = await client.calls(supervisor.callSid).recordings.create({ recordingChannels: 'dual' });
      const ownSince = performance.now();
      await talkFor(300);
      await leg.update({ muted: false, coaching: true, callSidToCoach: rep });
      const whisperSince = performance.now();
      await talkFor(500);
      await leg.update({ muted: false, coaching: false });
      const bargeSince = performance.now();
      await talkFor(400);
      await leg.update({ muted: true, coaching: false });
      const bargeFor = (performance.now() - bargeSince) / 1000;
      await leg.remove();
      const ownFor = (performance.now() - ownSince) / 1000;
      await talkFor(200);
      await local.end(conferenceSid);
      const wholeFor = (performance.now() - startedAt) / 1000;

      const [recording, ...others] = await client.conferences(conferenceSid).recordings.list();
      assert.deepEqual([others.length, recording!.source, recording!.channels], [0, 'Conference', 1]);
      const room = await soundOf(recording!.sid);
      about(room.seconds, wholeFor, 'the recording');
      about(room.secondsOf(TONES.customer), wholeFor, 'the customer');
      about(room.secondsOf(TONES.rep), wholeFor, 'the rep');
      about(room.secondsOf(TONES.supervisor), bargeFor, 'the barge');
      assert.ok(room.longestGap() < 0.1, `${room.longestGap()} s of silence`);

      const leaf = await soundOf(own.sid);
      assert.equal(leaf.channels, 2);
      about(leaf.seconds, ownFor, 'the leg');
      about(leaf.secondsOf(TONES.supervisor, 0), ownFor, 'what the supervisor says, whisper and monitor included');
      about(leaf.secondsOf(TONES.customer, 1), ownFor, 'the customer as the supervisor hears');
      assert.equal(leaf.secondsOf(TONES.supervisor, 1), 0);
      assert.ok(bargeSince - whisperSince > 400);
      for (const callSid of [rep, customer]) await local.has(callSid, 'completed');
    });

    it('has the whisper when the carrier leaks it, so that the measure can fail', async () => {
      await local.control('POST', 'faults', { media: 'whisper-leak' });
      const { rep, conferenceSid } = await recordedRoom('leaky');
      const supervisor = await join('leaky', 'supervisor', 'muted="true" startConferenceOnEnter="false"');
      await client.conferences(conferenceSid).participants(supervisor.callSid).update({ muted: false, coaching: true, callSidToCoach: rep });
      await talkFor(300);
      await local.end(conferenceSid);
      await local.control('POST', 'faults', { media: null });
      const [recording] = await client.conferences(conferenceSid).recordings.list();
      assert.ok((await soundOf(recording!.sid)).secondsOf(TONES.supervisor) > 0.2);
    });

    it('is asked for with the first participant who is dialled, and trimmed of silence', async () => {
      const dial = (role: Role, more: object = {}) => client.conferences('dialled').participants.create({ from: NUMBER, to: PHONES[role], beep: 'false', ...more });
      const { callSid, conferenceSid } = await dial('rep', { conferenceRecord: 'record-from-start', conferenceRecordingStatusCallback: `${app.httpUrl}/recorded` });
      await dial('customer', { muted: true });
      await until('the conference is recorded', async () => (await client.conferences(conferenceSid).recordings.list()).length === 1);
      await talkFor(300);
      await client.conferences(conferenceSid).participants(callSid).update({ muted: true });
      await talkFor(400);
      await local.end(conferenceSid);
      const done = await until('the report', () => reported()[0]);
      const sound = await soundOf(done.RecordingSid!);
      assert.equal(done.RecordingStatus, 'completed');
      about(sound.seconds, sound.secondsOf(TONES.rep), 'the sound alone');
      assert.ok(sound.seconds > 0.2);
    });

    it('is told of when it begins and when it can be fetched', async () => {
      const { conferenceSid } = await recordedRoom('told');
      await talkFor(1_100);
      await local.end(conferenceSid);
      const [begun, done] = await until('both reports', () => (reported().length === 2 ? reported() : undefined));
      const recording = await client.recordings(begun!.RecordingSid!).fetch();
      assert.deepEqual([begun!.RecordingStatus, begun!.ConferenceSid, begun!.AccountSid, begun!.RecordingSource, begun!.RecordingChannels], ['in-progress', conferenceSid, ACCOUNT.accountSid, 'Conference', '1']);
      assert.deepEqual([done!.RecordingStatus, done!.RecordingDuration, done!.RecordingUrl], ['completed', '1', recording.mediaUrl]);
      assert.ok(begun!.RecordingStartTime);
      const without = await fetch(done!.RecordingUrl!);
      assert.equal(without.status, 401);
    });

    it('outlives the carrier that made it, as far as it got', async () => {
      const { conferenceSid } = await recordedRoom('outlives');
      await talkFor(300);
      const [{ sid } = { sid: '' }] = await client.conferences(conferenceSid).recordings.list();
      await local.carrier.restart();
      assert.ok((await soundOf(sid)).seconds > 0.2);
    });

    it('pauses as silence or not at all, by Twilio.CURRENT, and is deleted', async () => {
      const { conferenceSid } = await recordedRoom('paused');
      const current = client.conferences(conferenceSid).recordings('Twilio.CURRENT');
      await talkFor(300);
      assert.equal((await current.update({ status: 'paused', pauseBehavior: 'skip' })).status, 'paused');
      await talkFor(400);
      await current.update({ status: 'in-progress' });
      await talkFor(200);
      await current.update({ status: 'paused' });
      await talkFor(400);
      await current.update({ status: 'in-progress' });
      await talkFor(200);
      const { sid } = await current.update({ status: 'stopped' });
      await assert.rejects(current.update({ status: 'paused' }), { code: 20404 });
      const sound = await soundOf(sid);
      about(sound.longestGap(), 0.4, 'the silence');
      about(sound.secondsOf(TONES.customer), 0.7, 'the sound');
      about(sound.seconds, 1.1, 'the whole');
      await assert.rejects(client.conferences(conferenceSid).recordings(sid).update({ status: 'in-progress' }), { code: 21220 });
      assert.ok(await client.conferences(conferenceSid).recordings(sid).remove());
      await assert.rejects(client.recordings(sid).fetch(), { code: 20404 });
      await local.end(conferenceSid);
    });
  });

  describe('of a leg', () => {
    it('goes on from room to room, and ends with the leg', async () => {
      const { callSid } = await join('first', 'customer');
      await join('first', 'rep');
      const { sid } = await client.calls(callSid).recordings.create({ recordingChannels: 'dual', recordingStatusCallback: `${app.httpUrl}/recorded`, recordingStatusCallbackEvent: ['in-progress', 'completed'] });
      const since = performance.now();
      await talkFor(300);
      await client.calls(callSid).update({ twiml: '<Response><Dial><Conference beep="false">second</Conference></Dial></Response>' });
      await local.isIn('second', callSid);
      await talkFor(200);
      await client.calls(callSid).update({ status: 'completed' });
      const lasted = (performance.now() - since) / 1000;
      const sound = await soundOf(sid);
      about(sound.seconds, lasted, 'the recording');
      about(sound.secondsOf(TONES.customer, 0), lasted, 'the customer');
      assert.ok(sound.secondsOf(TONES.rep, 1) > 0.2);
      const mono = await soundOf(sid, '?RequestedChannels=1');
      assert.deepEqual([mono.channels, mono.secondsOf(TONES.rep) > 0.2, mono.secondsOf(TONES.customer) > 0.3], [1, true, true]);
      const [begun, done] = await until('both reports', () => (reported().length === 2 ? reported() : undefined));
      assert.deepEqual([begun!.CallSid, begun!.RecordingStatus, begun!.RecordingSource, begun!.RecordingTrack], [callSid, 'in-progress', 'StartCallRecordingAPI', 'both']);
      assert.equal(done!.RecordingStatus, 'completed');
      assert.deepEqual((await client.calls(callSid).recordings.list()).map((one) => [one.sid, one.track, one.channels]), [[sid, 'both', 2]]);
    });

    it('has one track only when that is asked for', async () => {
      const { callSid, conferenceSid } = await join('track', 'customer');
      await join('track', 'rep');
      const { sid } = await client.calls(callSid).recordings.create({ recordingTrack: 'outbound' });
      await talkFor(300);
      await local.end(conferenceSid);
      const sound = await soundOf(sid);
      assert.equal(sound.secondsOf(TONES.customer), 0);
      assert.ok(sound.secondsOf(TONES.rep) > 0.2);
    });

    it('is begun with a participant that asks for it', async () => {
      const { callSid, conferenceSid } = await client.conferences('asked').participants.create({ from: NUMBER, to: PHONES.customer, beep: 'false', record: true, recordingChannels: 'dual' });
      await local.isIn('asked', callSid);
      const [recording] = await client.recordings.list({ callSid });
      assert.deepEqual([recording!.source, recording!.channels, recording!.status], ['OutboundAPI', 2, 'in-progress']);
      await talkFor(200);
      await local.end(conferenceSid);
      await completed(recording!.sid);
    });

    it('is refused for a leg that is over', async () => {
      const { callSid } = await join('over', 'customer');
      await client.calls(callSid).update({ status: 'completed' });
      await assert.rejects(client.calls(callSid).recordings.create(), { code: 21220 });
    });
  });
});
