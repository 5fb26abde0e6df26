import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import { auditAct } from '../../../../server/domain/audit/entries.ts';
import type { OutboxMessage } from '../../../../server/domain/outbox/message.ts';
import { createCustomerChoices } from '../../../../server/store/calls/customerChoices.ts';
import { createRepActivities } from '../../../../server/store/calls/repActivities.ts';
import { createNoticeAcknowledgements } from '../../../../server/store/people/noticeAcknowledgements.ts';
import { createBargeHabits } from '../../../../server/store/supervision/bargeHabits.ts';
import { createCalibrations } from '../../../../server/store/supervision/calibrations.ts';
import { createDebriefs } from '../../../../server/store/supervision/debriefs.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';

const ORG = LOCAL_ORG_ID;
const NOW = '2026-11-28T12:00:00.000Z';

describe('what is kept for coaching', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let audits = 0;

  const entry = () =>
    auditAct(
      { orgId: ORG, at: NOW, action: 'CallScored' },
      { actor: { kind: 'system' }, nextId: () => `coaching-${(audits += 1)}` },
    );

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    await insertCalls(database.databaseUrl, { count: 4 });
    await pool.query(
      `update "Call" set "orgId" = $1, "repUserId" = 'ravi', "repName" = 'Ravi', "status" = 'ended',
         "contactId" = 'contact', "customerPhone" = '+14155550142',
         "startedAt" = timestamptz '2026-11-28T10:00:00Z' + substr("callId", 6)::int * interval '1 minute',
         "answeredAt" = timestamptz '2026-11-28T10:00:00Z' + substr("callId", 6)::int * interval '1 minute'`,
      [ORG],
    );
    await pool.query(
      `insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "joinedAt", "modeHistory", "leaving", "whisperSkipped", "reasonCode", "coachingDueOn")
       values
         ('i1', 'many-1', 0, 'ended', 'maya', 'Maya', 'supervisor', 'v', $1, $1,
           '[{"mode":"monitor"},{"mode":"barge"}]', false, false, 'large_deal', '2026-12-01'),
         ('i3', 'many-3', 0, 'ended', 'maya', 'Maya', 'supervisor', 'v', $1, $1,
           '[{"mode":"monitor"}]', false, false, 'large_deal', null)`,
      [NOW],
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('is a debrief only where one was planned, and of one org', async () => {
    const debriefs = createDebriefs(pool);
    assert.deepEqual(await debriefs.find(ORG, 'i3'), undefined);
    assert.deepEqual(await debriefs.find('00DOTHER', 'i1'), undefined);
    const found = await debriefs.find(ORG, 'i1');
    assert.deepEqual(
      [found?.rep, found?.supervisor.userId, found?.dueOn, found?.progress],
      [{ userId: 'ravi', name: 'Ravi' }, 'maya', '2026-12-01', {}],
    );
  });

  it('is changed by one at a time, with its audit', async () => {
    const debriefs = createDebriefs(pool);
    const score = { byUserId: 'ravi', at: NOW, answers: [], percent: 50, failed: [] };
    const change = () =>
      debriefs.change(ORG, 'i1', {
        decide: ({ progress }) =>
          progress.selfScore
            ? { refusal: { code: 'debrief_given' } }
            : { progress: { ...progress, selfScore: score } },
        auditOf: () => [entry()],
      });
    const answers = await Promise.all([change(), change(), change()]);
    assert.equal(answers.filter((one) => one && 'ok' in one).length, 1);
    assert.deepEqual((await debriefs.find(ORG, 'i1'))?.progress, { selfScore: score });
    assert.equal(audits, 1);
  });

  it('has its time written with what goes to the calendars and to both', async () => {
    const booking = { startsAt: NOW, endsAt: NOW, by: 'rep', at: NOW, moves: 0 } as const;
    const message: OutboxMessage = {
      key: 'crm.debriefEvent:i1:0',
      orgId: ORG,
      topic: 'crm.debriefEvent',
      payload: { callId: 'many-1', interventionId: 'i1' },
    };
    const book = () =>
      createDebriefs(pool).change(ORG, 'i1', {
        decide: ({ progress }) => ({ progress: { ...progress, booking }, messages: [message] }),
        auditOf: () => [],
      });
    await book();
    await book();
    assert.deepEqual((await createDebriefs(pool).find(ORG, 'i1'))?.progress.booking, booking);
    const { rows } = await pool.query(
      `select from "OutboxMessage" where "topic" = 'crm.debriefEvent'`,
    );
    assert.equal(rows.length, 1);
  });

  it('has what each manager gave a call, once, with its audit, for its org alone', async () => {
    const calibrations = createCalibrations(pool);
    const give = (userId: string, percent: number, orgId = ORG) =>
      calibrations.add(
        { orgId, callId: 'many-1' },
        {
          scorer: { userId, name: userId },
          score: { byUserId: userId, at: NOW, answers: [], percent, failed: [] },
        },
        entry(),
      );
    assert.deepEqual(
      [await give('maya', 80), await give('maya', 100), await give('dana', 60)],
      [true, false, true],
    );
    const given = await calibrations.of(ORG, 'many-1');
    assert.deepEqual(given.map(({ score }) => score.percent).toSorted(), [60, 80]);
    assert.deepEqual(await calibrations.of('00DOTHER', 'many-1'), []);
  });

  it('says on which later calls of the rep supervisors were, and why', async () => {
    const later = await createDebriefs(pool).laterCalls(ORG, 'ravi', {
      after: '2026-11-28T10:01:30Z',
      limit: 2,
    });
    assert.deepEqual(
      later.map(({ callId, reasonCodes }) => [callId, reasonCodes]),
      [
        ['many-2', []],
        ['many-3', ['large_deal']],
      ],
    );
  });

  it('counts how often a supervisor barged of the calls that they joined (P10)', async () => {
    const habits = createBargeHabits(pool);
    const maya = { orgId: ORG, userId: 'maya' };
    assert.deepEqual(await habits.since(maya, '2026-11-01T00:00:00Z'), { joined: 2, barged: 1 });
    assert.deepEqual(await habits.since(maya, '2026-12-01T00:00:00Z'), { joined: 0, barged: 0 });
  });

  it('knows a supervisor who is on a call, for whom help requests wait', async () => {
    const activities = createRepActivities(pool);
    const isSupervising = async () =>
      (await activities.of(ORG, ['maya'])).get('maya')?.isSupervising ?? false;
    assert.equal(await isSupervising(), false);
    await pool.query(
      `with open as (update "Call" set "status" = 'live' where "callId" = 'many-4')
       insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "modeHistory", "leaving", "whisperSkipped")
       values ('i4', 'many-4', 0, 'active', 'maya', 'Maya', 'supervisor', 'v', now(), '[]',
         false, false)`,
    );
    assert.equal(await isSupervising(), true);
  });

  it('finds the latest choice of a customer by record or number', async () => {
    const choices = createCustomerChoices(pool);
    const says = async (callId: string, isDeclined: boolean, at: string) =>
      pool.query(`update "Call" set "monitoringChoice" = $2 where "callId" = $1`, [
        callId,
        JSON.stringify({ isDeclined, source: 'rep', exceptReasons: [], at }),
      ]);
    const declines = () => choices.declines(ORG, { phone: '+14155550142' });
    assert.equal(await declines(), false);
    await says('many-1', true, '2026-11-28T10:01:00Z');
    assert.equal(await declines(), true);
    assert.equal(await choices.declines(ORG, { contactId: 'contact' }), true);
    assert.equal(await choices.declines(ORG, { phone: '+14155550999' }), false);
    assert.equal(await choices.declines(ORG, {}), false);
    await says('many-2', false, '2026-11-28T10:02:00Z');
    assert.equal(await declines(), false);
  });

  it('has which notices an employee acknowledged, each issue by itself', async () => {
    const acknowledgements = createNoticeAcknowledgements(pool);
    const ravi = { orgId: ORG, userId: 'ravi' };
    assert.deepEqual(await acknowledgements.of(ravi), []);
    const given = { key: 'US_NY@2026-01-01', at: NOW };
    await acknowledgements.add(ravi, given, entry());
    assert.deepEqual(await acknowledgements.of(ravi), [given]);
    assert.deepEqual(await acknowledgements.of({ orgId: ORG, userId: 'lena' }), []);
  });
});
