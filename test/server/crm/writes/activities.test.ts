import assert from 'node:assert/strict';
import { createCrmActivities } from '../../../../server/crm/writes/activities.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { TEXTS } from '../../../../server/domain/texts/texts.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';
import { CrmProblem, type CrmActivities } from '../../../../server/ports/index.ts';
import { written } from '../../../support/oneWrite.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import {
  intervention,
  supervisedCall,
  type EndedIntervention,
} from '../../../support/supervisedCall.ts';

describe('an intervention in the org', () => {
  let org: OrgStage;
  let activities: CrmActivities;
  let maya: OrgRecord;
  let ravi: OrgRecord;
  let integrationId = '';
  let serial = 0;
  let id = '';

  before(async () => {
    org = await startOrgStage();
    activities = createCrmActivities(org.crm, {
      lightningOrigin: 'https://northwind.lightning.force.com',
    });
    [maya, ravi] = [await org.find('User', 'Maya'), await org.find('User', 'Ravi')];
    integrationId = (await org.find('User', 'Dealside Integration')).Id;
  });
  after(() => org.stop());
  beforeEach(() => {
    id = `i-${++serial}`;
  });
  afterEach(() => org.restore());

  const create = async (object: string, values: object) => (await org.insert(object, values)).Id;

  /** A call about a deal of its own, so that a test may delete it. */
  async function call(more: Partial<EndedIntervention> = {}): Promise<Call> {
    const accountId = await create('Account', { Name: `Account ${id}` });
    const contactId = await create('Contact', { LastName: `Contact ${id}`, AccountId: accountId });
    const opportunityId = await create('Opportunity', {
      Name: `Deal ${id}`,
      AccountId: accountId,
      StageName: 'Proposal',
      CloseDate: '2026-12-31',
    });
    return supervisedCall({
      rep: { userId: ravi.Id, name: ravi.Name, managerIds: [maya.Id] },
      customer: { name: `Contact ${id}`, contactId, accountId },
      opportunity: { opportunityId, name: `Deal ${id}` },
      interventions: [
        intervention({
          interventionId: id,
          supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
          ...more,
        }),
      ],
    });
  }
  const record = (of: Call) =>
    written(activities.recordInterventions([{ call: of, interventionId: id }]));
  const task = async (kind: string) =>
    (await org.records('Task')).find((row) => row.Dealside_Key__c === `${id}:${kind}`);
  const inOrg = async () =>
    (await org.records('Call_Intervention__c')).find((row) => row.External_Id__c === id);

  async function problemOf(work: Promise<void>): Promise<CrmProblem> {
    const outcome = await work.then(
      () => 'no problem',
      (error: unknown) => error,
    );
    assert.ok(outcome instanceof CrmProblem, String(outcome));
    return outcome;
  }

  it('stands on the deal’s timeline as the supervisor’s completed call (G21, V17)', async () => {
    const on = await call();
    await record(on);
    const { WhatId, WhoId, OwnerId, Status, IsClosed, TaskSubtype, CallDurationInSeconds } =
      (await task('activity'))!;
    assert.deepEqual(
      { WhatId, WhoId, OwnerId, Status, IsClosed, TaskSubtype, CallDurationInSeconds },
      {
        WhatId: on.opportunity!.opportunityId,
        WhoId: on.customer.contactId,
        OwnerId: maya.Id,
        Status: 'Completed',
        IsClosed: true,
        TaskSubtype: 'Call',
        CallDurationInSeconds: 303,
      },
    );
  });

  it('leaves an open debrief with the rep (D14)', async () => {
    await record(
      await call({
        outcome: {
          status: 'given',
          code: 'saved',
          at: '2026-11-20T17:06:00.000Z',
          coaching: { dueOn: '2026-11-24' },
        },
      }),
    );
    const { OwnerId, IsClosed, ActivityDate, IsReminderSet } = (await task('coaching'))!;
    assert.deepEqual(
      { OwnerId, IsClosed, ActivityDate, IsReminderSet },
      { OwnerId: ravi.Id, IsClosed: false, ActivityDate: '2026-11-24', IsReminderSet: true },
    );
  });

  it('closes the task of a debrief that was closed, and not the one of another (D14)', async () => {
    const outcome = {
      status: 'given',
      code: 'saved',
      at: '2026-11-20T17:06:00.000Z',
      coaching: { dueOn: '2026-11-24' },
    } as const;
    const on = await call({ outcome });
    await record(on);
    await record(on);
    assert.equal((await task('coaching'))!.IsClosed, false);
    await org.update('Call_Intervention__c', (await inOrg())!.Id, { Coaching_State__c: 'done' });
    await record(on);
    const closed = (await task('coaching'))!;
    assert.deepEqual(
      [closed.IsClosed, closed.OwnerId, (await inOrg())!.Coaching_State__c],
      [true, ravi.Id, 'done'],
    );
  });

  it('is brought up to date when the outcome comes later', async () => {
    const on = await call({ outcome: { status: 'due' } });
    await record(on);
    const first = await task('activity');
    await record({
      ...on,
      interventions: [
        {
          ...(on.interventions[0] as EndedIntervention),
          outcome: { status: 'given', code: 'saved', at: '2026-11-20T17:06:00.000Z' },
        },
      ],
    });
    const second = await task('activity');
    assert.deepEqual(
      [first?.Intervention_Outcome__c ?? null, second?.Intervention_Outcome__c, second?.Id],
      [null, 'Customer saved', first?.Id],
    );
    assert.equal((await inOrg())?.Outcome__c, 'saved');
  });

  it('leads to its recordings once one is kept, on the record and on the activity (D32)', async () => {
    const on = await call();
    const recording = {
      recordingId: 'RE1',
      of: { kind: 'call' },
      status: 'in_progress',
      startedAt: '2026-11-20T17:00:00.000Z',
    } as const;
    await record({ ...on, recordings: [recording] });
    assert.equal((await inOrg())?.Recording_Url__c, null);
    await record({
      ...on,
      recordings: [{ ...recording, status: 'completed', durationSeconds: 303 }],
    });
    const url = `https://northwind.lightning.force.com/lightning/n/Dealside_Recordings?c__interventionId=${id}`;
    assert.equal((await inOrg())?.Recording_Url__c, url);
    assert.match(
      String((await task('activity'))?.Description),
      new RegExp(`Recording: ${url.replace(/[?.]/g, '\\$&')}$`),
    );
    assert.equal(
      (await org.records('Call_Intervention__c')).filter((row) => row.External_Id__c === id).length,
      1,
    );
  });

  it('names the queues of its rep (D28)', async () => {
    const queues = (await org.records('Group')).filter((row) => row.Type === 'Queue');
    const on = await call();
    await record({ ...on, rep: { ...on.rep, queueIds: queues.map(({ Id }) => Id) } });
    assert.equal(
      (await inOrg())?.Queue__c,
      queues
        .map(({ Name }) => Name)
        .toSorted()
        .join(', '),
    );
  });

  it('outlives its deal', async () => {
    const on = await call();
    await org.remove('Opportunity', on.opportunity!.opportunityId);
    await record(on);
    assert.equal((await task('activity'))?.WhatId, on.customer.accountId);
    assert.equal((await inOrg())?.Opportunity__c, null);
  });

  it('outlives its contact, and stays with its deal', async () => {
    const on = await call();
    await org.remove('Contact', on.customer.contactId!);
    await record(on);
    const { WhatId, WhoId } = (await task('activity'))!;
    assert.deepEqual({ WhatId, WhoId }, { WhatId: on.opportunity!.opportunityId, WhoId: null });
  });

  it('outlives all that it was about', async () => {
    const on = await call();
    await org.remove('Contact', on.customer.contactId!);
    await org.remove('Opportunity', on.opportunity!.opportunityId);
    await org.remove('Account', on.customer.accountId!);
    await record(on);
    assert.equal((await task('activity'))?.WhatId, null);
    assert.equal((await inOrg())?.Supervisor__c, maya.Id);
  });

  it('follows a merged contact to who took its place', async () => {
    const on = await call();
    const kept = await create('Contact', { LastName: 'Kept' });
    await org.merge('Contact', on.customer.contactId!, kept);
    await record(on);
    const { WhatId, WhoId } = (await task('activity'))!;
    assert.deepEqual({ WhatId, WhoId }, { WhatId: on.opportunity!.opportunityId, WhoId: kept });
    assert.equal((await inOrg())?.Contact__c, kept);
  });

  it('follows a contact that was merged twice', async () => {
    const on = await call();
    const [second, third] = [
      await create('Contact', { LastName: 'Second' }),
      await create('Contact', { LastName: 'Third' }),
    ];
    await org.merge('Contact', on.customer.contactId!, second);
    await org.merge('Contact', second, third);
    await record(on);
    assert.equal((await inOrg())?.Contact__c, third);
  });

  it('with a lead stands on the lead’s timeline alone', async () => {
    const leadId = await create('Lead', { LastName: 'Prospect', Company: 'New Co' });
    const on = await call();
    await record({ ...on, customer: { name: 'Prospect', contactId: leadId } });
    const { WhatId, WhoId } = (await task('activity'))!;
    assert.deepEqual([WhatId ?? null, WhoId, (await inOrg())?.Lead__c], [null, leadId, leadId]);
  });

  it('leaves coaching as rep and supervisor have it by now', async () => {
    const on = await call({
      outcome: {
        status: 'given',
        code: 'saved',
        at: '2026-11-20T17:06:00.000Z',
        coaching: { dueOn: '2026-11-24' },
      },
    });
    await record(on);
    assert.deepEqual(
      [(await inOrg())?.Coaching_State__c, (await inOrg())?.Coaching_Due_On__c],
      ['planned', '2026-11-24'],
    );
    await org.update('Call_Intervention__c', (await inOrg())!.Id, { Coaching_State__c: 'done' });
    await record(on);
    assert.equal((await inOrg())?.Coaching_State__c, 'done');
  });

  it('has reason and outcome by code and in the org’s words, also those that the org added', async () => {
    const vocabulary = {
      ...SHIPPED_VOCABULARY,
      reasons: [
        {
          code: 'trade_in',
          status: 'retired' as const,
          label: 'Trade-in',
          labels: { de: 'Inzahlungnahme' },
          family: 'Pricing',
          noteRequired: false,
        },
      ],
      outcomes: [
        {
          code: 'renewed',
          status: 'active' as const,
          label: 'Renewed early',
          countsAsSaved: true,
        },
      ],
    };
    const on = await call({
      reason: { code: 'trade_in' },
      outcome: { status: 'given', code: 'renewed', at: '2026-11-20T17:06:00.000Z' },
    });
    const writing = createCrmActivities(org.crm, { vocabulary: () => vocabulary });
    await written(writing.recordInterventions([{ call: on, interventionId: id }]));
    const saved = (await inOrg())!;
    assert.deepEqual(
      [
        saved.Reason_Code__c,
        saved.Reason_Label__c,
        saved.Reason_Family__c,
        saved.Outcome__c,
        saved.Outcome_Label__c,
        saved.Counts_As_Saved__c,
      ],
      ['trade_in', 'Trade-in', 'Pricing', 'renewed', 'Renewed early', true],
    );
    const activity = (await task('activity'))!;
    assert.deepEqual(
      [activity.Intervention_Reason__c, activity.Intervention_Outcome__c],
      ['Trade-in', 'Renewed early'],
    );
  });

  it('with a supervisor whom the org does not have is refused', async () => {
    const { kind, code } = await problemOf(
      record(
        await call({
          supervisor: { userId: '005000000000999AAA', name: 'Nobody', role: 'supervisor' },
        }),
      ),
    );
    assert.deepEqual({ kind, code }, { kind: 'refused', code: 'INVALID_CROSS_REFERENCE_KEY' });
  });

  it('that is refused leaves nothing behind, and says on what an administrator must act', async () => {
    const on = await call({ joinedAt: '2026-11-21T17:00:00.000Z' });
    const { kind, code, fault } = await problemOf(record(on));
    assert.deepEqual(
      { kind, code },
      { kind: 'refused', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' },
    );
    assert.deepEqual(fault, {
      code: 'validation_rule',
      said: "The supervisor can't leave before joining. (Left_At__c)",
    });
    assert.deepEqual([await inOrg(), await task('activity')], [undefined, undefined]);
  });

  it('is refused when the integration user lost a permission, and says where to give it back', async () => {
    const [held] = (await org.records('PermissionSetAssignment')).filter(
      (row) => row.AssigneeId === integrationId,
    );
    await org.update('PermissionSetAssignment', held!.Id, { IsActive: false });
    const { kind, fault } = await problemOf(record(await call()));
    await org.update('PermissionSetAssignment', held!.Id, { IsActive: true });
    assert.deepEqual([kind, fault?.code], ['refused', 'api_not_allowed']);
    assert.match(
      TEXTS.en.writeFaults.api_not_allowed.hint!,
      /Permission Sets, Dealside Integration/,
    );
  });

  it('that finds its deal locked is written again', async () => {
    const on = await call();
    await org.fault({ lockedId: on.opportunity!.opportunityId, lockNext: 1 });
    assert.equal((await problemOf(record(on))).kind, 'retry');
    await record(on);
    assert.equal((await inOrg())?.External_Id__c, id);
  });

  for (const [errorCode, status, kind] of [
    ['REQUEST_LIMIT_EXCEEDED', 403, 'retry'],
    ['SERVER_UNAVAILABLE', 503, 'retry'],
    ['UNABLE_TO_LOCK_ROW', 400, 'retry'],
    ['UNKNOWN_EXCEPTION', 500, 'retry'],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 400, 'refused'],
    ['FIELD_INTEGRITY_EXCEPTION', 400, 'refused'],
    ['STORAGE_LIMIT_EXCEEDED', 400, 'refused'],
    ['INVALID_FIELD', 400, 'refused'],
    ['INVALID_TYPE', 400, 'refused'],
    ['INSUFFICIENT_ACCESS_OR_READONLY', 403, 'refused'],
    ['INACTIVE_OWNER_OR_USER', 400, 'refused'],
  ] as const) {
    it(`that meets ${errorCode} is to be ${kind === 'retry' ? 'written again' : 'looked at by an administrator'}`, async () => {
      const on = await call();
      await org.fault({ failNext: 10, status, errorCode });
      const problem = await problemOf(record(on));
      assert.deepEqual({ kind: problem.kind, code: problem.code }, { kind, code: errorCode });
    });
  }

  it('is written by a new session when the old one has ended', async () => {
    const on = await call();
    await org.expireSessions();
    await record(on);
    assert.equal((await inOrg())?.External_Id__c, id);
  });
});
