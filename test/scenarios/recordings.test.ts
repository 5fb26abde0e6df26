import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { setManagersRule } from '../support/policyRules.ts';
import { startSoundClock, type SoundClock } from '../support/soundClock.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { readWav } from '../support/wavFile.ts';
import { startWorld, type World } from '../support/world.ts';

interface AuditRow {
  actor: { userId: string };
  details: { recordingId: string; of: string };
}

/** Rep 500 Hz, supervisor 800 Hz, as the stage's scripts play them. */
const SUPERVISOR_HZ = 800;
const REP_HZ = 500;

describe('the recording of a call', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;
  let lena: Console;
  let callId: string;
  let interventionId: string;
  let clock: SoundClock;

  before(async () => {
    clock = startSoundClock();
    world = await startWorld({ env: { RECORD_CALLS: 'on' } });
    [maya, lena] = [world.as('maya'), world.as('lena')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    interventionId = await superviseAs(world, maya, callId);
  });
  after(async () => {
    clock?.stop();
    await world?.stop();
  });

  const own = async () =>
    (
      await maya.ask<{
        interventions: {
          interventionId: string;
          recordings: {
            recordingId: string;
            what: string;
            status: string;
            durationSeconds?: number;
          }[];
        }[];
      }>('GET', '/api/interventions')
    ).body.interventions.find((one) => one.interventionId === interventionId);
  const inMode = (mode: string) =>
    until(
      `Maya is in ${mode}`,
      async () => modeOf(await maya.call(callId), interventionId) === mode,
    );
  const audited = () =>
    world.database<AuditRow>(
      `select "actor", "details" from "AuditEntry" where "action" = 'RecordingOpened' order by "position"`,
    );
  let recordingId: string;

  async function open(who: Console): Promise<Response> {
    return fetch(`${world.serverUrl}/api/recordings/${recordingId}`, {
      headers: { authorization: `Bearer ${await who.token()}` },
    });
  }

  it('is not interrupted by joins, switches and leaves (G4, G19)', async () => {
    const startedAt = clock.seconds();
    await maya.switchTo(interventionId, 'whisper');
    await inMode('whisper');
    await clock.talkFor(1_200);
    await maya.switchTo(interventionId, 'monitor');
    await inMode('monitor');
    await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await inMode('barge');
    await clock.talkFor(1_200);
    await maya.leave(interventionId);
    const lasted = clock.seconds() - startedAt;
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    const recording = await until('the recording is kept', async () =>
      (await own())?.recordings.find((one) => one.what === 'call' && one.status === 'completed'),
    );
    recordingId = recording.recordingId;
    assert.ok(
      recording.durationSeconds! >= Math.floor(lasted),
      `${recording.durationSeconds} s of ${lasted} s`,
    );
  });

  it('has the barge and not the whisper (G4)', async () => {
    const sound = readWav(Buffer.from(await (await open(maya)).arrayBuffer()));
    const heard = sound.levelsOf(SUPERVISOR_HZ).map((level) => level > -30);
    const stretches = heard.filter((one, i) => one && !heard[i - 1]).length;
    assert.equal(stretches, 1, 'the supervisor is on it once, in barge');
    const repHeard = sound.levelsOf(REP_HZ).filter((level) => level > -30).length;
    assert.ok(repHeard / heard.length > 0.9, 'the rep is on it from beginning to end');
  });

  it('is opened on record: who, which, when (D31)', async () => {
    const [entry] = (await audited()).slice(-1);
    assert.equal(entry?.actor.userId, await maya.userId());
    assert.deepEqual(entry?.details, { recordingId, of: 'call' });
  });

  it('is as unknown to another team’s manager as one that does not exist', async () => {
    const before = (await audited()).length;
    const refused = await open(world.as('tomas'));
    assert.equal(refused.status, 404);
    assert.equal(
      ((await refused.json()) as { error: { code: string } }).error.code,
      'recording_not_found',
    );
    assert.equal((await audited()).length, before);
  });

  it('is linked from the intervention’s record by a page of ours, once it is kept (D32)', async () => {
    interface Row {
      External_Id__c: string;
      Recording_Url__c: string | null;
    }
    const row = await until('the link is in the org', async () =>
      (await world.orgControl<Row[]>('records/Call_Intervention__c')).find(
        (one) => one.External_Id__c === interventionId && one.Recording_Url__c,
      ),
    );
    const link = new URL(row.Recording_Url__c!);
    assert.deepEqual(
      [link.origin, link.pathname, link.searchParams.get('c__interventionId')],
      [new URL(world.orgUrl).origin, '/lightning/n/Dealside_Recordings', interventionId],
    );
    assert.ok(!row.Recording_Url__c!.includes(recordingId), 'no address of the sound itself');
    const rows = (await world.orgControl<Row[]>('records/Call_Intervention__c')).filter(
      (one) => one.External_Id__c === interventionId,
    );
    assert.equal(rows.length, 1);
  });

  it('is listed for who may hear it, and unknown to who may not', async () => {
    const list = (who: Console) =>
      who.ask<{ recordings: { recordingId: string; what: string }[] }>(
        'GET',
        `/api/interventions/${interventionId}/recordings`,
      );
    assert.deepEqual(
      (await list(maya)).body.recordings.map((one) => one.recordingId),
      [recordingId],
    );
    assert.equal((await list(world.as('tomas'))).status, 404);
  });

  it('is played by a ticket that works once, and for this recording alone', async () => {
    const ticket = (who: Console) =>
      who.ask<{ link: string }>('POST', `/api/recordings/${recordingId}/ticket`);
    assert.equal((await ticket(world.as('tomas'))).status, 404);
    const before = (await audited()).length;
    const {
      body: { link },
    } = await ticket(maya);
    const elsewhere = await fetch(world.serverUrl + link.replace(recordingId, 'RE-another'));
    assert.equal(elsewhere.status, 401);
    const played = await fetch(world.serverUrl + link);
    assert.deepEqual(
      [played.status, played.headers.get('cross-origin-resource-policy')],
      [200, 'cross-origin'],
    );
    await played.arrayBuffer();
    assert.equal((await fetch(world.serverUrl + link)).status, 401);
    assert.equal((await audited()).length, before + 1);
  });

  it('is exported for a dispute by administrators alone, with a manifest that the audit confirms (D41)', async () => {
    interface Begun {
      exportId: string;
      recordings: number;
      link: string;
      since: number;
    }
    const begin = (who: Console) => who.ask<Begun>('POST', '/api/recording-exports', { callId });
    assert.equal((await begin(maya)).status, 403);
    const ada = world.as('ada');
    const { body } = await begin(ada);
    assert.equal(body.recordings, 1);
    const another = await fetch(world.serverUrl + body.link.replace(callId, 'another'));
    assert.equal(another.status, 401);
    const archive = await fetch(world.serverUrl + body.link);
    assert.deepEqual(
      [archive.status, archive.headers.get('content-type')],
      [200, 'application/zip'],
    );
    const bytes = Buffer.from(await archive.arrayBuffer());
    assert.ok(bytes.includes('RIFF') && bytes.includes('manifest.json'));
    assert.equal((await fetch(world.serverUrl + body.link)).status, 401, 'once');
    const progress = await until('the export is on the audit', async () => {
      const { body: far } = await ada.ask<{ opened: number; finished?: { missing: number } }>(
        'GET',
        `/api/recording-exports/${body.exportId}?since=${body.since}`,
      );
      return far.finished && far;
    });
    assert.deepEqual([progress.opened, progress.finished?.missing], [1, 0]);
    const [entry] = (await audited()).slice(-1);
    assert.deepEqual(entry?.details, { recordingId, of: 'call', exportId: body.exportId });
  });

  it('is open to the rep whose call it is', async () =>
    assert.equal((await open(lena)).status, 200));
});

