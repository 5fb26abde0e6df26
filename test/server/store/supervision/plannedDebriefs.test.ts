import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import { auditAct } from '../../../../server/domain/audit/entries.ts';
import { debriefPlannedMessages } from '../../../../server/domain/outbox/debriefs.ts';
import type { DebriefPlan } from '../../../../server/domain/supervision/debriefPlan.ts';
import { createFinishedCalls } from '../../../../server/store/calls/finishedCalls.ts';
import {
  createDebriefs,
  createDueDebriefs,
} from '../../../../server/store/supervision/debriefs.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';

const ORG = LOCAL_ORG_ID;
const NOW = '2026-11-28T12:00:00.000Z';

describe('the debriefs of calls that nobody had to join', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let audits = 0;

  const planOf = (callId: string, more: Partial<DebriefPlan> = {}): DebriefPlan => ({
    debriefId: `debrief-of-${callId}`,
    orgId: ORG,
    callId,
    rep: { userId: 'ravi', name: 'Ravi' },
    supervisor: { userId: 'maya', name: 'Maya' },
    source: { kind: 'flag' },
    reasonCode: 'large_deal',
    note: 'The price.',
    dueOn: '2026-12-02',
    plannedAt: NOW,
    ...more,
  });
  const plan = (one: DebriefPlan) =>
    createDebriefs(pool).plan(one, {
      messages: debriefPlannedMessages(one),
      audit: [
        auditAct(
          { orgId: ORG, at: NOW, action: 'DebriefPlanned', callId: one.callId },
          { actor: { kind: 'system' }, nextId: () => `planned-${(audits += 1)}` },
        ),
      ],
    });
  const count = async (sql: string) =>
    (await pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]!.n;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    await insertCalls(database.databaseUrl, { count: 6 });
    await pool.query(
      `update "Call" set "orgId" = $1, "repUserId" = 'ravi', "repName" = 'Ravi', "status" = 'ended',
         "repTimeZone" = 'America/New_York', "customerName" = 'Priya',
         "startedAt" = timestamptz '2026-11-25T10:00:00Z' + substr("callId", 6)::int * interval '1 minute',
         "answeredAt" = timestamptz '2026-11-25T10:00:00Z' + substr("callId", 6)::int * interval '1 minute',
         "endedAt" = timestamptz '2026-11-25T10:05:00Z' + substr("callId", 6)::int * interval '1 minute'`,
      [ORG],
    );
    await pool.query(
      `insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "joinedAt", "modeHistory", "leaving", "whisperSkipped", "coachingDueOn")
       values ('i2', 'many-2', 0, 'ended', 'maya', 'Maya', 'supervisor', 'v', $1, $1,
         '[{"mode":"barge"}]', false, false, '2026-12-01')`,
      [NOW],
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('is planned with its messages and its audit, and watched from now on', async () => {
    assert.equal(await plan(planOf('many-1')), 'planned');
    const found = await createDebriefs(pool).find(ORG, 'debrief-of-many-1');
    assert.deepEqual(found, {
      debriefId: 'debrief-of-many-1',
      source: { kind: 'flag' },
      callId: 'many-1',
      orgId: ORG,
      rep: { userId: 'ravi', name: 'Ravi' },
      supervisor: { userId: 'maya', name: 'Maya' },
      customerName: 'Priya',
      dueOn: '2026-12-02',
      plannedAt: NOW,
      notifiedSteps: [],
      repZone: 'America/New_York',
      reasonCode: 'large_deal',
      note: 'The price.',
      progress: {},
    });
    assert.equal(await count(`"OutboxMessage" where "topic" like 'crm.debrief%'`), 2);
    assert.equal(await count(`"AuditEntry" where "action" = 'DebriefPlanned'`), 1);
    const due = await createDueDebriefs(pool).claim(NOW, 10, 60_000);
    assert.ok(due.some(({ debriefId }) => debriefId === 'debrief-of-many-1'));
  });

  it('is one for each call, also of many who plan it at once, and none where an intervention has one', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((debriefId) => plan(planOf('many-3', { debriefId }))),
    );
    assert.deepEqual(answers.toSorted(), ['exists', 'exists', 'planned']);
    assert.equal(await plan(planOf('many-2')), 'exists');
    assert.equal(await count(`"PlannedDebrief" where "callId" = 'many-2'`), 0);
    assert.equal(await count(`"AuditEntry" where "action" = 'DebriefPlanned'`), 2);
  });

  it('is scored and closed like one after an intervention, and then no longer listed', async () => {
    const debriefs = createDebriefs(pool);
    const listed = async (userId: string, orgId = ORG) =>
      (await debriefs.ofCalls(orgId, userId)).map(({ callId }) => callId);
    assert.deepEqual(await listed('ravi'), await listed('maya'));
    assert.deepEqual(await listed('dana'), []);
    assert.deepEqual(await listed('maya', '00DOTHER'), []);
    assert.equal(await debriefs.find('00DOTHER', 'debrief-of-many-1'), undefined);
    await debriefs.change(ORG, 'debrief-of-many-1', {
      decide: ({ progress }) => ({ progress: { ...progress, closedAt: NOW } }),
      auditOf: () => [],
    });
    assert.deepEqual(await listed('maya'), ['many-3']);
    const toRate = await debriefs.toRate(ORG, 'ravi', '2026-11-01T00:00:00.000Z');
    assert.deepEqual(
      toRate.map(({ debriefId }) => debriefId),
      ['debrief-of-many-1'],
    );
    const planned = await debriefs.plannedFor(ORG, ['many-1', 'many-2', 'many-4']);
    assert.deepEqual(
      [...planned].map(([callId, of]) => [callId, of.map(({ source }) => source.kind)]).toSorted(),
      [
        ['many-1', ['flag']],
        ['many-2', ['intervention']],
      ],
    );
  });

  it('stays beside that of an intervention whose outcome is given later', async () => {
    await plan(planOf('many-5', { plannedAt: '2026-11-26T09:00:00.000Z' }));
    await pool.query(
      `insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "joinedAt", "modeHistory", "leaving", "whisperSkipped", "coachingDueOn")
       values ('i5', 'many-5', 0, 'ended', 'dana', 'Dana', 'supervisor', 'v', $1, $1,
         '[{"mode":"barge"}]', false, false, '2026-12-01')`,
      [NOW],
    );
    const planned = await createDebriefs(pool).plannedFor(ORG, ['many-5']);
    assert.deepEqual(
      planned.get('many-5')!.map(({ supervisor }) => supervisor.name),
      ['Maya', 'Dana'],
    );
  });

  it('is not rated where one of the two closed it alone', async () => {
    const debriefs = createDebriefs(pool);
    const of = (await debriefs.ofCalls(ORG, 'maya'))[0]!;
    await debriefs.change(ORG, of.debriefId, {
      decide: () => ({
        progress: { closedAt: NOW, closedAlone: { by: 'supervisor', reason: 'Left.' } },
      }),
      auditOf: () => [],
    });
    const toRate = await debriefs.toRate(ORG, 'maya', '2026-11-01T00:00:00.000Z');
    assert.deepEqual(
      toRate.map(({ callId }) => callId),
      ['many-1'],
    );
  });

  it('knows why a call is in the sample: by chance, or because the rep is new', async () => {
    const finished = createFinishedCalls(pool);
    const why = (callId: string, callsPerWeek: number, newRepDays: number, orgId = ORG) =>
      finished.sampledBecause(orgId, callId, { callsPerWeek, newRepDays });
    const drawn = async (callsPerWeek: number) =>
      (await Promise.all([1, 2, 3, 4, 5, 6].map((n) => why(`many-${n}`, callsPerWeek, 0)))).filter(
        (because) => because === 'chance',
      ).length;
    // With no days in which a rep is new, the first call has none before it.
    assert.equal(await why('many-1', 0, 0), 'new_rep');
    assert.equal(await why('many-6', 0, 30), 'new_rep');
    assert.equal(await why('many-6', 0, 0), undefined);
    assert.deepEqual([await drawn(0), await drawn(6)], [0, 5]);
    assert.equal(await why('many-6', 6, 0, '00DOTHER'), undefined);
  });

  it('finds the calls on which a rep flagged a moment', async () => {
    await pool.query(
      `update "Call" set "moments" = '[{"momentId":"m","at":"2026-11-25T10:01:00Z","byUserId":"ravi"}]'
       where "callId" in ('many-4', 'many-5')`,
    );
    const page = await createFinishedCalls(pool).page(ORG, { size: 10, isFlagged: true });
    assert.deepEqual(
      page.map(({ callId }) => callId),
      ['many-5', 'many-4'],
    );
  });
});
