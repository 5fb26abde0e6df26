import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { identityOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { SALESFORCE_HANGS, startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

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
  OwnerId: string;
  WhatId: string | null;
  Description: string;
}
interface OrgNotification {
  title: string;
  targetId: string;
  recipientIds?: string[];
}

/** Marcus Hale, whose deal is Lena's. */
const KNOWN = '+12065550187';
const STRANGER = '+15005550123';

describe('a caller for whom no rep can be found', function () {
  this.timeout(300_000);
  let world: World;

  before(async () => {
    world = await startWorld({ env: SALESFORCE_HANGS });
  });
  after(() => world?.stop());

  /** Calls in, leaves a message, and gives the call once the caller was thanked and let go. */
  const leaveMessage = async (from: string): Promise<CallRow> => {
    const { callSid } = await world.carrierControl<{ callSid: string }>('POST', 'calls', {
      from,
      to: COMPANY_NUMBER,
      script: { toneHz: 1100, presses: '#' },
    });
    await until(
      'the caller was let go',
      async () =>
        (await world.carrierControl<{ callSid: string; status: string }[]>('GET', 'legs')).find(
          (one) => one.callSid === callSid,
        )?.status === 'completed',
      { timeoutMs: 120_000 },
    );
    return until('the call has ended', async () => {
      const [call] = await world.database<CallRow>(
        'select * from "Call" order by "startedAt" desc limit 1',
      );
      return call?.endReason ? call : undefined;
    });
  };
  const taskOf = (callId: string, isWhole: (task: TaskRow) => boolean) =>
    until(
      'the task to call back has the message',
      async () =>
        (await world.orgControl<TaskRow[]>('records/Task')).find(
          (task) => task.Dealside_Key__c === `missed-call:${callId}` && isWhole(task),
        ),
      { timeoutMs: 120_000 },
    );
  const hasMessage = ({ Description }: TaskRow): boolean => Description.includes('c__recordingId=');
  const notified = (task: TaskRow) =>
    until(
      'its owner is notified',
      async () =>
        (await world.orgControl<OrgNotification[]>('notifications')).find(
          ({ targetId }) => targetId === task.Id,
        ),
      { timeoutMs: 120_000 },
    );
  const nobodyAnswers = async (...reps: Console[]) => {
    for (const who of reps)
      await world.carrierControl('POST', 'scripts', {
        address: `client:${await identityOf(who)}`,
        script: { toneHz: 500, ringMs: 50, never: 'no-answer' },
      });
  };

  it('and who is in no record leaves a message, a task and a notification for an administrator', async () => {
    const call = await leaveMessage(STRANGER);
    assert.deepEqual(
      [call.endReason, call.customerName, call.repName],
      ['voicemail', 'Unknown caller', 'Ada Novak'],
    );
    const task = await taskOf(call.callId, hasMessage);
    assert.equal(task.OwnerId, await world.as('ada').userId());
    assert.match(task.Description, /Call back: \(500\) 555-0123/);
    assert.match((await notified(task)).title, /Missed call/);
    const { recordingId } = /c__recordingId=(?<recordingId>\w+)/.exec(task.Description)!.groups!;
    assert.equal(
      (await world.as('ada').ask('GET', `/api/recordings/${recordingId}/details`)).status,
      200,
    );
  });

  it('as Salesforce hangs, is the owner’s once Salesforce answers: nothing is lost', async () => {
    const lena = world.as('lena');
    const ownerId = await lena.userId();
    await world.killServer();
    await world.orgControl('faults', { hangs: true });
    const call = await leaveMessage(KNOWN);
    assert.deepEqual(
      [call.endReason, call.customerName, call.repName],
      ['voicemail', 'Unknown caller', 'Not assigned yet'],
    );
    await world.orgControl('faults', { hangs: false });
    const task = await taskOf(call.callId, hasMessage);
    assert.deepEqual([task.OwnerId, task.Subject], [ownerId, 'Call back: Marcus Hale']);
    assert.ok(task.WhatId, 'the task is about the deal');
    await notified(task);
    const own = (await world.orgControl<TaskRow[]>('records/Task')).filter(
      ({ Dealside_Key__c: key }) => key === `missed-call:${call.callId}`,
    );
    assert.equal(own.length, 1);
  });

  it('as Salesforce names the caller but not the owner, leaves a message; then the task is the owner’s', async () => {
    const ownerId = await world.as('lena').userId();
    await world.killServer();
    await world.orgControl('faults', { hangsOn: 'Username, IsActive, ManagerId' });
    const call = await leaveMessage(KNOWN);
    assert.deepEqual(
      [call.endReason, call.customerName, call.repName],
      ['voicemail', 'Marcus Hale', 'Not assigned yet'],
    );
    await world.orgControl('faults', { hangsOn: '' });
    const task = await taskOf(call.callId, hasMessage);
    assert.deepEqual([task.OwnerId, task.Subject], [ownerId, 'Call back: Marcus Hale']);
    const missed = await until('it is counted, once and for its owner', async () => {
      const rows = await world.database<{ repUserId: string; missed: number }>(
        `select d."repUserId", sum(d."missed")::int as "missed" from "CallDay" d
         where not exists (select from "CallDayDue") group by 1 having sum(d."missed") > 0`,
      );
      return rows.some(({ repUserId }) => repUserId === ownerId) ? rows : undefined;
    });
    const [{ calls }] = (await world.database<{ calls: number }>(
      `select count(*)::int as calls from "Call" where "endReason" = 'voicemail'`,
    )) as [{ calls: number }];
    assert.equal(
      missed.reduce((sum, row) => sum + row.missed, 0),
      calls,
    );
    assert.ok(missed.every(({ repUserId }) => repUserId !== ''));
  });

  it('as Salesforce is away, rings the group that was read before; then the task is the owner’s', async () => {
    const [lena, ravi] = [world.as('lena'), world.as('ravi')];
    const ownerId = await lena.userId();
    await nobodyAnswers(lena, ravi);
    const [inbound] = await world.orgControl<{ Id: string }[]>('records/Dealside_Inbound__mdt');
    await world.orgControl(`update/Dealside_Inbound__mdt/${inbound!.Id}`, {
      Unknown_Callers_Kind__c: 'queue',
      Unknown_Callers__c: 'Renewals',
      Group_Seconds__c: 5,
    });
    assert.equal((await world.as('ada').ask('GET', '/api/setup')).status, 200);
    await world.orgControl('faults', { hangs: true });
    const call = await leaveMessage(KNOWN);
    const rung = await world.database<{ action: string }>(
      `select "action" from "AuditEntry" where "callId" = $1 and "action" = 'RingStepBegan'`,
      [call.callId],
    );
    assert.ok(rung.length > 0, 'the group was rung');
    assert.equal(call.endReason, 'voicemail');
    await world.orgControl('faults', { hangs: false });
    const task = await taskOf(call.callId, hasMessage);
    assert.deepEqual([task.OwnerId, task.Subject], [ownerId, 'Call back: Marcus Hale']);
  });
});
