import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import { sayDueDebriefs } from '../../../../server/commands/jobs/sayDueDebriefs.ts';
import {
  DEFAULT_COACHING_RULES,
  type CoachingRules,
} from '../../../../server/domain/call/coachingRules.ts';
import { CrmUnavailable, type Directory } from '../../../../server/ports/index.ts';
import {
  createDebriefs,
  createDueDebriefs,
} from '../../../../server/store/supervision/debriefs.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';

const ORG = LOCAL_ORG_ID;

/** Due on Thursday, December 3, at 17:00 in Berlin: 16:00 UTC. */
describe('debriefs whose time comes', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let now = '2026-12-01T10:00:00.000Z';
  let isAway = false;
  let rules: CoachingRules = DEFAULT_COACHING_RULES;

  const directory = {
    async person(_orgId: string, userId: string) {
      if (isAway) throw new CrmUnavailable('away');
      return { userId, managerIds: userId === 'maya' ? ['vera', 'walt'] : [] } as never;
    },
  } satisfies Pick<Directory, 'person'>;
  const look = () =>
    sayDueDebriefs({
      dueDebriefs: createDueDebriefs(pool),
      coachingRules: { of: () => rules },
      directory,
      clock: { now: () => now },
    });
  const said = async (): Promise<string[]> => {
    const { rows } = await pool.query<{ key: string; to: string | null }>(
      `select "key", "payload" ->> 'toUserId' as to from "OutboxMessage"
       where "topic" = 'crm.debriefNotification' order by "messageId"`,
    );
    return rows.map(({ key, to }) =>
      [key.replace('crm.debriefNotification:', ''), to].filter(Boolean).join(' > '),
    );
  };
  const nextAt = async (): Promise<string | undefined> => {
    const { rows } = await pool.query<{ dueAt: Date | null }>('select "dueAt" from "DebriefDue"');
    return rows[0]?.dueAt?.toISOString();
  };
  const plan = (count = 1) =>
    pool.query(
      `insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "joinedAt", "modeHistory", "leaving", "whisperSkipped", "outcomeAt", "coachingDueOn")
       select 'i' || n, 'many-' || n, 0, 'ended', 'maya', 'Maya', 'supervisor', 'v', $1, $1,
         '[{"mode":"barge"}]', false, false, $1, '2026-12-03'
       from generate_series(1, $2::int) n`,
      ['2026-12-01T10:00:00.000Z', count],
    );

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 6 });
    await insertCalls(database.databaseUrl, { count: 300 });
    await pool.query(
      `update "Call" set "repTimeZone" = 'Europe/Berlin', "repUserId" = 'ravi', "repName" = 'Ravi'`,
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(async () => {
    now = '2026-12-01T10:00:00.000Z';
    isAway = false;
    rules = DEFAULT_COACHING_RULES;
    await pool.query('delete from "DebriefDue"');
    await pool.query('delete from "Debrief"');
    await pool.query('delete from "Intervention"');
    await pool.query(`delete from "OutboxMessage" where "topic" like 'crm.debrief%'`);
    // What the trigger writes is due now, and this time is before it.
    await plan();
    await pool.query(`update "DebriefDue" set "dueAt" = $1`, [now]);
  });

  it('are looked at as soon as they are planned, and then when something is to be said', async () => {
    assert.equal(await look(), 1);
    assert.deepEqual([await said(), await nextAt()], [[], '2026-12-02T16:00:00.000Z']);
    assert.equal(await look(), 0);
  });

  it('remind both, say that they are due, and tell the supervisor’s manager, each once', async () => {
    for (const time of [
      '12-02T16:00',
      '12-02T16:01',
      '12-03T16:00',
      '12-03T17:00',
      '12-07T16:00',
      '12-09T16:00',
    ]) {
      now = `2026-${time}:00.000Z`;
      await look();
    }
    assert.deepEqual(await said(), ['i1:remind', 'i1:due', 'i1:escalate > vera']);
    assert.equal(await nextAt(), undefined);
    const told = async (orgId: string, userId: string) =>
      (await createDueDebriefs(pool).escalatedTo(orgId, userId)).map((one) => one.debriefId);
    assert.deepEqual(
      [await told(ORG, 'vera'), await told(ORG, 'maya'), await told('00DOTHER', 'vera')],
      [['i1'], [], []],
    );
  });

  it('tell whom the org names instead, after as many days as it says', async () => {
    rules = {
      ...rules,
      debriefs: { ...rules.debriefs, escalateTo: 'zoe', escalateDays: 1, remindMs: 3_600_000 },
    };
    for (const time of ['03T15:00', '03T16:00', '04T16:00']) {
      now = `2026-12-${time}:00.000Z`;
      await look();
    }
    assert.deepEqual(await said(), ['i1:remind', 'i1:due', 'i1:escalate > zoe']);
  });

  it('tell nobody where nobody is above, and are done with', async () => {
    await pool.query(`update "Intervention" set "supervisorUserId" = 'top'`);
    now = '2026-12-09T16:00:00.000Z';
    await look();
    assert.deepEqual([await said(), await nextAt()], [['i1:due'], undefined]);
  });

  it('say nothing more once they are closed', async () => {
    await createDebriefs(pool).change(ORG, 'i1', {
      decide: ({ progress }) => ({ progress: { ...progress, closedAt: now } }),
      auditOf: () => [],
    });
    now = '2026-12-09T16:00:00.000Z';
    await look();
    assert.deepEqual([await said(), await nextAt()], [[], undefined]);
  });

  it('say nothing of practice calls', async () => {
    await pool.query(`update "Call" set "practice" = '{}' where "callId" = 'many-1'`);
    now = '2026-12-09T16:00:00.000Z';
    await look();
    await pool.query(`update "Call" set "practice" = null where "callId" = 'many-1'`);
    assert.deepEqual([await said(), await nextAt()], [[], undefined]);
  });

  it('are looked at again a minute later where the CRM did not answer', async () => {
    isAway = true;
    now = '2026-12-09T16:00:00.000Z';
    assert.equal(await look(), 1);
    assert.equal(await look(), 0);
    assert.deepEqual(await said(), []);
    isAway = false;
    now = '2026-12-09T16:01:00.000Z';
    await look();
    assert.deepEqual(await said(), ['i1:due', 'i1:escalate > vera']);
  });

  it('are said once each, however many processes look at once', async () => {
    await pool.query('delete from "Intervention"');
    await pool.query('delete from "DebriefDue"');
    await plan(300);
    await pool.query(`update "DebriefDue" set "dueAt" = $1`, [now]);
    now = '2026-12-03T16:00:00.000Z';
    const looked = await Promise.all([look(), look(), look()]);
    assert.equal(looked[0] + looked[1] + looked[2], 300);
    const all = await said();
    assert.deepEqual([all.length, new Set(all).size], [300, 300]);
  });

  it('are said once, even where a process dies between saying and keeping that', async () => {
    const due = createDueDebriefs(pool);
    now = '2026-12-03T16:00:00.000Z';
    await due.claim(now, 10, 60_000);
    now = '2026-12-03T16:01:00.000Z';
    await look();
    await pool.query(`update "DebriefDue" set "told" = '{}', "dueAt" = $1`, [now]);
    await look();
    assert.deepEqual(await said(), ['i1:due']);
  });
});
