import assert from 'node:assert/strict';
import pg from 'pg';
import type { JointCall } from '../../../../server/domain/call/jointCall.ts';
import type { JointCalls } from '../../../../server/ports/index.ts';
import { createJointCalls } from '../../../../server/store/supervision/jointCalls.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const STARTS = '2026-11-30T15:00:00.000Z';
const at = (minutes: number): string =>
  new Date(Date.parse(STARTS) + minutes * 60_000).toISOString();
const JOINT: JointCall = {
  jointCallId: 'j1',
  orgId: 'o1',
  repUserId: 'rep',
  supervisorUserId: 'supervisor',
  plannedByUserId: 'supervisor',
  opportunityId: 'deal',
  startsAt: STARTS,
  status: 'planned',
};
const CALL = { orgId: 'o1', callId: 'c1', repUserId: 'rep', opportunityId: 'deal' };

describe('a planned three-way call', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let jointCalls: JointCalls;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(async () => {
    await pool.query('delete from "JointCall"');
    await pool.query('delete from "OutboxMessage"');
    jointCalls = createJointCalls(pool);
    await jointCalls.plan(JOINT);
  });

  const said = async () =>
    (
      await pool.query<{ about: string }>(
        `select "payload"->>'about' as "about" from "OutboxMessage" order by "messageId"`,
      )
    ).rows.map(({ about }) => about);
  const status = async () => (await jointCalls.find('o1', 'j1'))?.status;

  it('is begun by one of several instances that see its call at once, and said once', async () => {
    const begun = await Promise.all(
      Array.from({ length: 4 }, () => createJointCalls(pool).begin(CALL, at(-3))),
    );
    assert.deepEqual(
      begun.filter((one) => one !== undefined).map(({ callId }) => callId),
      ['c1'],
    );
    assert.deepEqual(await said(), ['planned', 'begun']);
  });

  for (const [what, call, minutes] of [
    ['of another rep', { ...CALL, repUserId: 'other' }, 0],
    ['of another org', { ...CALL, orgId: 'o2' }, 0],
    ['on another deal', { ...CALL, opportunityId: 'another' }, 0],
    ['that is 16 minutes early', CALL, -16],
    ['that is 31 minutes late', CALL, 31],
  ] as const)
    it(`is not begun by a call ${what}`, async () => {
      assert.equal(await jointCalls.begin(call, at(minutes)), undefined);
      assert.equal(await status(), 'planned');
    });

  it('is reminded of once, ten minutes before', async () => {
    assert.deepEqual(await jointCalls.sayDue(at(-11)), { reminded: 0, missed: 0 });
    assert.deepEqual(await jointCalls.sayDue(at(-10)), { reminded: 1, missed: 0 });
    assert.deepEqual(await jointCalls.sayDue(at(-5)), { reminded: 0, missed: 0 });
    assert.deepEqual(await said(), ['planned', 'soon']);
  });

  it('is missed when no call has come in half an hour, which is said once', async () => {
    assert.deepEqual(await jointCalls.sayDue(at(30)), { reminded: 0, missed: 0 });
    assert.deepEqual(await jointCalls.sayDue(at(31)), { reminded: 0, missed: 1 });
    assert.deepEqual(await jointCalls.sayDue(at(32)), { reminded: 0, missed: 0 });
    assert.deepEqual(await said(), ['planned', 'missed']);
    assert.equal(await jointCalls.begin(CALL, at(29)), undefined, 'it is over');
  });

  it('is called off by its two people alone, and is then neither begun nor missed', async () => {
    assert.equal(await jointCalls.cancel({ orgId: 'o1', userId: 'other' }, 'j1'), false);
    assert.equal(await jointCalls.cancel({ orgId: 'o1', userId: 'rep' }, 'j1'), true);
    assert.equal(await jointCalls.begin(CALL, at(0)), undefined);
    assert.deepEqual(await jointCalls.sayDue(at(31)), { reminded: 0, missed: 0 });
    assert.deepEqual(await said(), ['planned', 'cancelled']);
  });
});
