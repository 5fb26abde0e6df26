import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { ActAction } from '../../../../server/domain/audit/actions.ts';
import { auditAct } from '../../../../server/domain/audit/entries.ts';
import type { JointCall } from '../../../../server/domain/call/jointCall.ts';
import { jointCallDetails } from '../../../../server/domain/supervision/jointCall.ts';
import type { AuditOfJointCall, BegunCall, JointCalls } from '../../../../server/ports/index.ts';
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
  let orgId: string;

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
    // The audit cannot be emptied: the entries of each test are those of an org of its own.
    orgId = `audit-${randomUUID()}`;
    jointCalls = createJointCalls(pool);
    await jointCalls.plan(JOINT, audited('JointCallPlanned'));
  });

  const said = async () =>
    (
      await pool.query<{ about: string }>(
        `select "payload"->>'about' as "about" from "OutboxMessage"
         where "topic" = 'crm.jointCallNotification' order by "messageId"`,
      )
    ).rows.map(({ about }) => about);
  const inCalendars = async () =>
    (
      await pool.query<{ key: string }>(
        `select "key" from "OutboxMessage" where "topic" = 'crm.jointCallEvent' order by "messageId"`,
      )
    ).rows.map(({ key }) => key.replace('crm.jointCallEvent:j1:', ''));
  const onAudit = async () =>
    (
      await pool.query<{ action: string; startsAt: string }>(
        `select "action", "details"->>'startsAt' as "startsAt" from "AuditEntry"
         where "orgId" = $1 order by "position"`,
        [orgId],
      )
    ).rows;
  const audited =
    (action: ActAction): AuditOfJointCall =>
    (jointCall) =>
      auditAct(
        { orgId, at: at(0), action, details: jointCallDetails(jointCall) },
        { actor: { kind: 'system' }, nextId: () => randomUUID() },
      );
  const begin = (call: BegunCall, minutes: number) =>
    jointCalls.begin(call, at(minutes), audited('JointCallBegun'));
  const cancel = (person: { orgId: string; userId: string }) =>
    jointCalls.cancel(person, 'j1', audited('JointCallCanceled'));
  const move = (minutes: number, userId = 'rep') =>
    jointCalls.move(
      { orgId: 'o1', userId },
      { jointCallId: 'j1', startsAt: at(minutes) },
      audited('JointCallMoved'),
    );
  const status = async () => (await jointCalls.find('o1', 'j1'))?.status;

  it('is begun by one of several instances that see its call at once, and said once', async () => {
    const begun = await Promise.all(
      Array.from({ length: 4 }, () =>
        createJointCalls(pool).begin(CALL, at(-3), audited('JointCallBegun')),
      ),
    );
    assert.deepEqual(
      begun.filter((one) => one !== undefined).map(({ callId }) => callId),
      ['c1'],
    );
    assert.deepEqual(await said(), ['planned', 'begun']);
    assert.deepEqual(
      (await onAudit()).map(({ action }) => action),
      ['JointCallPlanned', 'JointCallBegun'],
    );
  });

  for (const [what, call, minutes] of [
    ['of another rep', { ...CALL, repUserId: 'other' }, 0],
    ['of another org', { ...CALL, orgId: 'o2' }, 0],
    ['on another deal', { ...CALL, opportunityId: 'another' }, 0],
    ['that is 16 minutes early', CALL, -16],
    ['that is 31 minutes late', CALL, 31],
  ] as const)
    it(`is not begun by a call ${what}`, async () => {
      assert.equal(await begin(call, minutes), undefined);
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
    assert.equal(await begin(CALL, 29), undefined, 'it is over');
  });

  it('is called off by its two people alone, and is then neither begun nor missed', async () => {
    assert.equal(await cancel({ orgId: 'o1', userId: 'other' }), false);
    assert.equal(await cancel({ orgId: 'o1', userId: 'rep' }), true);
    assert.equal(await begin(CALL, 0), undefined);
    assert.deepEqual(await jointCalls.sayDue(at(31)), { reminded: 0, missed: 0 });
    assert.deepEqual(await said(), ['planned', 'cancelled']);
    assert.deepEqual(await inCalendars(), ['planned', 'cancelled']);
    assert.deepEqual(
      (await onAudit()).map(({ action }) => action),
      ['JointCallPlanned', 'JointCallCanceled'],
    );
  });

  it('is moved by one and called off by the other at once: it is off, and each is told of what was', async () => {
    const [moved, isOff] = await Promise.all([
      move(60),
      cancel({ orgId: 'o1', userId: 'supervisor' }),
    ]);
    assert.equal(isOff, true);
    assert.equal(await status(), 'cancelled');
    assert.deepEqual(
      await said(),
      moved ? ['planned', 'moved', 'cancelled'] : ['planned', 'cancelled'],
    );
  });

  it('is moved by its two people alone, and is then reminded of, begun and missed by its new time', async () => {
    assert.deepEqual(await jointCalls.sayDue(at(-10)), { reminded: 1, missed: 0 });
    assert.equal(await move(60, 'other'), undefined);
    assert.equal((await move(60))?.startsAt, at(60));
    assert.equal((await move(60))?.startsAt, at(60), 'a repeat changes nothing');
    assert.equal(await begin(CALL, 0), undefined);
    assert.deepEqual(await jointCalls.sayDue(at(31)), { reminded: 0, missed: 0 });
    assert.deepEqual(await jointCalls.sayDue(at(50)), { reminded: 1, missed: 0 });
    assert.equal((await begin(CALL, 58))?.callId, 'c1');
    assert.equal(await move(90), undefined, 'it has begun');
    assert.deepEqual(await said(), ['planned', 'soon', 'moved', 'soon', 'begun']);
    assert.deepEqual(await inCalendars(), ['planned', `moved:${at(60)}`]);
    assert.deepEqual(await onAudit(), [
      { action: 'JointCallPlanned', startsAt: STARTS },
      { action: 'JointCallMoved', startsAt: at(60) },
      { action: 'JointCallBegun', startsAt: at(60) },
    ]);
  });
});
