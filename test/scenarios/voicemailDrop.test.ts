import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { saveRecord } from '../support/customMetadata.ts';
import type { OrgRecord } from '../support/orgStage.ts';
import { liveCallOf, superviseAs, modeOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Leg {
  callSid: string;
  to: string;
  status: string;
  isDetected: boolean;
  told: string[];
}
interface Messages {
  messages: { messageId: string; name: string }[];
}

/** Marcus Hale of Brightwater, in Washington. */
const MARCUS = '+12065550187';
const TEXT = 'This is Northwind. Please call us back.';

describe('a call that an answering machine takes', function () {
  this.timeout(300_000);
  let world: World;
  let lena: Console;
  let maya: Console;

  before(async () => {
    world = await startWorld();
    [lena, maya] = [world.as('lena'), world.as('maya')];
  });
  after(() => world?.stop());

  const isAnsweredBy = (answeredBy: string, detectedMs = 100) =>
    world.carrierControl('POST', 'scripts', {
      address: MARCUS,
      script: { toneHz: 1100, ringMs: 50, answeredBy, detectedMs },
    });
  const view = async (callId: string) => (await lena.call(callId)).body;
  const leave = (callId: string, messageId = 'Call_Back') =>
    lena.ask('POST', `/api/calls/${callId}/message`, { messageId });
  const detections = async (callId: string) =>
    (
      await world.database(
        `select 1 from "AuditEntry" where "callId" = $1 and "action" = 'AnswerDetected'`,
        [callId],
      )
    ).length;
  const customerLeg = async () =>
    (await world.carrierControl<Leg[]>('GET', 'legs')).findLast(({ to }) => to === MARCUS)!;
  async function hangUp(callId: string): Promise<void> {
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the call is over', async () => (await view(callId)).status === 'ended');
  }

  it('says nothing of it while the org has not switched it on', async () => {
    await isAnsweredBy('machine_end_beep', 0);
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    assert.equal((await customerLeg()).isDetected, false);
    const refused = await leave(callId);
    assert.deepEqual([refused.status, refused.body.error.code], [404, 'message_unknown']);
    assert.equal((await view(callId)).answering, undefined);
    await hangUp(callId);
    assert.equal(await detections(callId), 0);
  });

  it('tells the rep, who leaves a message with one click and is off', async () => {
    await saveRecord(world.orgUrl, 'Dealside_Setting.Default', 'Default', {
      Server_Url__c: world.serverUrl,
      Signing_Certificate__c: 'Dealside_Session',
      Detect_Machines__c: true,
      Voicemail_Places__c: 'US-WA, DE',
    });
    await saveRecord(world.orgUrl, 'Dealside_Notice.Call_Back', 'Call back', {
      Active__c: true,
      Kind__c: 'voicemail',
      Audience__c: 'customer',
      Language__c: 'en',
      Text__c: TEXT,
    });
    await world.as('ada').ask('POST', '/api/policy/refresh', {});
    await world.carrierControl('POST', 'faults', {
      callbacks: [{ does: 'double', where: { AnsweredBy: 'machine_end_beep' } }],
    });
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    await until('the rep reads it', async () => (await view(callId)).answering?.canLeaveMessage);
    const { messages } = (await lena.ask<Messages>('GET', `/api/calls/${callId}/messages`)).body;
    assert.deepEqual(
      messages.map(({ messageId, name }) => [messageId, name]),
      [['Call_Back', 'Call Back']],
    );
    assert.equal((await leave(callId)).status, 202);
    await until('the machine has heard it', async () => {
      const { told, status } = await customerLeg();
      return told.join(' ').includes(TEXT) && status === 'completed';
    });
    await world.carrierControl('DELETE', 'faults');
    const task = await until('the call is logged', async () =>
      (await world.orgControl<OrgRecord[]>('records/Task')).find(({ Dealside_Key__c: key }) =>
        String(key).startsWith(`${callId}:`),
      ),
    );
    assert.equal(task.CallDisposition, 'Left voicemail');
    assert.equal(await detections(callId), 1);
  });

  it('lets no message through to a human, to nobody knows whom, or beside a supervisor', async () => {
    for (const answeredBy of ['human', 'unknown']) {
      await isAnsweredBy(answeredBy);
      const callId = await liveCallOf(world, 'lena', 'Brightwater');
      await until('it is known', async () => (await view(callId)).answering?.by === answeredBy);
      assert.equal((await leave(callId)).body.error.code, 'no_machine');
      await hangUp(callId);
    }
    await isAnsweredBy('machine_end_silence', 300);
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'Maya whispers',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await until('it is known', async () => (await view(callId)).answering?.by === 'machine');
    assert.equal((await leave(callId)).body.error.code, 'supervisor_audible');
    await hangUp(callId);
  });
});
