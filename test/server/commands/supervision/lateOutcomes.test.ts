import assert from 'node:assert/strict';
import pg from 'pg';
import {
  lateOutcomesBelow,
  remindOfOutcomes,
} from '../../../../server/commands/supervision/lateOutcomes.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import { personWithoutRights, type Person } from '../../../../server/domain/call/people.ts';
import { createDueOutcomes } from '../../../../server/store/supervision/dueOutcomes.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';

const ORG = '00DLATE';
const NOW = '2026-11-28T12:00:00.000Z';
const person = (userId: string, managerIds: readonly string[] = []): Person => ({
  ...personWithoutRights(ORG, userId, NOW),
  managerIds,
});
const MAYA = person('maya', ['dana']);
const OMAR = person('omar', ['lee']);

describe('an outcome that a supervisor puts off', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  const deps = (now = NOW) => ({
    dueOutcomes: createDueOutcomes(pool),
    directory: {
      person: async (_orgId: string, userId: string) =>
        [MAYA, OMAR].find((one) => one.userId === userId),
    },
    coachingRules: { of: () => DEFAULT_COACHING_RULES },
    clock: { now: () => now },
  });
  const messages = async () =>
    (
      await pool.query<{ key: string; payload: unknown }>(
        `select "key", "payload" from "OutboxMessage" where "orgId" = $1 order by "key"`,
        [ORG],
      )
    ).rows;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    await insertCalls(database.databaseUrl, { count: 4 });
    await pool.query(
      `update "Call" set "orgId" = $1, "repName" = 'Ravi', "customerName" = 'Ana', "status" = 'ended'`,
      [ORG],
    );
    await pool.query(
      `insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "leftAt", "modeHistory", "leaving", "whisperSkipped", "outcomeStatus")
       select i, c, 0, 'ended', u, initcap(u), 'supervisor', 'v', l::timestamptz, l::timestamptz,
         '[]', false, false, o
       from (values
         ('new', 'many-1', 'maya', '2026-11-28T11:00:00Z', 'due'),
         ('due', 'many-2', 'maya', '2026-11-27T11:00:00Z', 'due'),
         ('late', 'many-3', 'maya', '2026-11-26T11:00:00Z', 'due'),
         ('given', 'many-4', 'maya', '2026-11-26T11:00:00Z', 'given'),
         ('others', 'many-4', 'omar', '2026-11-25T11:00:00Z', 'due')) t(i, c, u, l, o)`,
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('is reminded of once it is due, once, however many look (G35)', async () => {
    const reminded = await Promise.all([1, 2, 3].map(() => remindOfOutcomes(deps(), ORG)));
    assert.equal(
      reminded.reduce((all, one) => all + one),
      3,
    );
    assert.deepEqual(
      (await messages()).map(({ key }) => key),
      ['due', 'late', 'others'].map((id) => `crm.notification:${id}:outcome`),
    );
    assert.deepEqual((await messages())[0]!.payload, {
      callId: 'many-2',
      interventionId: 'due',
      about: 'outcome',
    });
    assert.equal(await remindOfOutcomes(deps(), ORG), 0);
    assert.equal(await remindOfOutcomes(deps(), '00DOTHER'), 0);
  });

  it('is seen by the managers above the supervisor when it is late (G35)', async () => {
    const { outcomes, total } = await lateOutcomesBelow(deps(), person('dana'));
    assert.deepEqual(
      [total, outcomes],
      [
        1,
        [
          {
            interventionId: 'late',
            callId: 'many-3',
            supervisor: { userId: 'maya', name: 'Maya' },
            repName: 'Ravi',
            customerName: 'Ana',
            leftAt: '2026-11-26T11:00:00.000Z',
          },
        ],
      ],
    );
  });

  it('is nothing to those who are not above the supervisor', async () => {
    for (const userId of ['maya', 'ravi'])
      assert.deepEqual(await lateOutcomesBelow(deps(), person(userId)), { outcomes: [], total: 0 });
  });
});
