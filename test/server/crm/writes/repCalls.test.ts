import assert from 'node:assert/strict';
import { createCrmRepCalls } from '../../../../server/crm/writes/repCalls.ts';
import { createTaskValues } from '../../../../server/crm/writes/taskValues.ts';
import type { Call, WrapUp } from '../../../../server/domain/call/call.ts';
import type { CallLogging } from '../../../../server/domain/call/repCalls.ts';
import type { CrmProblem, CrmRepCalls } from '../../../../server/ports/index.ts';
import { endedCall } from '../../../support/endedRepCall.ts';
import { written } from '../../../support/oneWrite.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

describe('a rep’s own call in the org', () => {
  let org: OrgStage;
  let repCalls: CrmRepCalls;
  let ravi: OrgRecord;
  let logging: CallLogging = 'all';
  let serial = 0;
  let callId = '';

  before(async () => {
    org = await startOrgStage();
    repCalls = createCrmRepCalls(org.crm, {
      logging: async () => logging,
      lightningOrigin: 'https://northwind.lightning.force.com',
    });
    ravi = await org.find('User', 'Ravi');
  });
  after(() => org.stop());
  beforeEach(() => {
    callId = `own-${++serial}`;
    logging = 'all';
  });
  afterEach(() => org.restore());

  const create = async (object: string, values: object) => (await org.insert(object, values)).Id;
  async function call(more: object = {}): Promise<Call> {
    const accountId = await create('Account', { Name: `Account ${callId}` });
    const contactId = await create('Contact', { LastName: callId, AccountId: accountId });
    const opportunityId = await create('Opportunity', {
      Name: `Deal ${callId}`,
      AccountId: accountId,
      StageName: 'Proposal',
      CloseDate: '2026-12-31',
    });
    return endedCall({
      callId,
      rep: { userId: ravi.Id, name: ravi.Name, managerIds: [], timeZone: 'America/Los_Angeles' },
      customer: { name: 'Priya Raman', phone: '+14155550142', contactId, accountId },
      opportunity: { opportunityId, name: `Deal ${callId}` },
      ...more,
    });
  }
  const wrapUp = (more: Partial<WrapUp> = {}): { wrapUps: WrapUp[] } => ({
    wrapUps: [
      { repUserId: ravi.Id, disposition: 'stayed', at: '2026-11-20T17:25:00.000Z', ...more },
    ],
  });
  const record = (of: Call) => written(repCalls.recordRepCalls([{ call: of, repUserId: ravi.Id }]));
  const tasks = async (kind: 'rep-call' | 'follow-up') =>
    (await org.records('Task')).filter(
      (row) => row.Dealside_Key__c === `${callId}:${ravi.Id}:${kind}`,
    );
  const records = async () =>
    (await org.records('Rep_Call__c')).filter((row) => row.Call_Id__c === callId);
  const pick = (row: OrgRecord | undefined, ...fields: string[]) =>
    fields.map((field) => row?.[field]);

  it('is the rep’s completed call on the timeline of the deal (G5, G21)', async () => {
    const of = await call({
      startedAt: '2026-11-21T02:30:00.000Z',
      answeredAt: '2026-11-21T02:30:20.000Z',
      endedAt: '2026-11-21T02:55:00.000Z',
    });
    await record(of);
    const [task] = await tasks('rep-call');
    assert.deepEqual(
      pick(task, 'OwnerId', 'WhatId', 'WhoId', 'Status', 'IsClosed', 'TaskSubtype', 'CallType'),
      [
        ravi.Id,
        of.opportunity!.opportunityId,
        of.customer.contactId,
        'Completed',
        true,
        'Call',
        'Outbound',
      ],
    );
    assert.deepEqual(
      pick(task, 'Subject', 'CallDisposition', 'CallDurationInSeconds', 'ActivityDate'),
      ['Call to Priya Raman: Answered', 'Answered', 1480, '2026-11-20'],
    );
    const [row] = await records();
    assert.deepEqual(
      pick(
        row,
        'OwnerId',
        'Rep__c',
        'Direction__c',
        'Result__c',
        'Duration_Seconds__c',
        'Saved__c',
      ),
      [ravi.Id, ravi.Id, 'Outbound', 'answered', 1480, false],
    );
  });

  it('is in the language and by the clock of its rep', async () => {
    const mila = await org.find('User', 'Mila');
    const of = {
      ...(await call({
        rep: { userId: mila.Id, name: mila.Name, managerIds: [], timeZone: 'Europe/Berlin' },
        moments: [
          { momentId: 'm', at: '2026-11-20T17:01:05.000Z', byUserId: mila.Id, note: 'Preis' },
        ],
      })),
      wrapUps: [
        {
          repUserId: mila.Id,
          disposition: 'stayed' as const,
          at: '2026-11-20T17:25:00.000Z',
          followUp: { dueOn: '2026-11-24' },
        },
      ],
    };
    await org.update('User', mila.Id, { TimeZoneSidKey: 'Europe/Berlin' });
    await written(repCalls.recordRepCalls([{ call: of, repUserId: mila.Id }]));
    const own = (await org.records('Task')).filter(({ Dealside_Key__c }) =>
      String(Dealside_Key__c).startsWith(`${callId}:${mila.Id}`),
    );
    assert.deepEqual(
      own.map((task) => pick(task, 'Subject', 'CallDisposition', 'Description')),
      [
        [
          'Anruf bei Priya Raman: Wollte kündigen, bleibt',
          'Wollte kündigen, bleibt',
          'Resultat: Angenommen\nVom Vertriebsmitarbeiter markiert:\n  20.11.2026, 18:01:05 MEZ  Preis',
        ],
        ['Nachfassen bei Priya Raman', undefined, undefined],
      ],
    );
  });

  it('says how many alerts it raised', async () => {
    const of = await call();
    await written(repCalls.recordRepCalls([{ call: of, repUserId: ravi.Id, alerts: 3 }]));
    assert.deepEqual(
      (await records()).map(({ Alerts__c }) => Alerts__c),
      [3],
    );
  });

  it('is written once, however often it is told, also when an answer is lost', async () => {
    const of = await call();
    await org.fault({ loseNext: 1, loseAfter: 0 });
    await record(of).catch((problem: CrmProblem) => assert.equal(problem.kind, 'retry'));
    await org.restore();
    for (let n = 0; n < 3; n += 1) await record(of);
    assert.deepEqual([(await records()).length, (await tasks('rep-call')).length], [1, 1]);
  });

  it('gains what the rep says of it, and the task that the rep planned', async () => {
    const of = await call();
    await record(of);
    await record({
      ...of,
      ...wrapUp({
        notes: 'Wants a longer pilot.',
        followUp: { dueOn: '2026-11-24', subject: 'Send the offer' },
      }),
    });
    const [task] = await tasks('rep-call');
    assert.equal(task!.CallDisposition, 'Wanted to cancel, stays');
    assert.match(String(task!.Description), /^Wants a longer pilot\./);
    const [followUp] = await tasks('follow-up');
    assert.deepEqual(pick(followUp, 'Subject', 'ActivityDate', 'Status', 'OwnerId'), [
      'Send the offer',
      '2026-11-24',
      'Not Started',
      ravi.Id,
    ]);
    const [row] = await records();
    assert.deepEqual(pick(row, 'Disposition__c', 'Disposition_Family__c', 'Saved__c'), [
      'stayed',
      'retention',
      true,
    ]);
    assert.deepEqual([(await records()).length, (await tasks('rep-call')).length], [1, 1]);
  });

  it('keeps what the rep made of the planned task meanwhile', async () => {
    const of = { ...(await call()), ...wrapUp({ followUp: { dueOn: '2026-11-24' } }) };
    await record(of);
    const [planned] = await tasks('follow-up');
    await org.update('Task', planned!.Id, { Status: 'Completed' });
    await record(of);
    const again = await tasks('follow-up');
    assert.deepEqual([again.length, again[0]!.Status], [1, 'Completed']);
  });

  it('is written once though its wrap-up comes before anything was written', async () => {
    const of = await call();
    const results = await Promise.all([record(of), record({ ...of, ...wrapUp() })]);
    assert.equal(results.length, 2);
    assert.deepEqual([(await records()).length, (await tasks('rep-call')).length], [1, 1]);
  });

  it('belongs to the lead that the rep chose, and to no deal then', async () => {
    const leadId = await create('Lead', { LastName: 'Moreno', Company: 'Atlas' });
    const of = await call();
    await record({ ...of, ...wrapUp({ about: { name: 'Kai Moreno', contactId: leadId } }) });
    const [task] = await tasks('rep-call');
    assert.deepEqual(pick(task, 'WhoId', 'WhatId'), [leadId, null]);
    assert.deepEqual(pick((await records())[0], 'Lead__c', 'Contact__c', 'Opportunity__c'), [
      leadId,
      null,
      null,
    ]);
  });

  it('belongs to nothing where the rep says so', async () => {
    await record({ ...(await call()), ...wrapUp({ about: {} }) });
    assert.deepEqual(pick((await tasks('rep-call'))[0], 'WhoId', 'WhatId', 'Subject'), [
      null,
      null,
      'Call to +1 415 555 0142: Wanted to cancel, stays',
    ]);
  });

  it('stays on what still exists when its deal is deleted', async () => {
    const of = await call();
    await org.remove('Opportunity', of.opportunity!.opportunityId);
    await record(of);
    assert.deepEqual(pick((await tasks('rep-call'))[0], 'WhatId'), [of.customer.accountId]);
  });

  it('leads to its recording, once there is one', async () => {
    const of = await call({
      recordings: [
        {
          recordingId: 'r',
          of: { kind: 'call' },
          status: 'completed',
          startedAt: '2026-11-20T16:55:20.000Z',
        },
      ],
    });
    await record(of);
    assert.equal(
      (await records())[0]!.Recording_Url__c,
      `https://northwind.lightning.force.com/lightning/n/Dealside_Recordings?c__callId=${callId}`,
    );
  });

  it('is not written where the org wants none, or only those on an opportunity', async () => {
    const of = await call();
    const { opportunity: _none, ...withoutDeal } = of;
    for (const [rule, one] of [
      ['none', of],
      ['opportunity', withoutDeal],
    ] as const) {
      logging = rule;
      await record(one);
    }
    assert.deepEqual(await records(), []);
    logging = 'opportunity';
    await record(of);
    assert.equal((await records()).length, 1);
  });
});

