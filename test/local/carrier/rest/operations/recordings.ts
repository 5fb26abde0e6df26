import assert from 'node:assert/strict';
import { answered, conference, type Driven, type Drives } from './driven.ts';

/** A recording of a leg. */
async function recording(driven: Driven): Promise<{ callSid: string; sid: string }> {
  const callSid = await answered(driven);
  return {
    callSid,
    sid: (await driven.client.calls(callSid).recordings.create({ recordingChannels: 'dual' })).sid,
  };
}

/** A recording of nothing would be absent. */
function somethingIsHeard({ until: wait }: Driven): Promise<unknown> {
  const since = performance.now();
  return wait('a quarter of a second has passed', () => performance.now() - since > 250);
}

/** A recording that is over. */
async function recorded(driven: Driven): Promise<{ callSid: string; sid: string }> {
  const { client, until: wait } = driven;
  const made = await recording(driven);
  await somethingIsHeard(driven);
  await client.calls(made.callSid).recordings(made.sid).update({ status: 'stopped' });
  await wait(
    'the recording is complete',
    async () => (await client.recordings(made.sid).fetch()).status === 'completed',
  );
  return made;
}

/** A conference that is being recorded. */
async function recordedConference(driven: Driven): Promise<{ sid: string; recordingSid: string }> {
  const { sid } = await conference(driven, 2, { conferenceRecord: 'true' });
  const found = await driven.until(
    'the conference is recorded',
    async () => (await driven.client.conferences(sid).recordings.list())[0],
  );
  await somethingIsHeard(driven);
  return { sid, recordingSid: found.sid };
}

/** Recordings are sound under these addresses; Twilio describes only their data. */
export const UNDESCRIBED: readonly string[] = [
  'GET /Recordings/{Sid}.wav',
  'GET /Recordings/{Sid}',
];

export const RECORDINGS: Drives = {
  'POST /Calls/{CallSid}/Recordings.json': async (driven) => {
    await recording(driven);
  },
  'GET /Calls/{CallSid}/Recordings.json': async (driven) => {
    const { callSid, sid } = await recorded(driven);
    assert.deepEqual(
      (await driven.client.calls(callSid).recordings.list({ dateCreated: new Date() })).map(
        (one) => one.sid,
      ),
      [sid],
    );
  },
  'GET /Calls/{CallSid}/Recordings/{Sid}.json': async (driven) => {
    const { callSid, sid } = await recording(driven);
    await driven.client.calls(callSid).recordings(sid).fetch();
  },
  'POST /Calls/{CallSid}/Recordings/{Sid}.json': async (driven) => {
    const { callSid, sid } = await recording(driven);
    const paused = await driven.client
      .calls(callSid)
      .recordings(sid)
      .update({ status: 'paused', pauseBehavior: 'skip' });
    assert.equal(paused.status, 'paused');
  },
  'DELETE /Calls/{CallSid}/Recordings/{Sid}.json': async (driven) => {
    const { callSid, sid } = await recorded(driven);
    assert.equal(await driven.client.calls(callSid).recordings(sid).remove(), true);
  },
  'GET /Conferences/{ConferenceSid}/Recordings.json': async (driven) => {
    const { sid } = await recordedConference(driven);
    assert.equal(
      (await driven.client.conferences(sid).recordings.list({ dateCreatedBefore: new Date() }))
        .length,
      1,
    );
  },
  'GET /Conferences/{ConferenceSid}/Recordings/{Sid}.json': async (driven) => {
    const { sid, recordingSid } = await recordedConference(driven);
    await driven.client.conferences(sid).recordings(recordingSid).fetch();
  },
  'POST /Conferences/{ConferenceSid}/Recordings/{Sid}.json': async (driven) => {
    const { sid } = await recordedConference(driven);
    await driven.client.conferences(sid).recordings('Twilio.CURRENT').update({ status: 'stopped' });
  },
  'DELETE /Conferences/{ConferenceSid}/Recordings/{Sid}.json': async (driven) => {
    const { sid, recordingSid } = await recordedConference(driven);
    const kept = driven.client.conferences(sid).recordings(recordingSid);
    await kept.update({ status: 'stopped' });
    await driven.until(
      'the recording is complete',
      async () => (await kept.fetch()).status === 'completed',
    );
    assert.equal(await kept.remove(), true);
  },
  'GET /Recordings.json': async (driven) => {
    const { callSid, sid } = await recorded(driven);
    assert.deepEqual(
      (await driven.client.recordings.list({ callSid, dateCreatedAfter: new Date(0) })).map(
        (one) => one.sid,
      ),
      [sid],
    );
  },
  'GET /Recordings/{Sid}.json': async (driven) => {
    const { sid } = await recorded(driven);
    await driven.client.recordings(sid).fetch();
  },
  'DELETE /Recordings/{Sid}.json': async (driven) => {
    const { sid } = await recorded(driven);
    assert.equal(await driven.client.recordings(sid).remove(), true);
  },
  'GET /Recordings/{Sid}.wav': async (driven) => {
    const { sid } = await recorded(driven);
    await sound(driven, `${sid}.wav`);
  },
  'GET /Recordings/{Sid}': async (driven) => {
    const { sid } = await recorded(driven);
    await sound(driven, sid);
  },
};

/** The client has no method for sound; it asks as for anything else. */
async function sound({ client }: Driven, name: string): Promise<void> {
  const { statusCode } = await client.request({
    method: 'get',
    uri: `${client.api.baseUrl}/2010-04-01/Accounts/${client.accountSid}/Recordings/${name}`,
  });
  assert.equal(statusCode, 200);
}
