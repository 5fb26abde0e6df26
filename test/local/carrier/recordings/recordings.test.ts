import assert from 'node:assert/strict';
import type { Twilio } from 'twilio';
import {
  ACCOUNT,
  NUMBER,
  onLocalCarrier,
  type LocalCarrier,
} from '../../../support/localCarrier.ts';
import { startSoundClock, type Moment, type SoundClock } from '../../../support/soundClock.ts';
import type { ToneApp } from '../../../support/toneApp.ts';
import { until } from '../../../support/until.ts';
import { readWav, type WavFile } from '../../../support/wavFile.ts';

const TONES = { customer: 600, rep: 1000, supervisor: 1400 };
const PHONES = { customer: '+15005550001', rep: '+15005550002', supervisor: '+15005550003' };
type Role = keyof typeof TONES;
const scripts = Object.fromEntries(
  (Object.keys(TONES) as Role[]).map((role) => [PHONES[role], { toneHz: TONES[role] }]),
);

describe('recordings', () => {
  let local: LocalCarrier;
  let client: Twilio;
  let app: ToneApp;
  let clock: SoundClock;
  before(() => {
    clock = startSoundClock();
  });
  after(() => clock?.stop());
  onLocalCarrier((place) => {
    ({ local, app } = place);
    ({ client } = local);
  }, scripts);

  const reported = () => app.requests.map(({ params }) => params);
  const join = (room: string, role: Role, attributes = '') =>
    local.join(room, PHONES[role], {
      attributes: `beep="false" participantLabel="${role}" ${attributes}`,
    });
  const talkFor = (ms: number) => clock.talkFor(ms);
  const recordedRoom = async (
    room: string,
  ): Promise<{ customer: string; rep: string; conferenceSid: string; begun: Moment }> => {
    const from = clock.seconds();
    const rep = await join(
      room,
      'rep',
      `record="record-from-start" trim="do-not-trim" recordingStatusCallback="${app.httpUrl}/recorded" recordingStatusCallbackEvent="in-progress completed absent"`,
    );
    const customer = await join(room, 'customer');
    return {
      rep: rep.callSid,
      customer: customer.callSid,
      conferenceSid: rep.conferenceSid,
      begun: { from, until: clock.seconds() },
    };
  };
  const completed = (recordingSid: string) =>
    until('the recording is completed', async () => {
      // A connection kept alive from before a restart of the carrier is cut when it is used again.
      const found = await client
        .recordings(recordingSid)
        .fetch()
        .catch((fault: { code?: unknown }) =>
          fault.code === 'ECONNRESET' ? undefined : Promise.reject(fault as Error),
        );
      return found?.status === 'completed' ? found : undefined;
    });
  async function soundOf(recordingSid: string, more = ''): Promise<WavFile> {
    const { mediaUrl } = await completed(recordingSid);
    const response = await fetch(`${mediaUrl}.wav${more}`, {
      headers: {
        authorization: `Basic ${Buffer.from(`${ACCOUNT.apiKeySid}:${ACCOUNT.apiKeySecret}`).toString('base64')}`,
      },
    });
    assert.equal(response.headers.get('content-type'), 'audio/x-wav');
    return readWav(Buffer.from(await response.arrayBuffer()));
  }
  /** As long as the sound that was mixed between two moments, or between several pairs of them. */
  const about = (
    actual: number,
    stretches: readonly (readonly [begun: Moment, ended: Moment])[],
    what: string,
  ) => {
    const least =
      stretches.reduce((sum, [begun, ended]) => sum + Math.max(0, ended.from - begun.until), 0) -
      0.15;
    const most =
      stretches.reduce((sum, [begun, ended]) => sum + ended.until - begun.from, 0) + 0.15;
    assert.ok(
      actual >= least && actual <= most,
      `${what}: ${actual} rather than ${least.toFixed(2)} to ${most.toFixed(2)} seconds`,
    );
  };

  describe('of a conference', () => {
    it('has the barge and not the whisper, and is not interrupted by anybody who joins, switches or leaves', async () => {
      const { rep, customer, conferenceSid, begun } = await recordedRoom('whole');
      const supervisor = await join(
        'whole',
        'supervisor',
        'muted="true" startConferenceOnEnter="false"',
      );
      const leg = client.conferences(conferenceSid).participants(supervisor.callSid);
      let ownSid = '';
      const ownBegun = await clock.moment(async () => {
        ownSid = (
          await client.calls(supervisor.callSid).recordings.create({ recordingChannels: 'dual' })
        ).sid;
      });
      await talkFor(300);
      const whispered = await clock.moment(() =>
        leg.update({ muted: false, coaching: true, callSidToCoach: rep }),
      );
      await talkFor(500);
      const barged = await clock.moment(() => leg.update({ muted: false, coaching: false }));
      await talkFor(400);
      const silenced = await clock.moment(() => leg.update({ muted: true, coaching: false }));
      const left = await clock.moment(() => leg.remove());
      await talkFor(200);
      const ended = await clock.moment(() => local.end(conferenceSid));
      const [whole, own] = [[[begun, ended]], [[ownBegun, left]]] as const;

      const [recording, ...others] = await client.conferences(conferenceSid).recordings.list();
      assert.deepEqual(
        [others.length, recording!.source, recording!.channels],
        [0, 'Conference', 1],
      );
      const room = await soundOf(recording!.sid);
      about(room.seconds, whole, 'the recording');
      about(room.secondsOf(TONES.customer), whole, 'the customer');
      about(room.secondsOf(TONES.rep), whole, 'the rep');
      about(room.secondsOf(TONES.supervisor), [[barged, silenced]], 'the barge');
      assert.ok(room.longestGap() < 0.1, `${room.longestGap()} s of silence`);

      const leaf = await soundOf(ownSid);
      assert.equal(leaf.channels, 2);
      about(leaf.seconds, own, 'the leg');
      about(
        leaf.secondsOf(TONES.supervisor, 0),
        own,
        'what the supervisor says, whisper and monitor included',
      );
      about(leaf.secondsOf(TONES.customer, 1), own, 'the customer as the supervisor hears');
      assert.equal(leaf.secondsOf(TONES.supervisor, 1), 0);
      assert.ok(barged.from - whispered.until >= 0.4);
      for (const callSid of [rep, customer]) await local.has(callSid, 'completed');
    });

    it('has the whisper when the carrier leaks it, so that the measure can fail', async () => {
      await local.control('POST', 'faults', { media: 'whisper-leak' });
      const { rep, conferenceSid } = await recordedRoom('leaky');
      const supervisor = await join(
        'leaky',
        'supervisor',
        'muted="true" startConferenceOnEnter="false"',
      );
      await client
        .conferences(conferenceSid)
        .participants(supervisor.callSid)
        .update({ muted: false, coaching: true, callSidToCoach: rep });
      await talkFor(300);
      await local.end(conferenceSid);
      await local.control('POST', 'faults', { media: null });
      const [recording] = await client.conferences(conferenceSid).recordings.list();
      assert.ok((await soundOf(recording!.sid)).secondsOf(TONES.supervisor) > 0.2);
    });

    it('is asked for with the first participant who is dialed, and trimmed of silence', async () => {
      const dial = (role: Role, more: object = {}) =>
        client
          .conferences('dialed')
          .participants.create({ from: NUMBER, to: PHONES[role], beep: 'false', ...more });
      const { callSid, conferenceSid } = await dial('rep', {
        conferenceRecord: 'record-from-start',
        conferenceRecordingStatusCallback: `${app.httpUrl}/recorded`,
      });
      await dial('customer', { muted: true });
      await until(
        'the conference is recorded',
        async () => (await client.conferences(conferenceSid).recordings.list()).length === 1,
      );
      await talkFor(300);
      await client.conferences(conferenceSid).participants(callSid).update({ muted: true });
      await talkFor(400);
      await local.end(conferenceSid);
      const done = await until('the report', () => reported()[0]);
      const sound = await soundOf(done.RecordingSid!);
      assert.equal(done.RecordingStatus, 'completed');
      assert.ok(
        Math.abs(sound.seconds - sound.secondsOf(TONES.rep)) <= 0.15,
        `the sound alone: ${sound.secondsOf(TONES.rep)} of ${sound.seconds} seconds`,
      );
      assert.ok(sound.seconds > 0.2);
    });

    it('is told of when it begins and when it can be fetched', async () => {
      const { conferenceSid, begun: start } = await recordedRoom('told');
      await talkFor(1_100);
      const ended = await clock.moment(() => local.end(conferenceSid));
      const [begun, done] = await until('both reports', () =>
        reported().length === 2 ? reported() : undefined,
      );
      const recording = await client.recordings(begun!.RecordingSid!).fetch();
      assert.deepEqual(
        [
          begun!.RecordingStatus,
          begun!.ConferenceSid,
          begun!.AccountSid,
          begun!.RecordingSource,
          begun!.RecordingChannels,
        ],
        ['in-progress', conferenceSid, ACCOUNT.accountSid, 'Conference', '1'],
      );
      assert.deepEqual(
        [done!.RecordingStatus, done!.RecordingUrl],
        ['completed', recording.mediaUrl],
      );
      assert.match(done!.RecordingDuration!, /^[1-9]\d*$/);
      assert.ok(
        Number(done!.RecordingDuration) <= Math.round(ended.until - start.from),
        done!.RecordingDuration,
      );
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
      const { conferenceSid, begun } = await recordedRoom('paused');
      const current = client.conferences(conferenceSid).recordings('Twilio.CURRENT');
      const update = (change: Parameters<typeof current.update>[0]) =>
        clock.moment(async () =>
          assert.equal((await current.update(change)).status, change.status),
        );
      await talkFor(300);
      const skipped = await update({ status: 'paused', pauseBehavior: 'skip' });
      await talkFor(400);
      const resumed = await update({ status: 'in-progress' });
      await talkFor(200);
      const silenced = await update({ status: 'paused' });
      await talkFor(400);
      const again = await update({ status: 'in-progress' });
      await talkFor(200);
      let sid = '';
      const stopped = await clock.moment(async () => {
        ({ sid } = await current.update({ status: 'stopped' }));
      });
      await assert.rejects(current.update({ status: 'paused' }), { code: 20404 });
      const sound = await soundOf(sid);
      about(sound.longestGap(), [[silenced, again]], 'the silence');
      about(
        sound.secondsOf(TONES.customer),
        [
          [begun, skipped],
          [resumed, silenced],
          [again, stopped],
        ],
        'the sound',
      );
      about(
        sound.seconds,
        [
          [begun, skipped],
          [resumed, stopped],
        ],
        'the whole',
      );
      await assert.rejects(
        client.conferences(conferenceSid).recordings(sid).update({ status: 'in-progress' }),
        { code: 21220 },
      );
      assert.ok(await client.conferences(conferenceSid).recordings(sid).remove());
      await assert.rejects(client.recordings(sid).fetch(), { code: 20404 });
      await local.end(conferenceSid);
    });
  });

  describe('of a leg', () => {
    it('goes on from room to room, and ends with the leg', async () => {
      const { callSid } = await join('first', 'customer');
      await join('first', 'rep');
      let sid = '';
      const begun = await clock.moment(async () => {
        ({ sid } = await client.calls(callSid).recordings.create({
          recordingChannels: 'dual',
          recordingStatusCallback: `${app.httpUrl}/recorded`,
          recordingStatusCallbackEvent: ['in-progress', 'completed'],
        }));
      });
      await talkFor(300);
      await client.calls(callSid).update({
        twiml: '<Response><Dial><Conference beep="false">second</Conference></Dial></Response>',
      });
      await local.isIn('second', callSid);
      await talkFor(200);
      const lasted = [
        [begun, await clock.moment(() => client.calls(callSid).update({ status: 'completed' }))],
      ] as const;
      const sound = await soundOf(sid);
      about(sound.seconds, lasted, 'the recording');
      about(sound.secondsOf(TONES.customer, 0), lasted, 'the customer');
      assert.ok(sound.secondsOf(TONES.rep, 1) > 0.2);
      const mono = await soundOf(sid, '?RequestedChannels=1');
      assert.deepEqual(
        [mono.channels, mono.secondsOf(TONES.rep) > 0.2, mono.secondsOf(TONES.customer) > 0.3],
        [1, true, true],
      );
      const [first, done] = await until('both reports', () =>
        reported().length === 2 ? reported() : undefined,
      );
      assert.deepEqual(
        [first!.CallSid, first!.RecordingStatus, first!.RecordingSource, first!.RecordingTrack],
        [callSid, 'in-progress', 'StartCallRecordingAPI', 'both'],
      );
      assert.equal(done!.RecordingStatus, 'completed');
      assert.deepEqual(
        (await client.calls(callSid).recordings.list()).map((one) => [
          one.sid,
          one.track,
          one.channels,
        ]),
        [[sid, 'both', 2]],
      );
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
      const { callSid, conferenceSid } = await client.conferences('asked').participants.create({
        from: NUMBER,
        to: PHONES.customer,
        beep: 'false',
        record: true,
        recordingChannels: 'dual',
      });
      await local.isIn('asked', callSid);
      const [recording] = await client.recordings.list({ callSid });
      assert.deepEqual(
        [recording!.source, recording!.channels, recording!.status],
        ['OutboundAPI', 2, 'in-progress'],
      );
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