describe('a supervisor whose words policy wants recorded', function () {
  this.timeout(300_000);
  let world: World;
  let maya: Console;
  let clock: SoundClock;

  before(async () => {
    clock = startSoundClock();
    world = await startWorld();
    maya = world.as('maya');
    await setManagersRule(world, { Record_Supervisor__c: true });
  });
  after(async () => {
    clock?.stop();
    await world?.stop();
  });

  it('is on a recording of her own, whispers included, and not on the rep’s or the customer’s (D5)', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'Maya whispers',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await clock.talkFor(1_200);
    await maya.leave(interventionId);
    const ended = async () =>
      (
        await maya.ask<{
          interventions: {
            interventionId: string;
            isRecorded: boolean;
            recordings: { link: string; what: string; status: string }[];
          }[];
        }>('GET', '/api/interventions')
      ).body.interventions.find((one) => one.interventionId === interventionId);
    const recording = await until('her recording is kept', async () =>
      (await ended())?.recordings.find((one) => one.status === 'completed'),
    );
    assert.equal((await ended())?.isRecorded, true);
    assert.equal(recording.what, 'supervisor');
    const response = await fetch(world.serverUrl + recording.link, {
      headers: { authorization: `Bearer ${await maya.token()}` },
    });
    const sound = readWav(Buffer.from(await response.arrayBuffer()));
    assert.ok(
      sound.levelsOf(SUPERVISOR_HZ).filter((level) => level > -30).length > 5,
      'her words are on it',
    );
    assert.ok(
      sound.levelsOf(REP_HZ).every((level) => level < -45),
      'nobody else is on it',
    );
  });
});