describe('the values of a task', () => {
  type Status = readonly [name: string, isClosed: boolean, isDefault?: boolean];
  const valuesOf = (
    statuses: readonly Status[],
    priorities: readonly (readonly [string, boolean])[] = [],
  ) =>
    createTaskValues(
      {
        queries: async () => [
          statuses.map(([ApiName, IsClosed, IsDefault = false]) => ({
            ApiName,
            IsClosed,
            IsDefault,
          })),
          priorities.map(([ApiName, IsHighPriority]) => ({
            ApiName,
            IsHighPriority,
            IsDefault: false,
          })),
        ],
      } as never,
      () => 0,
    )();

  it('are the usual ones, where the org has them', async () => {
    assert.deepEqual(
      await valuesOf(
        [
          ['Abandoned', true],
          ['Completed', true],
          ['Not Started', false],
        ],
        [
          ['Urgent', true],
          ['High', true],
        ],
      ),
      { closed: 'Completed', open: 'Not Started', high: 'High' },
    );
  });

  it('are the org’s own ones, where it renamed them', async () => {
    assert.deepEqual(
      await valuesOf(
        [
          ['Neu', false],
          ['Offen', false, true],
          ['Erledigt', true],
        ],
        [
          ['Mittel', false],
          ['Hoch', true],
        ],
      ),
      { closed: 'Erledigt', open: 'Offen', high: 'Hoch' },
    );
  });

  it('name no high priority where the org has none', async () => {
    assert.equal((await valuesOf([['Erledigt', true]], [['Mittel', false]])).high, undefined);
  });
});
