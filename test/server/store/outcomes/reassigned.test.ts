import assert from 'node:assert/strict';
import pg from 'pg';
import {
  insertUnansweredCalls,
  type UnansweredCall,
} from '../../../../local/machine/sample/endedCalls.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createCallsBehind } from '../../../../server/store/outcomes/callsBehind.ts';
import { createDayTotals } from '../../../../server/store/outcomes/dayTotals.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const ORG = '00DREASSIGNED';
const FROM = '2026-11-15';
const TO = '2026-11-18';
/** In the evening of the 16th in New York, which is the 17th in UTC and in Berlin. */
const EVENING = { startedAt: '2026-11-17T02:00:00Z', endedAt: '2026-11-17T02:00:40Z' };
const LENA = { repUserId: 'lena', repName: 'Lena', repTimeZone: 'America/New_York' };
const BERT = { repUserId: 'bert', repName: 'Bert', repTimeZone: 'Europe/Berlin' };
const NOBODY = { repUserId: '', repName: 'Not assigned yet', repTimeZone: null };

describe('a missed call that gets its rep later', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  beforeEach(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
  });
  afterEach(async () => {
    await pool?.end();
    await database?.drop();
  });

  async function missed(rep: Pick<UnansweredCall, 'repUserId' | 'repName' | 'repTimeZone'>) {
    await insertUnansweredCalls(pool, [
      { callId: 'call-1', orgId: ORG, endReason: 'voicemail', ...EVENING, ...rep },
    ]);
    await createCallDays(pool).countDue(100);
  }
  async function isLenas(): Promise<void> {
    await pool.query(
      `update "Call" set "repUserId" = $1, "repName" = $2, "repTimeZone" = $3`,
      Object.values(LENA),
    );
    await createCallDays(pool).countDue(100);
  }
  const counted = async () =>
    (await createDayTotals(pool).counted(ORG, FROM, TO)).map((one) => [
      one.day,
      one.repUserId,
      one.missed,
    ]);
  const behind = async () =>
    (
      await createCallsBehind(pool).page(
        { orgId: ORG, from: FROM, to: TO, unanswered: 'any' },
        { reps: 'all', reader: { userId: 'rosa', knowsCovert: false }, size: 10 },
      )
    ).map(({ rep }) => rep.userId);
  const LENAS = [['2026-11-16', 'lena', 1]];

  it('is counted once somebody is known, on that rep’s day, and stands behind the number then', async () => {
    await missed(NOBODY);
    assert.deepEqual([await counted(), await behind()], [[], []]);
    await isLenas();
    assert.deepEqual([await counted(), await behind()], [LENAS, ['lena']]);
  });

  it('is taken off the day on which another rep had it', async () => {
    await missed(BERT);
    assert.deepEqual(await counted(), [['2026-11-17', 'bert', 1]]);
    await isLenas();
    assert.deepEqual(await counted(), LENAS);
  });

  it('leaves nothing of it in the CRM on the day before, either', async () => {
    await missed(BERT);
    const totals = createDayTotals(pool);
    const days = ['2026-11-16', '2026-11-17'];
    await totals.wrote(ORG, await totals.unwritten(ORG, days));
    await isLenas();
    const due = (await totals.unwritten(ORG, days)).map((one) => [one.repUserId, one.missed]);
    assert.deepEqual(due.toSorted(), [
      ['bert', 0],
      ['lena', 1],
    ]);
  });

  it('is what the calls themselves sum up to, on every day', async () => {
    await missed(NOBODY);
    await isLenas();
    const totals = createDayTotals(pool);
    for (const day of await totals.days(ORG, FROM, TO))
      assert.deepEqual(await totals.ofCalls(ORG, day), await totals.counted(ORG, day, day));
  });
});
