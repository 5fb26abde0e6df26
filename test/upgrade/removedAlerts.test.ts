import assert from 'node:assert/strict';
import pg from 'pg';
import { migrate } from '../../server/store/database/migrate.ts';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { emptyDatabase, type FreshDatabase } from '../support/database.ts';
import { migrateUpTo } from './dump.ts';

const ORG = '00DALERTS';
/** The last migration before it was kept how many alerts a call had. */
const BEFORE = '20261130074000_alerts_by_rule_and_day';
const REMOVED = '2025-03-03';
const KEPT = '2026-11-03';

describe('counts of alerts that were removed before an upgrade', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  const counts = async () => ({
    days: (
      await pool.query(
        `select "day"::text, "repUserId", "repName", "issue", "answered", "alertsShown",
           "alertsUseful", "alertsNotUseful", "alertsHeldOut", "alertsLimited"
         from "CallDay" where "orgId" = $1 order by "day"`,
        [ORG],
      )
    ).rows as unknown[],
    rules: (
      await pool.query(
        `select *, "day"::text as "day" from "AlertDay" where "orgId" = $1
         order by "AlertDay"."day", "ruleName"`,
        [ORG],
      )
    ).rows as unknown[],
  });

  before(async () => {
    database = await emptyDatabase();
    await migrateUpTo(database.databaseUrl, BEFORE);
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
    for (const day of [REMOVED, KEPT])
      await pool.query(
        `insert into "Call" ("callId", "orgId", "status", "direction", "startedAt", "answeredAt",
           "endedAt", "endReason", "repUserId", "repName", "repTimeZone", "customerName", "repQueueIds")
         values ($1, $2, 'ended', 'outbound', $3, $3, $3::timestamptz + interval '5 minutes', 'hung_up',
           'ravi', 'Ravi', 'UTC', 'A customer', '{q2,q1}')`,
        [`call-${day}`, ORG, `${day}T12:00:00Z`],
      );
    await pool.query(
      `insert into "CallAlert" ("alertId", "orgId", "callId", "repUserId", "ruleName", "ruleVersion",
         "label", "family", "severity", "speaker", "raisedAt", "round", "status")
       values ('kept', $1, $2, 'ravi', 'cancel', '1', 'Cancels', 'threatens_to_cancel', 'attention',
         'customer', $3, 0, 'shown')`,
      [ORG, `call-${KEPT}`, `${KEPT}T12:01:00Z`],
    );
    await pool.query(
      `insert into "CallDay" ("orgId", "day", "repUserId", "direction", "repName", "queueIds", "issue",
         "answered", "talkSeconds", "monitor", "whisper", "barge", "takeover", "helpRequested",
         "transferred", "alertsShown", "alertsUseful", "alertsNotUseful", "alertsHeldOut", "alertsLimited")
       values ($1, $2, 'ravi', 'outbound', 'Ravi', 'q1,q2', '', 1, 300, 0, 0, 0, 0, 0, 0, 3, 2, 1, 4, 5),
         ($1, $3, 'ravi', 'outbound', 'Ravi', 'q1,q2', '', 1, 300, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)`,
      [ORG, REMOVED, KEPT],
    );
    await pool.query(
      `insert into "AlertDay" ("orgId", "day", "repUserId", "direction", "queueIds", "ruleName",
         "family", "label", "shown", "heldOut", "limited", "useful", "notUseful")
       values ($1, $2, 'ravi', 'outbound', 'q1,q2', 'cancel', 'threatens_to_cancel', 'Cancels', 2, 4, 5, 2, 0),
         ($1, $2, 'ravi', 'outbound', 'q1,q2', 'leave', 'threatens_to_cancel', 'Leaves', 1, 0, 0, 0, 1),
         ($1, $3, 'ravi', 'outbound', 'q1,q2', 'cancel', 'threatens_to_cancel', 'Cancels', 1, 0, 0, 0, 0)`,
      [ORG, REMOVED, KEPT],
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('stay what they were when the days are counted again after it', async () => {
    const before = await counts();
    await migrate(database.databaseUrl);
    const callDays = createCallDays(pool);
    assert.ok((await callDays.due(ORG)) >= 2, 'the upgrade makes the days due');
    await callDays.countDue(100);
    assert.equal(await callDays.due(ORG), 0);
    assert.deepEqual(await counts(), before);
  });

  it('count once of alerts that are removed after it', async () => {
    const before = await counts();
    await pool.query('delete from "CallAlert"');
    const callDays = createCallDays(pool);
    await callDays.makeAllDue(ORG);
    await callDays.countDue(100);
    assert.deepEqual(await counts(), before);
  });
});
