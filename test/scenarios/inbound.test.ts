import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import type { OrgRecord } from '../support/orgStage.ts';
import { identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface Room {
  friendlyName: string;
  participants: { label: string; hears: string[] }[];
}
interface Leg {
  callSid: string;
  to: string;
  status: string;
}
interface CallRow {
  callId: string;
  endReason: string | null;
  repName: string;
  customerName: string;
}

interface TaskRow {
  Id: string;
  Dealside_Key__c: string | null;
  Subject: string;
  Status: string;
  OwnerId: string;
  Description: string;
  Dealside_Call_Back_Number__c?: string;
}
interface OrgNotification {
  title: string;
  targetId: string;
}

/** Marcus Hale, whose deal is Lena's. */
const KNOWN = '+12065550187';
const UNKNOWN = '+15005550123';

describe('a customer who calls in', () => {
  let world: World;
  let lena: Console;
  let ravi: Console;
  let wall: Feed;
  let unknown = '';

  before(async () => {
    world = await startWorld({
      inbound: { Unknown_Callers_Kind__c: 'queue', Unknown_Callers__c: 'Renewals' },
      env: { TRANSCRIBE_VOICEMAIL: 'on' },
    });
    [lena, ravi] = [world.as('lena'), world.as('ravi')];
    wall = await world.as('maya').watch();
  });
  after(async () => {
    wall.close();
    await world?.stop();
  });

  const callIn = (from: string, script: object = {}) =>
    world.carrierControl<{ callSid: string }>('POST', 'calls', {
      from,
      to: COMPANY_NUMBER,
      script: { toneHz: 1100, ...script },
    });
  const calls = () => [...wall.calls.values()];
  const answers = async (who: Console, script: object) =>
    world.carrierControl('POST', 'scripts', {
      address: `client:${await identityOf(who)}`,
      script: { toneHz: 500, ringMs: 50, ...script },
    });
  const nobodyAnswers = () => answersOfAll({ never: 'no-answer' });
  async function answersOfAll(script: object): Promise<void> {
    for (const who of [lena, ravi]) await answers(who, script);
  }
  const legOf = async (callSid: string) =>
    (await world.carrierControl<Leg[]>('GET', 'legs')).find((one) => one.callSid === callSid);
  const newest = async () =>
    (await world.database<CallRow>(`select * from "Call" order by "startedAt" desc limit 1`))[0];
  const audit = async (callId: string) =>
    (
      await world.database<{ action: string }>(
        `select "action" from "AuditEntry" where "callId" = $1 order by "position"`,
        [callId],
      )
    ).map(({ action }) => action);
  const hangUp = async (who: Console, callId: string) => {
    await who.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the call has ended', () => wall.calls.get(callId)?.status === 'ended');
    // The rep has finished it, and can be rung again.
    await world.database(
      `update "Call" set "endedAt" = "endedAt" - interval '1 minute' where "callId" = $1`,
      [callId],
    );
  };

  it('is put through to the rep who owns the deal, in a conference from the start', async () => {
    await answers(lena, {});
    await callIn(KNOWN);
    const call = await until('the call is live on the wall', () =>
      calls().find((one) => one.status === 'live'),
    );
    assert.deepEqual(
      [call.direction, call.rep.name, call.customer.name, call.opportunity?.name],
      ['inbound', 'Lena Brandt', 'Marcus Hale', 'Brightwater Foods – warehouse roll-out'],
    );
    const [room] = await world.carrierControl<Room[]>('GET', 'conferences');
    assert.deepEqual(
      room!.participants.map(({ label, hears }) => [label, hears]),
      [
        ['customer', ['rep']],
        ['rep', ['customer']],
      ],
    );
    await hangUp(lena, call.callId);
  });

  it('gets a colleague of the team when the owner does not answer, whose call it then is', async () => {
    await answers(lena, { never: 'no-answer' });
    await answers(ravi, {});
    await callIn(KNOWN);
    const call = await until('Ravi has the call', () =>
      calls().find((one) => one.status === 'live' && one.rep.name === 'Ravi Patel'),
    );
    const told = await audit(call.callId);
    assert.deepEqual(
      told.filter((action) => /^Ring|Taken|CallAnswered/.test(action)),
      ['RingStepBegan', 'RingStepBegan', 'CallTaken', 'CallAnswered'],
    );
    await hangUp(ravi, call.callId);
  });

  it('leaves a message when nobody answers, and is thanked', async () => {
    await nobodyAnswers();
    const { callSid } = await callIn(KNOWN, {
      presses: '#',
      says: 'Please call me back, my card is 4111 1111 1111 1111.',
    });
    await until(
      'the caller was thanked and let go',
      async () => (await legOf(callSid))?.status === 'completed',
    );
    const call = await newest();
    assert.equal(call?.endReason, 'voicemail');
    await until('the message is kept', async () =>
      (await audit(call.callId)).includes('RecordingEnded'),
    );
    await until('the message is written down', async () =>
      (await audit(call.callId)).includes('RecordingTranscribed'),
    );
  });

  it('leaves the rep one task to call back, with the message, and one notification', async () => {
    const { callId } = (await newest())!;
    const own = async () =>
      (await world.orgControl<TaskRow[]>('records/Task')).filter(
        ({ Dealside_Key__c: key }) => key === `missed-call:${callId}`,
      );
    const task = await until('the task has the message', async () =>
      (await own()).find(
        ({ Description }) =>
          Description.includes('c__recordingId=') && Description.includes('They said:'),
      ),
    );
    assert.match(task.Description, /They said: Please call me back, my card is ••••\./);
    assert.equal((await own()).length, 1);
    assert.deepEqual(
      [task.Subject, task.Status, task.OwnerId],
      ['Call back: Marcus Hale', 'Not Started', await lena.userId()],
    );
    assert.match(task.Description, /No one answered the call\./);
    assert.match(task.Description, /Call back: \(206\) 555-0187/);
    assert.match(task.Description, /Called on .+ at \d+:\d\d [AP]M\./);
    assert.equal(task.Dealside_Call_Back_Number__c, KNOWN);
    const notifications = await until('Lena is notified', async () => {
      const sent = (await world.orgControl<OrgNotification[]>('notifications')).filter(
        ({ title }) => title === 'Missed call from Marcus Hale',
      );
      return sent.length > 0 ? sent : undefined;
    });
    assert.deepEqual(
      notifications.map(({ targetId }) => targetId),
      [task.Id],
    );
    const { recordingId } = /c__recordingId=(?<recordingId>\w+)/.exec(task.Description)!.groups!;
    const listed = await lena.ask<{ recordings: { what: string }[] }>(
      'GET',
      `/api/recordings/${recordingId}/details`,
    );
    assert.deepEqual(
      listed.body.recordings.map(({ what }) => what),
      ['voicemail'],
    );
    assert.equal((await ravi.ask('GET', `/api/recordings/${recordingId}/details`)).status, 404);
  });

  it('who hangs up while phones ring is counted as abandoned', async () => {
    await answersOfAll({ ringMs: 60_000 });
    const { callSid } = await callIn(KNOWN);
    const call = await until('Lena is rung', async () => {
      const one = await newest();
      return one && !one.endReason && (await audit(one.callId)).includes('RingStepBegan')
        ? one
        : undefined;
    });
    await world.carrierControl('DELETE', `legs/${callSid}`);
    await until('the call was abandoned', async () => (await newest())?.endReason === 'abandoned');
    assert.equal((await newest())?.callId, call.callId);
  });

  it('whom nobody knows gets the group for such callers, at once', async () => {
    await answers(lena, { never: 'no-answer' });
    await answers(ravi, {});
    await callIn(UNKNOWN);
    const call = await until('Ravi has the call', () =>
      calls().find((one) => one.status === 'live' && one.rep.name === 'Ravi Patel'),
    );
    assert.equal(call.customer.name, 'Unknown caller');
    unknown = call.callId;
  });

  const records = async (who: Console) =>
    who.ask<{ records: { contactId: string }[] }>('GET', `/api/calls/${unknown}/records`);
  const link = async (who: Console, contactId: unknown) =>
    who.ask('PUT', `/api/calls/${unknown}/customer`, { contactId });
  const insert = (object: string, values: object) =>
    world.orgControl<OrgRecord>(`insert/${object}`, values);

  it('becomes a lead in mid-call, on which the call is logged', async () => {
    assert.deepEqual((await records(ravi)).body.records, []);
    const ownerId = await ravi.userId();
    const lead = await insert('Lead', {
      LastName: 'Cole',
      Company: 'Unknown',
      Phone: '(500) 555-0123',
      OwnerId: ownerId,
    });
    const [other] = await world.orgControl<OrgRecord[]>('records/Contact');
    const elsewhere = await link(ravi, other!.Id);
    assert.deepEqual([elsewhere.status, elsewhere.body.error.code], [422, 'record_not_offered']);
    assert.equal((await link(lena, lead.Id)).body.error.code, 'call_not_found');
    assert.equal((await link(ravi, lead.Id)).status, 200);
    assert.equal((await link(ravi, lead.Id)).status, 200);
    await until('the wall names the lead', () => wall.calls.get(unknown)?.customer.name === 'Cole');
    const twin = await insert('Lead', { LastName: 'Twin', Company: 'Unknown', Phone: UNKNOWN });
    const again = await link(ravi, twin.Id);
    assert.deepEqual([again.status, again.body.error.code], [409, 'customer_known']);
    assert.match(again.body.error.message, /Cole/);
    assert.equal((await audit(unknown)).filter((action) => action === 'CustomerLinked').length, 1);
    await hangUp(ravi, unknown);
    const task = await until('the call is logged', async () =>
      (await world.orgControl<OrgRecord[]>('records/Task')).find(({ Dealside_Key__c: key }) =>
        String(key).startsWith(`${unknown}:`),
      ),
    );
    assert.deepEqual([task.WhoId, task.OwnerId], [lead.Id, ownerId]);
  });
});
