import assert from 'node:assert/strict';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

const BASE = '/services/data/v66.0';

describe('an org that keeps to the package’s own metadata', () => {
  let org: OrgStage;
  let ravi: OrgRecord;
  let maya: OrgRecord;
  let deal: OrgRecord;
  let count = 0;

  before(async () => {
    org = await startOrgStage();
    [ravi, maya, deal] = await Promise.all([
      org.find('User', 'Ravi'),
      org.find('User', 'Maya'),
      org.find('Opportunity', 'Halcyon'),
    ]);
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  const as = (alias: string): CrmConnection =>
    org.connect({ username: `${alias}@northwind.example` });
  const save = (values: object, object = 'Call_Intervention__c') =>
    org.crm.post<{ id: string }>(
      `/sobjects/${object}`,
      object === 'Call_Intervention__c'
        ? { External_Id__c: `e-${(count += 1)}`, ...values }
        : values,
    );
  const change = async (crm: CrmConnection, id: string, body: object) => {
    const { compositeResponse } = await crm.post<{
      compositeResponse: {
        httpStatusCode: number;
        body: { errorCode: string; fields: string[] }[];
      }[];
    }>('/composite', {
      compositeRequest: [
        {
          method: 'PATCH',
          referenceId: 'x',
          url: `${BASE}/sobjects/Call_Intervention__c/${id}`,
          body,
        },
      ],
    });
    const [answer] = compositeResponse;
    return answer!.httpStatusCode < 400 ? 'saved' : answer!.body[0]!.errorCode;
  };

  describe('by its validation rules', () => {
    it('refuses who left before joining, and names the field', async () => {
      const times = { Joined_At__c: '2026-11-20T17:00:00Z', Left_At__c: '2026-11-20T16:00:00Z' };
      await assert.rejects(save(times), {
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: /can't leave before joining/,
      });
    });

    it('refuses planned coaching without a day, and keeps to no rule that is off', async () => {
      await assert.rejects(save({ Coaching_State__c: 'planned' }), {
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      });
      await save({ Coaching_State__c: 'planned', Coaching_Due_On__c: '2026-12-01' });
      await save({ Reason_Code__c: 'other' });
    });

    it('keeps a debrief open until both did their part, and lets the supervisor say nothing else', async () => {
      const { id } = await save({
        Rep__c: ravi.Id,
        Supervisor__c: maya.Id,
        OwnerId: maya.Id,
        Coaching_State__c: 'planned',
        Coaching_Due_On__c: '2026-11-24',
        Coaching_Stage__c: 'rep_reads',
      });
      const done = { Coaching_State__c: 'done' };
      assert.equal(await change(as('maya'), id, done), 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
      assert.notEqual(await change(as('maya'), id, { Coaching_Stage__c: 'ready' }), 'saved');
      assert.equal(await change(org.crm, id, { Coaching_Stage__c: 'ready' }), 'saved');
      assert.equal(await change(as('maya'), id, done), 'saved');
    });

    it('lets nobody judge beside the rep’s receipt, but an administrator', async () => {
      const { id } = await save({ Rep__c: ravi.Id, Supervisor__c: maya.Id, OwnerId: maya.Id });
      const verdict = { Rep_Verdict__c: 'helped' };
      for (const alias of ['ravi', 'lena'])
        assert.equal(await change(as(alias), id, verdict), 'INSUFFICIENT_ACCESS_OR_READONLY');
      assert.equal(await change(as('maya'), id, verdict), 'INVALID_FIELD_FOR_INSERT_UPDATE');
      assert.equal(await change(as('ada'), id, { Rep_Verdict__c: 'hurt' }), 'saved');
    });
  });

  describe('by its fields', () => {
    for (const [what, values, errorCode, object] of [
      [
        'a picklist value that is not there',
        { Coaching_State__c: 'won' },
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      ],
      ['a text that is too long', { Reason_Note__c: 'x'.repeat(256) }, 'STRING_TOO_LONG'],
      [
        'a text area that is too long',
        { Message__c: 'x'.repeat(256) },
        'STRING_TOO_LONG',
        'Help_Request__c',
      ],
      ['what only the rep fills', { Rep_Reply__c: 'Thanks.' }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
      [
        'a number that is too large',
        { Duration_Seconds__c: 1_000_000_000 },
        'NUMBER_OUTSIDE_VALID_RANGE',
      ],
      ['a field that is not in the package', { Mood__c: 'good' }, 'INVALID_FIELD'],
      ['a reference to nothing', { Lead__c: '00Q000000000999AAA' }, 'INVALID_CROSS_REFERENCE_KEY'],
    ] as const) {
      it(`refuses ${what}`, async () => {
        await assert.rejects(save(values, object), { errorCode });
      });
    }

    it('wants the master of a detail', async () => {
      await assert.rejects(
        as('ada').post('/sobjects/Coaching_Note__c', { Next_Time__c: 'Listen.' }),
        { errorCode: 'REQUIRED_FIELD_MISSING' },
      );
    });
  });

  describe('by its permission sets', () => {
    it('lets a rep change nothing of an intervention', async () => {
      const { id } = await save({ Rep__c: ravi.Id, OwnerId: maya.Id });
      assert.equal(
        await change(as('ravi'), id, { Outcome__c: 'saved' }),
        'INSUFFICIENT_ACCESS_OR_READONLY',
      );
    });

    it('shows an intervention to its supervisor, the rep, those above either, and who sees all', async () => {
      const { id } = await save({ Rep__c: ravi.Id, Supervisor__c: maya.Id, OwnerId: maya.Id });
      const seesIt = async (alias: string): Promise<boolean> =>
        (await as(alias).query(`SELECT Id FROM Call_Intervention__c WHERE Id = '${id}'`)).length >
        0;
      for (const alias of ['maya', 'ravi', 'dana', 'quinn', 'rosa', 'ada'])
        assert.equal(await seesIt(alias), true, alias);
      for (const alias of ['lena', 'tomas', 'jo']) assert.equal(await seesIt(alias), false, alias);
    });

    it('shows nobody but the people above an author what is noted of a call', async () => {
      const note = { Call_Id__c: 'call-1', Note__c: 'Opened well.' };
      await as('maya').post('/sobjects/Dealside_Call_Note__c', note);
      const seen = async (alias: string): Promise<number> =>
        (await as(alias).query('SELECT Id FROM Dealside_Call_Note__c')).length;
      assert.deepEqual(
        await Promise.all(['maya', 'dana', 'rosa', 'tomas', 'cora'].map(seen)),
        [1, 1, 1, 0, 0],
      );
    });

    it('lets the integration user read deals and write activities, and nothing more', async () => {
      await assert.rejects(save({ Name: 'New' }, 'Account'), {
        errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      });
      await assert.rejects(org.crm.query('SELECT NextStep FROM Opportunity'), {
        errorCode: 'INVALID_FIELD',
      });
      await assert.rejects(org.crm.query('SELECT Id FROM Coaching_Note__c'), {
        errorCode: 'INVALID_TYPE',
      });
      await save({ Subject: 'x', Status: 'Completed', WhatId: deal.Id, Description: 'x' }, 'Task');
    });
  });

  describe('of activities', () => {
    const task = (values: object) => save({ Subject: 'x', Status: 'Completed', ...values }, 'Task');

    it('relates a lead to nothing else', async () => {
      const lead = await org.insert('Lead', { LastName: 'Prospect', Company: 'New Co' });
      await task({ WhoId: lead.Id });
      await assert.rejects(task({ WhoId: lead.Id, WhatId: deal.Id }), {
        errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      });
    });

    it('relates nothing to an object without activities', async () => {
      const { id } = await save({});
      await assert.rejects(task({ WhatId: id }), { errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
    });
  });

  describe('that has lost records', () => {
    it('refuses what was merged, and tells by queryAll what took its place', async () => {
      const [kept, lost] = await Promise.all(
        ['Kept', 'Lost'].map((LastName) => org.insert('Contact', { LastName })),
      );
      const task = await org.insert('Task', { Subject: 'x', Status: 'Completed', WhoId: lost!.Id });
      await org.merge('Contact', lost!.Id, kept!.Id);
      await assert.rejects(save({ Contact__c: lost!.Id }), { errorCode: 'ENTITY_IS_DELETED' });
      assert.equal((await org.records('Task')).find(({ Id }) => Id === task.Id)?.WhoId, kept!.Id);
      const soql = `SELECT Id, IsDeleted, MasterRecordId FROM Contact WHERE Id = '${lost!.Id}'`;
      assert.deepEqual(await org.crm.query(soql), []);
      const [row] = await org.crm.queryAll<{ IsDeleted: boolean; MasterRecordId: string }>(soql);
      assert.deepEqual([row?.IsDeleted, row?.MasterRecordId], [true, kept!.Id]);
    });
  });

  describe('under strain', () => {
    it('finds a record locked as often as it is told, and only what refers to it', async () => {
      await org.fault({ lockedId: deal.Id, lockNext: 1 });
      await save({});
      await assert.rejects(save({ Opportunity__c: deal.Id }), { errorCode: 'UNABLE_TO_LOCK_ROW' });
      await save({ Opportunity__c: deal.Id });
    });

    it('works a request whose answer is lost', async () => {
      await org.fault({ loseNext: 1 });
      await assert.rejects(save({ Call_Id__c: 'lost answer' }));
      assert.equal(
        (await org.records('Call_Intervention__c')).filter(
          ({ Call_Id__c }) => Call_Id__c === 'lost answer',
        ).length,
        1,
      );
    });

    it('refuses when the requests of the day are used up, and says so before', async () => {
      const { requests } = (await (await fetch(`${org.url}/_local/requests`)).json()) as {
        requests: number;
      };
      await org.fault({ dailyRequests: requests + 1 });
      await org.crm.query('SELECT Id FROM Account LIMIT 1');
      await assert.rejects(save({}), { errorCode: 'REQUEST_LIMIT_EXCEEDED' });
      await org.fault({ dailyRequests: 15_000 });
    });
  });

  describe('asked by graphs', () => {
    it('keeps the whole of each good graph and nothing of a bad one', async () => {
      const node = (referenceId: string, body: object) => ({
        method: 'POST',
        referenceId,
        url: `${BASE}/sobjects/Call_Intervention__c`,
        body,
      });
      const { graphs } = await org.crm.post<{
        graphs: { graphId: string; isSuccessful: boolean }[];
      }>('/composite/graph', {
        graphs: [
          {
            graphId: 'good',
            compositeRequest: [
              node('a', { External_Id__c: 'g-1' }),
              node('b', { External_Id__c: 'g-2' }),
            ],
          },
          {
            graphId: 'bad',
            compositeRequest: [
              node('a', { External_Id__c: 'g-3' }),
              node('b', { External_Id__c: 'g-1' }),
            ],
          },
        ],
      });
      assert.deepEqual(
        graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful]),
        [
          ['good', true],
          ['bad', false],
        ],
      );
      const kept = (await org.records('Call_Intervention__c'))
        .map(({ External_Id__c }) => External_Id__c)
        .filter((id) => String(id).startsWith('g-'));
      assert.deepEqual(kept, ['g-1', 'g-2']);
    });

    const recording = (graphId: string, External_Id__c: string | null) => ({
      graphId,
      compositeRequest: [
        {
          method: 'POST',
          referenceId: 'a',
          url: `${BASE}/sobjects/Call_Intervention__c`,
          body: { External_Id__c, Coaching_State__c: External_Id__c ? null : 'nonsense' },
        },
      ],
    });
    interface Answers {
      graphs: {
        isSuccessful: boolean;
        graphResponse: { compositeResponse: { body: { errorCode: string }[] }[] };
      }[];
    }

    it('leaves the rest undone when more than 14 have failed', async () => {
      const { graphs } = await org.crm.post<Answers>('/composite/graph', {
        graphs: [
          ...Array.from({ length: 15 }, (_, n) => recording(`bad${n}`, null)),
          recording('good', 'g-10'),
        ],
      });
      const [error] = graphs.at(-1)!.graphResponse.compositeResponse[0]!.body;
      assert.equal(error!.errorCode, 'PROCESSING_HALTED');
      assert.ok(
        !(await org.records('Call_Intervention__c')).some((row) => row.External_Id__c === 'g-10'),
      );
    });

    it('goes on when 14 have failed', async () => {
      const { graphs } = await org.crm.post<Answers>('/composite/graph', {
        graphs: [
          ...Array.from({ length: 14 }, (_, n) => recording(`bad${n}`, null)),
          recording('good', 'g-11'),
        ],
      });
      assert.deepEqual(
        graphs.map(({ isSuccessful }) => isSuccessful),
        [...Array.from({ length: 14 }, () => false), true],
      );
    });

    it('takes no more than 75', () =>
      assert.rejects(
        org.crm.post('/composite/graph', {
          graphs: Array.from({ length: 76 }, (_, n) => recording(`g${n}`, `g-many-${n}`)),
        }),
        /LIMIT_EXCEEDED|limit of 75/,
      ));
  });

  describe('asked to send a notification', () => {
    const ring = async (more: object = {}) => {
      const [type] = await org.crm.query<{ Id: string }>(
        "SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Dealside_Coaching'",
      );
      return org.crm.post('/actions/standard/customNotificationAction', {
        inputs: [
          {
            customNotifTypeId: type!.Id,
            recipientIds: [ravi.Id],
            title: 'Debrief',
            body: 'Tomorrow',
            targetId: deal.Id,
            ...more,
          },
        ],
      });
    };

    it('keeps what stands there, for whom', async () => {
      await ring();
      const { type, recipientIds, title, targetId } = (await org.notifications()).at(-1)!;
      assert.deepEqual(
        { type, recipientIds, title, targetId },
        { type: 'Dealside_Coaching', recipientIds: [ravi.Id], title: 'Debrief', targetId: deal.Id },
      );
    });

    for (const [what, more] of [
      ['without a title', { title: '' }],
      ['with too long a text', { body: 'x'.repeat(751) }],
      ['to nobody', { recipientIds: [] }],
      ['of a type that is not there', { customNotifTypeId: '0ML000000000999AAA' }],
    ] as const) {
      it(`refuses one ${what}`, async () => {
        await assert.rejects(ring(more));
      });
    }
  });
});
