import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import type { CallSample } from '../../../../server/ports/index.ts';
import { createFinishedCalls } from '../../../../server/store/calls/finishedCalls.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';

/** Ten calls of each of two reps in one week, and an old one of the first. */
describe('the sample of finished calls', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    await insertCalls(database.databaseUrl, { count: 21 });
    await pool.query(
      `update "Call" set "status" = 'ended', "endedAt" = now() - interval '7 days',
         "repUserId" = case when substr("callId", 6)::int <= 10 or "callId" = 'many-21'
           then 'lena' else 'newcomer' end,
         "startedAt" = date_trunc('week', now() - interval '14 days', 'UTC') + interval '2 days',
         "answeredAt" = date_trunc('week', now() - interval '14 days', 'UTC') + interval '2 days'`,
    );
    await pool.query(
      `update "Call" set "startedAt" = now() - interval '90 days',
         "answeredAt" = now() - interval '90 days', "endedAt" = now() - interval '90 days'
       where "callId" = 'many-21'`,
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  const sampled = async (sample: Partial<CallSample> = {}) => {
    const calls = await createFinishedCalls(pool).page(LOCAL_ORG_ID, {
      size: 100,
      sample: { callsPerWeek: 2, newRepDays: 28, ...sample },
    });
    return Object.groupBy(calls, ({ rep }) => rep.userId) as Record<string, unknown[]>;
  };

  it('has so many of a rep in a week, and every call of a new one', async () => {
    const { lena, newcomer } = await sampled();
    assert.deepEqual([lena?.length, newcomer?.length], [2, 10]);
  });

  it('has so many of everybody once nobody is new any more', async () => {
    const { lena, newcomer } = await sampled({ newRepDays: -1, callsPerWeek: 3 });
    assert.deepEqual([lena?.length, newcomer?.length], [3, 3]);
  });

  it('is the same each time it is looked at', async () =>
    assert.deepEqual(await sampled(), await sampled()));

  it('has another call in place of one whose customer declined monitoring', async () => {
    const choose = (choice: string | null) =>
      pool.query(`update "Call" set "monitoringChoice" = $1 where "callId" <= 'many-17'`, [choice]);
    await choose(
      '{"isDeclined":true,"source":"rep","exceptReasons":[],"at":"2026-11-01T10:00:00Z"}',
    );
    const { lena } = (await sampled()) as Record<string, { monitoringChoice?: unknown }[]>;
    await choose(null);
    assert.deepEqual(
      lena?.map(({ monitoringChoice }) => monitoringChoice),
      [undefined, undefined],
    );
  });

  it('has no practice call and none that nobody answered', async () => {
    await pool.query(
      `update "Call" set "practice" = '{"scenario":"angry","language":"en"}' where "repUserId" = 'lena'`,
    );
    await pool.query(`update "Call" set "answeredAt" = null where "repUserId" = 'newcomer'`);
    assert.deepEqual(Object.keys(await sampled()), []);
  });
});
