import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import { createIsRepNew } from '../../../../server/commands/alerts/newReps.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import type { RepOfOrg } from '../../../../server/ports/index.ts';
import { createRepFirstCalls } from '../../../../server/store/calls/repFirstCalls.ts';
import { liveCall } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';

const FIRST = '2026-10-01T10:00:00.000Z';
const SECOND = '2026-11-01T10:00:00.000Z';

describe('the first call of a rep', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    await insertCalls(database.databaseUrl, { count: 5 });
    await pool.query(
      `update "Call" set "repUserId" = case "callId" when 'many-5' then 'practises' else 'lena' end,
         "startedAt" = case "callId" when 'many-1' then $1::timestamptz else $2::timestamptz end,
         "answeredAt" = case "callId" when 'many-4' then null else $2::timestamptz end,
         "practice" = case "callId" when 'many-5' then '{"scenario":"angry","language":"en"}'::jsonb end`,
      [FIRST, SECOND],
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  const firstOf = (repUserId: string, orgId = LOCAL_ORG_ID) =>
    createRepFirstCalls(pool).of({ orgId, repUserId });

  it('is the first that was answered, with a customer, in the org', async () => {
    assert.equal(await firstOf('lena'), FIRST);
    assert.equal(await firstOf('practises'), undefined);
    assert.equal(await firstOf('lena', '00DOTHER0000000AAA'), undefined);
  });

  it('makes them new for as long as the org says, and is read once', async () => {
    const asked: RepOfOrg[] = [];
    let now = '2026-10-28T10:00:00.000Z';
    const isRepNew = createIsRepNew({
      firstCalls: {
        of(rep) {
          asked.push(rep);
          return createRepFirstCalls(pool).of(rep);
        },
      },
      coachingRules: { of: () => ({ ...DEFAULT_COACHING_RULES, newRepDays: 28 }) },
      clock: { now: () => now },
    });
    const call = liveCall({
      orgId: LOCAL_ORG_ID,
      rep: { userId: 'lena', name: 'Lena Brandt', managerIds: [] },
    });
    assert.equal(await isRepNew(call), true);
    now = '2026-10-29T10:00:00.000Z';
    assert.equal(await isRepNew(call), false);
    assert.equal(asked.length, 1);
  });
});
