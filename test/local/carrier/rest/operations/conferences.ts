import assert from 'node:assert/strict';
import { conference, newName, type Drives } from './driven.ts';

export const CONFERENCES: Drives = {
  'GET /Conferences.json': async (driven) => {
    const { sid } = await conference(driven);
    await conference(driven);
    const found = await driven.client.conferences.list({
      status: 'in-progress',
      dateCreated: new Date(),
      dateUpdatedAfter: new Date(0),
      pageSize: 1,
      limit: 50,
    });
    assert.ok(
      found.some((room) => room.sid === sid),
      'pages lead to every conference',
    );
    assert.deepEqual(await driven.client.conferences.list({ dateCreatedBefore: new Date(0) }), []);
  },
  'GET /Conferences/{Sid}.json': async (driven) => {
    const { sid } = await conference(driven);
    const fetched = await driven.client.conferences(sid).fetch();
    assert.deepEqual([fetched.status, fetched.reasonConferenceEnded], ['in-progress', null]);
  },
  'POST /Conferences/{Sid}.json': async (driven) => {
    const { sid } = await conference(driven, 2);
    await driven.client
      .conferences(sid)
      .update({ announceUrl: 'http://127.0.0.1:9/announcement', announceMethod: 'GET' });
    const ended = await driven.client.conferences(sid).update({ status: 'completed' });
    assert.deepEqual(
      [ended.status, ended.reasonConferenceEnded],
      ['completed', 'conference-ended-via-api'],
    );
  },
  'POST /Conferences/{ConferenceSid}/Participants.json': async ({ client, from, to }) => {
    const first = await client.conferences(newName()).participants.create({ from, to });
    assert.deepEqual([first.status, first.label], ['queued', null]);
    const address = 'http://127.0.0.1:9/callback#rc=2&rp=ct,rt';
    await client.conferences(first.conferenceSid).participants.create({
      from,
      to,
      callerId: from,
      label: 'everything',
      timeout: 30,
      timeLimit: 600,
      muted: true,
      beep: 'onEnter',
      startConferenceOnEnter: false,
      endConferenceOnExit: true,
      waitUrl: '',
      waitMethod: 'GET',
      earlyMedia: false,
      maxParticipants: 10,
      jitterBufferSize: 'small',
      region: 'ie1',
      callReason: 'a check',
      statusCallback: address,
      statusCallbackMethod: 'GET',
      statusCallbackEvent: ['initiated', 'completed'],
      conferenceStatusCallback: address,
      conferenceStatusCallbackMethod: 'POST',
      conferenceStatusCallbackEvent: [
        'start',
        'end',
        'join',
        'leave',
        'mute',
        'hold',
        'modify',
        'speaker',
        'announcement',
      ],
      record: false,
      recordingChannels: 'dual',
      recordingTrack: 'both',
      trim: 'do-not-trim',
      recordingStatusCallback: address,
      recordingStatusCallbackMethod: 'POST',
      recordingStatusCallbackEvent: ['completed'],
      conferenceRecord: 'do-not-record',
      conferenceTrim: 'trim-silence',
      conferenceRecordingStatusCallback: address,
      conferenceRecordingStatusCallbackMethod: 'POST',
      conferenceRecordingStatusCallbackEvent: ['completed'],
      sipAuthUsername: 'u',
      sipAuthPassword: 'p',
      byoc: `BY${'0'.repeat(32)}`,
      machineDetection: 'Enable',
      machineDetectionTimeout: 30,
      machineDetectionSpeechThreshold: 2400,
      machineDetectionSpeechEndThreshold: 1200,
      machineDetectionSilenceTimeout: 5000,
      amdStatusCallback: address,
      amdStatusCallbackMethod: 'POST',
      callToken: 'token',
    });
  },
  'GET /Conferences/{ConferenceSid}/Participants.json': async (driven) => {
    const { sid, callSids } = await conference(driven, 3);
    const { participants } = driven.client.conferences(sid);
    await participants(callSids[1]!).update({ muted: true });
    assert.deepEqual(
      (await participants.list({ pageSize: 1 })).map(({ callSid }) => callSid),
      callSids,
    );
    assert.deepEqual(
      (await participants.list({ muted: true, hold: false, coaching: false })).map(
        ({ callSid }) => callSid,
      ),
      [callSids[1]],
    );
    const first = await participants.page({ pageSize: 2 });
    const back = await (await first.nextPage())!.previousPage();
    assert.deepEqual(
      back!.instances.map(({ callSid }) => callSid),
      callSids.slice(0, 2),
    );
  },
  'GET /Conferences/{ConferenceSid}/Participants/{CallSid}.json': async (driven) => {
    const { sid, callSids } = await conference(driven);
    assert.equal(
      (await driven.client.conferences(sid).participants(encodeURIComponent('party 0')).fetch())
        .callSid,
      callSids[0],
    );
  },
  'POST /Conferences/{ConferenceSid}/Participants/{CallSid}.json': async (driven) => {
    const {
      sid,
      callSids: [rep, coach],
    } = await conference(driven, 2);
    const leg = driven.client.conferences(sid).participants(coach!);
    const coaching = await leg.update({ muted: false, coaching: true, callSidToCoach: rep });
    assert.deepEqual([coaching.coaching, coaching.callSidToCoach], [true, rep]);
    await leg.update({ muted: true, coaching: false });
    await leg.update({ hold: true, holdUrl: 'http://127.0.0.1:9/music', holdMethod: 'GET' });
    await leg.update({ hold: false });
    await leg.update({ announceUrl: 'http://127.0.0.1:9/announcement', announceMethod: 'POST' });
    await leg.update({
      beepOnExit: false,
      endConferenceOnExit: true,
      waitUrl: '',
      waitMethod: 'POST',
    });
  },
  'DELETE /Conferences/{ConferenceSid}/Participants/{CallSid}.json': async (driven) => {
    const { sid, callSids } = await conference(driven, 2);
    const leg = driven.client.conferences(sid).participants(callSids[0]!);
    assert.equal(await leg.remove(), true);
    await assert.rejects(leg.fetch(), { code: 20404 });
  },
};
