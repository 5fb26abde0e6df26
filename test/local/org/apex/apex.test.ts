import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

interface Shown {
  Id: string;
  Name: string;
  Highest_Mode__c: string;
  Reason_Code__c: string;
  Outcome__c: string | null;
  Rep_Verdict__c: string | null;
  Coaching_State__c: string;
  Rep__r: { Name: string };
}

describe('Apex of the package, in the stand-in org', () => {
  let org: OrgStage;
  let deal: OrgRecord;
  let ids: Record<string, string>;
  let own: string;
  let foreign: string;

  before(async () => {
    org = await startOrgStage();
    deal = await org.find('Opportunity', 'Halcyon');
    ids = Object.fromEntries(
      (await org.records('User')).map((user) => [user.Alias as string, user.Id]),
    );
    const make = async (
      External_Id__c: string,
      rep: string,
      Joined_At__c: string,
    ): Promise<string> =>
      (
        await org.insert('Call_Intervention__c', {
          External_Id__c,
          Joined_At__c,
          Opportunity__c: deal.Id,
          Rep__c: ids[rep],
          Supervisor__c: ids.maya,
          OwnerId: ids.maya,
          Highest_Mode__c: 'Barge',
          Reason_Code__c: 'large_deal',
          Coaching_State__c: 'planned',
          Coaching_Due_On__c: '2026-11-24',
        })
      ).Id;
    own = await make('x-1', 'ravi', '2026-11-20T17:00:00Z');
    foreign = await make('x-2', 'lena', '2026-11-20T18:00:00Z');
  });
  after(() => org.stop());

  async function apex<T>(alias: string, name: string, parameters: object = {}): Promise<T> {
    const response = await fetch(`${org.url}/as/${alias}/apex/${name}`, {
      method: 'POST',
      body: JSON.stringify(parameters),
    });
    const body = (await response.json()) as T & { message: string }[];
    if (!response.ok) throw new Error(body[0]?.message);
    return body;
  }

  it('shows the interventions of a deal, newest first, with names', async () => {
    const shown = await apex<Shown[]>('maya', 'DealsideBargeReceipts.forOpportunity', {
      opportunityId: deal.Id,
    });
    assert.deepEqual(
      shown.map(({ Id, Rep__r }) => [Id, Rep__r.Name]),
      [
        [foreign, 'Lena Brandt'],
        [own, 'Ravi Patel'],
      ],
    );
  });

  it('shows a rep what was on the own calls, and nothing of a colleague’s', async () => {
    for (const [alias, shown] of [
      ['ravi', [own]],
      ['lena', [foreign]],
      ['jo', []],
    ] as const)
      assert.deepEqual(
        (
          await apex<Shown[]>(alias, 'DealsideBargeReceipts.forOpportunity', {
            opportunityId: deal.Id,
          })
        ).map(({ Id }) => Id),
        shown,
        alias,
      );
  });

  it('shows reason and outcome by their labels, and the mode as it is stored, as the class asks', async () => {
    const [shown] = await apex<Shown[]>('ravi', 'DealsideBargeReceipts.forOpportunity', {
      opportunityId: deal.Id,
    });
    assert.deepEqual(
      [shown!.Highest_Mode__c, shown!.Reason_Code__c, shown!.Outcome__c],
      ['Barge', 'Large deal', null],
    );
    const asked = readFileSync('force-app/main/default/classes/DealsideBargeReceipts.cls', 'utf8');
    assert.deepEqual(
      [...asked.matchAll(/toLabel\((\w+)\)/g)].map(([, field]) => field),
      ['Reason_Code__c', 'Outcome__c'],
    );
  });

  it('keeps the rep’s verdict on the own call, and all or nothing of a list', async () => {
    await assert.rejects(
      apex('ravi', 'DealsideBargeReceipts.answer', {
        answers: [
          { interventionId: own, verdict: 'helped' },
          { interventionId: foreign, verdict: 'hurt' },
        ],
      }),
      /Only the rep on this call/,
    );
    await assert.rejects(
      apex('ravi', 'DealsideBargeReceipts.answer', {
        answers: [{ interventionId: own, verdict: 'great' }],
      }),
      /Select whether it helped/,
    );
    await apex('ravi', 'DealsideBargeReceipts.answer', {
      answers: [{ interventionId: own, verdict: 'helped', reply: 'Thanks.' }],
    });
    const kept = (await org.records('Call_Intervention__c')).map(({ Id, Rep_Verdict__c }) => [
      Id,
      Rep_Verdict__c ?? null,
    ]);
    assert.deepEqual(kept, [
      [own, 'helped'],
      [foreign, null],
    ]);
  });

  it('finishes no debrief before both did their part, says what is missing, and keeps the task open', async () => {
    const task = await org.insert('Task', {
      Subject: 'Debrief',
      Status: 'Completed',
      OwnerId: ids.ravi,
      Dealside_Key__c: 'x-1:coaching',
    });
    const debriefs = [{ interventionId: own, nextTime: 'Anchor first.' }];
    for (const [stage, missing] of [
      [null, /^.*Ravi Patel hasn't scored the call yet\./],
      ['rep_scores', /Ravi Patel hasn't scored the call yet\./],
      ['supervisor_scores', /You haven't scored the call yet\./],
      ['rep_reads', /Ravi Patel hasn't read your score yet\./],
    ] as const) {
      await org.update('Call_Intervention__c', own, { Coaching_Stage__c: stage });
      await assert.rejects(apex('maya', 'DealsideCoachingDebriefs.finish', { debriefs }), missing);
    }
    const record = (await org.records('Call_Intervention__c')).find(({ Id }) => Id === own);
    assert.equal(record?.Coaching_State__c, 'planned', 'a closed task closes no debrief');
    assert.equal((await org.records('Coaching_Note__c')).length, 0);
    await org.update('Task', task.Id, { Dealside_Key__c: 'held' });
    await org.update('Call_Intervention__c', own, { Coaching_Stage__c: 'ready' });
  });

  it('lets the supervisor finish a debrief, with its note, and nobody who may not write notes', async () => {
    const debriefs = [
      {
        interventionId: own,
        whatHappened: 'Price came early.',
        nextTime: 'Anchor first.',
        observation: 'strength',
      },
    ];
    await assert.rejects(apex('ravi', 'DealsideCoachingDebriefs.finish', { debriefs }));
    await assert.rejects(
      apex('maya', 'DealsideCoachingDebriefs.finish', {
        debriefs: [{ interventionId: own, nextTime: ' ' }],
      }),
      /what to do next time/,
    );
    assert.equal((await apex<Shown[]>('maya', 'DealsideCoachingDebriefs.due')).length, 2);
    const reminder = await org.insert('Task', {
      Subject: 'Debrief',
      Status: 'Not Started',
      OwnerId: ids.ravi,
      Dealside_Key__c: 'x-1:coaching',
    });
    await apex('maya', 'DealsideCoachingDebriefs.finish', { debriefs });
    const tasks = await org.records('Task');
    assert.equal(tasks.find(({ Id }) => Id === reminder.Id)?.IsClosed, true);
    assert.deepEqual(
      (await apex<Shown[]>('maya', 'DealsideCoachingDebriefs.due')).map(({ Id }) => Id),
      [foreign],
    );
    assert.deepEqual(
      (await org.records('Coaching_Note__c')).map((note) => [
        note.Intervention__c,
        note.Next_Time__c,
      ]),
      [[own, 'Anchor first.']],
    );
  });

  it('shows a rep the own missed calls, and the one of a task', async () => {
    const missed = (Dealside_Call_Back_Number__c: string | null, more: object = {}) =>
      org.insert('Task', {
        Subject: 'Call back',
        Status: 'Not Started',
        OwnerId: ids.ravi,
        Dealside_Call_Back_Number__c,
        ...more,
      });
    const early = await missed('+14155550177', { Dealside_Missed_At__c: '2026-11-20T17:00:00Z' });
    const late = await missed('+14155550178', { Dealside_Missed_At__c: '2026-11-20T18:00:00Z' });
    const other = await missed(null);
    await missed('+14155550179', { Status: 'Completed' });
    await missed('+14155550180', { OwnerId: ids.lena });
    const shown = async (method: string, parameters?: object) =>
      (await apex<Shown[]>('ravi', `DealsideMissedCalls.${method}`, parameters)).map(
        ({ Id }) => Id,
      );
    assert.deepEqual(await shown('mine'), [late.Id, early.Id]);
    assert.deepEqual(await shown('ofTask', { taskId: early.Id }), [early.Id]);
    assert.deepEqual(await shown('ofTask', { taskId: other.Id }), []);
  });
});
