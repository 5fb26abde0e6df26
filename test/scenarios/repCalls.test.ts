import assert from 'node:assert/strict';
import type { RepCallView } from '../../server/http/views/repCallViews.ts';
import type { Console } from '../support/console.ts';
import type { OrgRecord } from '../support/orgStage.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { SALESFORCE_HANGS, startWorld, type World } from '../support/world.ts';

interface Due {
  readonly calls: readonly RepCallView[];
  readonly total: number;
}

describe('a rep’s own call', function () {
  this.timeout(300_000);
  let world: World;
  let lena: Console;
  let ravi: Console;
  let callId = '';

  before(async () => {
    world = await startWorld({ env: { RECORD_CALLS: 'on', ...SALESFORCE_HANGS } });
    [lena, ravi] = [world.as('lena'), world.as('ravi')];
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(() => world?.stop());

  const due = async (who: Console) => (await who.ask<Due>('GET', '/api/wrap-ups')).body;
  const hangUp = () => lena.ask('POST', `/api/calls/${callId}/hangup`, {});
  const recordsOfCall = async () =>
    (await world.orgControl<OrgRecord[]>('records/Rep_Call__c')).filter(
      (row) => row.Call_Id__c === callId,
    );
  const tasks = async (kind: string) =>
    (await world.orgControl<OrgRecord[]>('records/Task')).filter(
      (row) =>
        String(row.Dealside_Key__c).startsWith(`${callId}:`) &&
        String(row.Dealside_Key__c).endsWith(`:${kind}`),
    );
  const isWritten = () =>
    until('the call is in the org', async () => (await recordsOfCall()).length > 0);
  const finish = (who: Console, body: object) =>
    who.ask<{ call: RepCallView }>('PUT', `/api/calls/${callId}/wrap-up`, body);

  it('has a recording that stands still while a card number is told, and all may see it', async () => {
    const maya = world.as('maya');
    const recording = async (who: Console) => (await who.call(callId)).body.recording?.status;
    const pause = (who: Console, paused: boolean) =>
      who.ask('POST', `/api/calls/${callId}/recording`, { paused });
    await until('it is recorded', async () => (await recording(lena)) === 'recording');
    assert.equal((await pause(maya, true)).body.error.code, 'not_your_call');
    assert.equal((await pause(lena, true)).status, 202);
    await until('it is paused', async () => (await recording(maya)) === 'paused');
    await pause(lena, false);
    await until('it goes on', async () => (await recording(maya)) === 'recording');
  });

  it('is one completed activity of the rep, though callbacks come twice', async () => {
    await world.carrierControl('POST', 'faults', { doubleNext: 20 });
    await hangUp();
    await until('the call is over', async () => (await due(lena)).total === 1);
    await isWritten();
    await world.carrierControl('POST', 'faults', { doubleNext: 0 });
    const [task] = await tasks('rep-call');
    assert.deepEqual(
      [task!.OwnerId, task!.TaskSubtype, task!.IsClosed, task!.CallType, task!.CallDisposition],
      [await lena.userId(), 'Call', true, 'Outbound', 'Answered'],
    );
    assert.ok(task!.WhatId, 'it is on the deal');
    assert.deepEqual([(await recordsOfCall()).length, (await tasks('rep-call')).length], [1, 1]);
  });

  it('waits for its rep to finish it, and for nobody else', async () => {
    const { calls, total } = await due(lena);
    assert.deepEqual([total, calls[0]!.callId, calls[0]!.result], [1, callId, 'answered']);
    assert.deepEqual(await due(ravi), { calls: [], total: 0 });
    const refused = await finish(ravi, { disposition: 'advanced' });
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'not_your_call']);
    const unread = await ravi.ask('GET', `/api/calls/${callId}/records`);
    assert.deepEqual([unread.status, unread.body.error.code], [404, 'call_not_found']);
  });

  it('is refused with an unknown disposition, or on a record without its number', async () => {
    const unknown = await finish(lena, { disposition: 'great' });
    assert.deepEqual([unknown.status, unknown.body.error.code], [422, 'disposition_invalid']);
    const [other] = (await world.orgControl<OrgRecord[]>('records/Contact')).filter(
      ({ Phone }) => Phone !== undefined && Phone !== null,
    );
    const elsewhere = await finish(lena, {
      disposition: 'advanced',
      about: { contactId: other!.Id },
    });
    assert.deepEqual([elsewhere.status, elsewhere.body.error.code], [422, 'record_not_offered']);
  });

  it('keeps disposition, notes and next step, also while Salesforce is away', async () => {
    await world.orgControl('faults', { hangs: true });
    const saved = await finish(lena, {
      disposition: 'stayed',
      notes: 'Keeps the contract for a longer pilot.',
      followUp: { dueOn: '2099-01-04' },
    });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    assert.deepEqual(await due(lena), { calls: [], total: 0 });
    await world.orgControl('faults', { hangs: false });
    await until(
      'the activity says so',
      async () => (await tasks('rep-call'))[0]?.CallDisposition === 'Wanted to cancel, stays',
    );
    const [record] = await recordsOfCall();
    assert.deepEqual([record!.Saved__c, record!.Disposition_Family__c], [true, 'retention']);
    assert.match(String((await tasks('rep-call'))[0]!.Description), /longer pilot/);
    const [followUp] = await until('the next step is a task', async () => {
      const found = await tasks('follow-up');
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      [followUp!.ActivityDate, followUp!.OwnerId],
      ['2099-01-04', await lena.userId()],
    );
    assert.deepEqual([(await recordsOfCall()).length, (await tasks('rep-call')).length], [1, 1]);
  });

  it('moves to another contact with the same number, and to no record', async () => {
    const { WhoId } = (await tasks('rep-call'))[0]!;
    const contact = (await world.orgControl<OrgRecord[]>('records/Contact')).find(
      ({ Id }) => Id === WhoId,
    )!;
    const twin = await world.orgControl<OrgRecord>('insert/Contact', {
      LastName: 'Same Desk',
      Phone: contact.Phone,
    });
    const offered = await lena.ask<{ records: { contactId: string; name: string }[] }>(
      'GET',
      `/api/calls/${callId}/records`,
    );
    assert.deepEqual(
      offered.body.records.map(({ contactId }) => contactId).toSorted(),
      [contact.Id, twin.Id].toSorted(),
    );
    const moved = await finish(lena, { disposition: 'stayed', about: { contactId: twin.Id } });
    assert.equal(moved.body.call.record.contactId, twin.Id);
    await until('it is there', async () => (await tasks('rep-call'))[0]!.WhoId === twin.Id);
    await finish(lena, { disposition: 'stayed', about: { none: true } });
    await until('it is on no record', async () => (await tasks('rep-call'))[0]!.WhoId === null);
    assert.deepEqual([(await recordsOfCall()).length, (await tasks('rep-call')).length], [1, 1]);
  });
});
