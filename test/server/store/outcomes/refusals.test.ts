import assert from 'node:assert/strict';
import pg from 'pg';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
  type UnansweredCall,
} from '../../../../local/machine/sample/endedCalls.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createDayTotals } from '../../../../server/store/outcomes/dayTotals.ts';
import { createTrustTotals } from '../../../../server/store/outcomes/trustTotals.ts';
import { startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { insertRefusals, type SampleRefusal } from '../../../support/refusals.ts';

const ORG = '00DREFUSED';
const FROM = '2026-11-01';
const TO = '2026-11-30';
const REP = { orgId: ORG, repUserId: 'ravi', repName: 'Ravi', repTimeZone: 'America/New_York' };
/** In the evening of the 3rd in New York, which is the 4th in UTC. */
const EVENING = { startedAt: '2026-11-04T01:00:00Z', endedAt: '2026-11-04T01:00:40Z' };
const RINGS = '2026-11-04T01:00:10Z';

const unanswered = (callId: string, more: Partial<UnansweredCall> = {}): UnansweredCall => ({
  ...REP,
  ...EVENING,
  callId,
  endReason: 'voicemail',
  ...more,
});
const outbound = (callId: string): UnansweredCall =>
  unanswered(callId, { direction: 'outbound', endReason: 'not_answered' });
const answered: EndedCall = {
  ...REP,
  callId: 'answered',
  direction: 'inbound',
  answeredAt: '2026-11-03T15:00:00Z',
  endedAt: '2026-11-03T15:05:00Z',
  askedForHelp: false,
  interventions: [],
};

describe('what was refused on calls that nobody answered', () => {
  let stage: AuditStage;
  let pool: pg.Pool;

  beforeEach(async () => {
    stage = await startAuditStage();
    pool = new pg.Pool({ connectionString: stage.applicationUrl, max: 2 });
    pool.on('error', () => undefined);
  });
  afterEach(async () => {
    await pool?.end();
    await stage?.stop();
  });

  const refuse = (callId: string, over: Partial<SampleRefusal> = {}) =>
    insertRefusals(stage.owner, ORG, [{ callId, code: 'call_not_live', at: RINGS, ...over }]);
  const due = () => createCallDays(pool).due(ORG);
  const count = () => createCallDays(stage.owner).countDue(100);
  const refused = async () =>
    (await createDayTotals(pool).counted(ORG, FROM, TO))
      .filter((one) => one.refused > 0)
      .map((one) =>
        [one.day, one.direction, one.refusalCode, one.refused, one.joinsRefused].join(' '),
      );
  async function isWhatTheCallsSumUpTo(): Promise<void> {
    const totals = createDayTotals(pool);
    for (const day of await totals.days(ORG, FROM, TO)) {
      const sorted = (those: Awaited<ReturnType<typeof totals.ofCalls>>) =>
        those.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
      assert.deepEqual(
        sorted(await totals.ofCalls(ORG, day)),
        sorted(await totals.counted(ORG, day, day)),
      );
    }
  }

  it('is counted by reason on the rep’s day when the call began, in both directions', async () => {
    await refuse('missed');
    await refuse('missed', { code: 'out_of_scope', times: 3 });
    await refuse('called');
    await refuse('called', { code: 'not_yours', action: 'HangUp' });
    await insertUnansweredCalls(pool, [unanswered('missed'), outbound('called'), outbound('calm')]);
    await count();
    assert.deepEqual((await refused()).toSorted(), [
      '2026-11-03 inbound call_not_live 1 1',
      '2026-11-03 inbound out_of_scope 3 3',
      '2026-11-03 outbound call_not_live 1 1',
      '2026-11-03 outbound not_yours 1 0',
    ]);
    assert.deepEqual(
      (await createTrustTotals(pool).refusals({ orgId: ORG, from: FROM, to: TO }, 'all')).toSorted(
        (a, b) => a.code.localeCompare(b.code),
      ),
      [
        { code: 'call_not_live', refusals: 2 },
        { code: 'not_yours', refusals: 1 },
        { code: 'out_of_scope', refusals: 3 },
      ],
    );
    await isWhatTheCallsSumUpTo();
  });

  it('is counted beside answered calls, and makes no call of them missed or answered', async () => {
    await refuse('answered', { at: '2026-11-03T15:01:00Z' });
    await refuse('missed');
    await refuse('called');
    await insertEndedCalls(pool, [answered]);
    await insertUnansweredCalls(pool, [unanswered('missed'), outbound('called')]);
    await count();
    assert.deepEqual((await refused()).toSorted(), [
      '2026-11-03 inbound call_not_live 2 2',
      '2026-11-03 outbound call_not_live 1 1',
    ]);
    const sums = (await createDayTotals(pool).counted(ORG, FROM, TO)).reduce(
      (sum, one) => [sum[0]! + one.answered, sum[1]! + one.missed + one.abandoned],
      [0, 0],
    );
    assert.deepEqual(sums, [1, 1]);
  });

  it('is counted of callers after hours, who are not missed calls', async () => {
    await refuse('closed');
    await insertUnansweredCalls(pool, [unanswered('closed')]);
    await pool.query(`update "Call" set "ringing" = '{"nobodyBecause":"closed"}'`);
    await count();
    assert.deepEqual(await refused(), ['2026-11-03 inbound call_not_live 1 1']);
    assert.ok((await createDayTotals(pool).counted(ORG, FROM, TO)).every((one) => !one.missed));
    await isWhatTheCallsSumUpTo();
  });

  it('is not counted where it says that somebody is covert, where it came after the end, or in practice', async () => {
    await refuse('covert', { code: 'covert_rule_ended' });
    await refuse('late', { at: '2026-11-04T01:00:41Z' });
    await refuse('practice');
    await insertUnansweredCalls(pool, [
      outbound('covert'),
      outbound('late'),
      { ...outbound('practice') },
    ]);
    await pool.query(`update "Call" set "practice" = '{}' where "callId" = 'practice'`);
    await count();
    assert.deepEqual(await refused(), []);
    await isWhatTheCallsSumUpTo();
  });

  it('makes the day due that has ended without it: tallies are written later', async () => {
    await insertUnansweredCalls(pool, [outbound('called')]);
    await insertEndedCalls(pool, [answered]);
    await count();
    assert.equal(await due(), 0);
    await refuse('called', { times: 4 });
    assert.equal(await due(), 1);
    await count();
    assert.deepEqual(await refused(), ['2026-11-03 outbound call_not_live 4 4']);
    await refuse('answered', { at: '2026-11-03T15:06:00Z' });
    assert.equal(await due(), 0, 'what is refused after the end is not counted');
    await refuse('answered', { at: '2026-11-03T15:04:00Z' });
    await count();
    assert.equal((await refused()).length, 2);
    await isWhatTheCallsSumUpTo();
  });

  it('leaves a day alone on which nobody answered and nothing was refused', async () => {
    await insertUnansweredCalls(pool, [outbound('calm')]);
    assert.equal(await due(), 0);
  });

  it('is counted again with everything', async () => {
    await refuse('called');
    await insertUnansweredCalls(pool, [outbound('called')]);
    await count();
    await stage.owner.query('delete from "CallDay"');
    assert.equal(await createCallDays(stage.owner).makeAllDue(ORG), 1);
    await count();
    assert.deepEqual(await refused(), ['2026-11-03 outbound call_not_live 1 1']);
  });
});
