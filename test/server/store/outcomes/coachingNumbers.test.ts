import assert from 'node:assert/strict';
import pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import type { OutcomesQuestion } from '../../../../server/domain/outcomes/totals.ts';
import { createAlertTotals } from '../../../../server/store/outcomes/alertTotals.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createCoachingTotals } from '../../../../server/store/outcomes/coachingTotals.ts';
import { createDayTotals } from '../../../../server/store/outcomes/dayTotals.ts';
import { createTrustTotals } from '../../../../server/store/outcomes/trustTotals.ts';
import { createWorthTotals } from '../../../../server/store/outcomes/worth.ts';
import { createRetention } from '../../../../server/store/retention/retention.ts';
import { createCallAlerts } from '../../../../server/store/words/alerts.ts';
import { startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { insertRefusals, type SampleRefusal } from '../../../support/refusals.ts';

const ORG = '00DCOACHING';
const QUESTION: OutcomesQuestion = { orgId: ORG, from: '2026-11-01', to: '2026-11-30' };
const scoreOf = (userId: string, percent: number) => ({
  byUserId: userId,
  at: '2026-11-05T10:00:00.000Z',
  answers: [],
  percent,
  failed: [],
});

/** The calls of a rep, one an hour from noon on. */
function call(repUserId: string, place: number, over: Partial<EndedCall> = {}): EndedCall {
  const at = Date.parse('2026-11-03T12:00:00.000Z') + place * 3_600_000;
  return {
    callId: `${repUserId}-${place}`,
    orgId: ORG,
    repUserId,
    repName: repUserId,
    repTimeZone: 'UTC',
    repManagerIds: ['maya', 'quinn'],
    direction: 'inbound',
    answeredAt: new Date(at).toISOString(),
    endedAt: new Date(at + 300_000).toISOString(),
    askedForHelp: false,
    isTranscribed: true,
    interventions: [],
    ...over,
  };
}

const helped = (interventionId: string, reasonCode: string, closedAt?: string) => ({
  interventionId,
  supervisorUserId: 'maya',
  supervisorName: 'Maya',
  modes: ['monitor', 'barge'],
  reasonCode,
  outcomeCode: 'saved',
  ...(closedAt && {
    debrief: {
      dueOn: '2026-11-04',
      progress: {
        selfScore: scoreOf('ravi', 80),
        supervisorScore: scoreOf('maya', 70),
        acknowledged: { at: '2026-11-03T12:30:00.000Z' },
        closedAt,
      },
    },
  }),
});
const planned = (interventionId: string, dueOn: string, closedAt?: string) => {
  const { debrief, ...rest } = helped(interventionId, 'close_assist', closedAt);
  return { ...rest, debrief: { ...debrief, dueOn } };
};
const alert = (
  ruleName: string,
  mark?: 'useful' | 'not_useful',
): NonNullable<EndedCall['alert']> => ({
  ruleName,
  label: `Rule ${ruleName}`,
  family: 'threatens_to_cancel',
  severity: 'attention',
  ...(mark && { mark, markedBy: 'maya' }),
});

const CALLS: readonly EndedCall[] = [
  call('ravi', 0, {
    interventions: [helped('d-again', 'close_assist', '2026-11-04T09:00:00.000Z')],
    alert: alert('cancel', 'useful'),
    scores: [
      { scorerName: 'Maya', score: scoreOf('maya', 70) },
      { scorerName: 'Tomás', score: scoreOf('tomas', 90) },
    ],
  }),
  call('ravi', 1, { alert: alert('cancel', 'not_useful') }),
  call('ravi', 2, { interventions: [helped('later', 'close_assist')], alert: alert('leave') }),
  call('lena', 0, {
    interventions: [helped('d-once', 'large_deal', '2026-11-04T09:00:00.000Z')],
    repManagerIds: ['tomas'],
    scores: [{ scorerName: 'Maya', score: scoreOf('maya', 40) }],
  }),
  call('lena', 1, { isTranscribed: false, alert: { ...alert('cancel'), status: 'held_out' } }),
  call('lena', 2, {
    interventions: [helped('other', 'close_assist')],
    isTranscribed: false,
    alert: { ...alert('cancel'), status: 'limited' },
  }),
  // Over midnight: its rep's day is that of the answer, and it reaches into the next hour.
  call('jo', 11, { endedAt: '2026-11-04T00:10:00.000Z', alert: alert('cancel') }),
];

describe('numbers of words, alerts, debriefs and refusals', () => {
  let stage: AuditStage;
  let pool: pg.Pool;
  const say = (callId: string, speaker: string, seconds: number) =>
    pool.query(
      `insert into "TranscriptLine" ("callId", "lineId", "orgId", "transcriptionId", "sequence",
         "speaker", "text", "startedAt", "endedAt")
       values ($1, $1 || $2, $3, $1, 1, $2, 'words', '2026-11-03T12:01:00Z',
         '2026-11-03T12:01:00Z'::timestamptz + $4 * interval '1 second')`,
      [callId, speaker, ORG, seconds],
    );
  const refuse = (callId: string, code: string, at: string, over: Partial<SampleRefusal> = {}) =>
    insertRefusals(stage.owner, ORG, [{ callId, code, at, ...over }]);
  const count = () => createCallDays(stage.owner).countDue(100);

  before(async () => {
    stage = await startAuditStage();
    pool = new pg.Pool({ connectionString: stage.applicationUrl, max: 4 });
    pool.on('error', () => undefined);
    await insertEndedCalls(stage.owner, CALLS);
    await say('ravi-0', 'rep', 40);
    await say('ravi-0', 'customer', 60);
    await say('ravi-1', 'rep', 30);
    await say('lena-0', 'customer', 0);
    await refuse('ravi-0', 'out_of_scope', '2026-11-03T12:02:00Z');
    await refuse('ravi-1', 'out_of_scope', '2026-11-03T13:02:00Z', { times: 12 });
    await refuse('ravi-1', 'out_of_scope', '2026-11-03T13:03:00Z', { action: 'FlagMoment' });
    await refuse('ravi-1', 'covert_rule_ended', '2026-11-03T13:02:30Z');
    await refuse('ravi-1', 'recording_not_found', '2026-11-09T13:02:00Z');
    await count();
  });
  after(async () => {
    await pool?.end();
    await stage?.stop();
  });

  describe('the rep’s share of the talk', () => {
    const measured = async () =>
      (await createWorthTotals(pool).results(QUESTION, 'all'))
        .filter(({ talked }) => talked > 0)
        .map(({ repUserId, mode, talked, repTalk, repTalkSquares }) =>
          [repUserId, mode, talked, repTalk, repTalkSquares].join(' '),
        );

    it('is of calls on which somebody was heard to speak', async () => {
      assert.deepEqual((await measured()).sort(), [
        'ravi  1 10000 100000000',
        'ravi barge 1 4000 16000000',
      ]);
    });

    it('stays when the words are removed, and the days are counted again', async () => {
      const before = await measured();
      await stage.owner.query('delete from "TranscriptLine"');
      await createCallDays(stage.owner).makeAllDue(ORG);
      await count();
      assert.deepEqual(await measured(), before);
    });
  });

  it('have alerts by rule, with marks, and the hours of managers whose reps could raise them', async () => {
    const { counts, managerHours } = await createAlertTotals(pool).counted(QUESTION, 'all');
    assert.deepEqual(
      counts
        .toSorted((a, b) => a.ruleName.localeCompare(b.ruleName))
        .map(({ ruleName, label, shown, useful, notUseful }) =>
          [ruleName, label, shown, useful, notUseful].join(' '),
        ),
      ['cancel Rule cancel 3 1 1', 'leave Rule leave 1 0 0'],
    );
    // Maya's reps at 12, 13, 14, 23 and 0 o'clock, Tomás's at 12.
    assert.equal(managerHours, 6);
  });

  it('have the same alerts in the rows of days, by what became of them', async () => {
    const { counts } = await createAlertTotals(pool).counted(QUESTION, 'all');
    const days = await createCallDays(pool).days(QUESTION, 'all', { limit: 100 });
    const counted = (read: (one: (typeof counts)[number]) => number) =>
      counts.reduce((sum, one) => sum + read(one), 0);
    const ofDays = (read: (one: (typeof days)[number]) => number) =>
      days.reduce((sum, one) => sum + read(one), 0);
    assert.deepEqual(
      [
        ofDays((one) => one.alertsRaised),
        ofDays((one) => one.alertsShown),
        ofDays((one) => one.alertsHeldOut),
        ofDays((one) => one.alertsLimited),
        ofDays((one) => one.alertsUseful),
        ofDays((one) => one.alertsNotUseful),
      ],
      [
        counted((one) => one.shown + one.heldOut + one.limited),
        counted((one) => one.shown),
        counted((one) => one.heldOut),
        counted((one) => one.limited),
        counted((one) => one.useful),
        counted((one) => one.notUseful),
      ],
    );
    assert.ok(
      days.some(({ alertsHeldOut }) => alertsHeldOut === 1),
      'one was held out',
    );
    assert.ok(
      days.some(({ alertsLimited }) => alertsLimited === 1),
      'one was one too many',
    );
  });

  it('are of the reps that are asked for alone', async () => {
    const lena = await createAlertTotals(pool).counted(QUESTION, ['lena']);
    assert.deepEqual(
      [
        lena.counts.map(({ shown, heldOut, limited }) => [shown, heldOut, limited]),
        lena.managerHours,
      ],
      [[[0, 1, 1]], 1],
    );
    assert.deepEqual(await createTrustTotals(pool).refusals(QUESTION, ['lena']), []);
    assert.deepEqual(await createCoachingTotals(pool).calibrated(QUESTION, ['lena']), []);
    const outbound = { ...QUESTION, direction: 'outbound' } as const;
    assert.deepEqual((await createAlertTotals(pool).counted(outbound, 'all')).counts, []);
  });

  it('have whether the reason of a debrief came back within the next calls', async () => {
    const within = async (calls: number) =>
      (await createCoachingTotals(pool).recurrences(QUESTION, 'all', calls)).sort((a, b) =>
        a.reasonCode.localeCompare(b.reasonCode),
      );
    const none = { complete: 1, again: 0, watching: 0 };
    assert.deepEqual(await within(1), [
      { reasonCode: 'close_assist', ...none },
      { reasonCode: 'large_deal', ...none },
    ]);
    assert.deepEqual(await within(2), [
      { reasonCode: 'close_assist', ...none, again: 1 },
      { reasonCode: 'large_deal', ...none },
    ]);
    assert.deepEqual((await within(3))[0], {
      reasonCode: 'close_assist',
      complete: 0,
      again: 0,
      watching: 1,
    });
  });

  it('have the debriefs that were due, and done by their day, once they are done or overdue', async () => {
    const totals = createCoachingTotals(pool);
    const later = '2026-11-30T00:00:00.000Z';
    assert.deepEqual(await totals.onTime(QUESTION, 'all', later), { due: 2, onTime: 2 });
    assert.deepEqual(await totals.onTime(QUESTION, ['lena'], later), { due: 1, onTime: 1 });
    await insertEndedCalls(stage.owner, [
      call('jo', 0, { interventions: [planned('late', '2026-11-04', '2026-11-05T08:00:00.000Z')] }),
      call('jo', 1, { interventions: [planned('not-held', '2026-11-05')] }),
      // Done on its last day where the rep is, though that is the next one in UTC.
      call('jo', 2, {
        repTimeZone: 'America/Los_Angeles',
        interventions: [planned('abroad', '2026-11-05', '2026-11-06T05:00:00.000Z')],
      }),
    ]);
    assert.deepEqual(await totals.onTime(QUESTION, ['jo'], '2026-11-05T23:00:00.000Z'), {
      due: 2,
      onTime: 1,
    });
    assert.deepEqual(await totals.onTime(QUESTION, ['jo'], later), { due: 3, onTime: 1 });
    const none = { ...QUESTION, from: '2026-11-06' };
    assert.deepEqual(await totals.onTime(none, 'all', later), { due: 0, onTime: 0 });
  });

  it('leave out debriefs that one of the two closed alone', async () => {
    const totals = createCoachingTotals(pool);
    const closedAlone = { closedAlone: { by: 'supervisor', reason: 'Left.' } };
    await stage.owner.query(
      `update "Debrief" set "progress" = "progress" || $1 where "interventionId" = 'd-once'`,
      [JSON.stringify(closedAlone)],
    );
    const now = '2026-11-30T00:00:00.000Z';
    assert.deepEqual(await totals.onTime(QUESTION, ['lena'], now), { due: 0, onTime: 0 });
    assert.equal((await totals.ratings(QUESTION, ['lena'], now)).held, 0);
  });

  it('have the scores of calls that at least two people scored', async () => {
    assert.deepEqual(await createCoachingTotals(pool).calibrated(QUESTION, 'all'), [
      { day: '2026-11-05', scores: 2, lowest: 70, highest: 90 },
    ]);
    const before = { ...QUESTION, to: '2026-11-04' };
    assert.deepEqual(await createCoachingTotals(pool).calibrated(before, 'all'), []);
  });

  it('have refusals until the end of their calls, by code, and none that says that somebody is covert', async () => {
    assert.deepEqual(await createTrustTotals(pool).refusals(QUESTION, 'all'), [
      { code: 'out_of_scope', refusals: 14 },
    ]);
  });

  it('have the refusals of a day in its totals for the CRM, and joins among them', async () => {
    const refused = (await createDayTotals(pool).counted(ORG, QUESTION.from, QUESTION.to)).filter(
      (one) => one.refused > 0,
    );
    assert.deepEqual(
      refused.map(({ day, repUserId, direction, refusalCode, ...counts }) =>
        [day, repUserId, direction, refusalCode, counts.refused, counts.joinsRefused].join(' '),
      ),
      ['2026-11-03 ravi inbound out_of_scope 14 13'],
    );
    assert.equal(refused[0]!.answered, 0, 'calls are counted once');
  });

  it('have faults of the org, and audio checks, in the days that are asked for', async () => {
    await stage.owner.query(
      `insert into "Incident" ("incidentId", "orgId", "kind", "message", "raisedAt")
       values ('a', $1, 'chain_broken', '', '2026-11-05'), ('b', $1, 'stranger_leg', '', '2026-11-30 23:59Z'),
         ('c', $1, 'chain_broken', '', '2026-10-05'), ('d', 'other', 'chain_broken', '', '2026-11-05')`,
      [ORG],
    );
    await stage.owner.query(
      `insert into "AudioCheckRun" ("runId", "startedAt", "progress", "status")
       values ('1', '2026-11-05', 1, 'passed'), ('2', '2026-11-06', 1, 'failed'),
         ('3', '2026-11-07', 1, 'not_run'), ('4', '2026-10-07', 1, 'passed')`,
    );
    assert.deepEqual(await createTrustTotals(pool).ofOrg(QUESTION), {
      auditFaults: 1,
      differences: 1,
      audioChecks: { passed: 1, failed: 1 },
    });
  });

  it('have how long people had been there by the end of the period', async () => {
    await insertEndedCalls(stage.owner, [
      call('ravi', -24 * 70, { callId: 'ravi-first' }),
      call('lena', -24 * 40, { callId: 'lena-first', interventions: [helped('first', 'x')] }),
    ]);
    await count();
    const { reps, supervisors } = await createCallDays(pool).tenures(QUESTION, 'all');
    assert.deepEqual(
      reps.map(({ userId, weeks, isAtLeast }) => [userId, weeks, isAtLeast]),
      [
        ['jo', 0, false],
        ['lena', 6, false],
        ['ravi', 10, true],
      ],
    );
    assert.deepEqual(supervisors, [{ userId: 'maya', weeks: 5, isAtLeast: true }]);
    assert.deepEqual(
      (await createCallDays(pool).tenures({ ...QUESTION, to: '2026-11-01' }, 'all')).reps,
      [],
    );
  });

  it('have a mark that is given after the call in the totals of the call’s day', async () => {
    const totals = createDayTotals(pool);
    const counted = async () =>
      (await totals.counted(ORG, QUESTION.from, QUESTION.to))
        .filter(({ alertsShown }) => alertsShown > 0)
        .map(({ day, repUserId, alertsShown, alertsUseful, alertsNotUseful }) =>
          [day, repUserId, alertsShown, alertsUseful, alertsNotUseful].join(' '),
        )
        .sort();
    assert.deepEqual(await counted(), ['2026-11-03 jo 1 0 0', '2026-11-03 ravi 3 1 1']);
    const at = '2026-11-05T10:00:00.000Z';
    await createCallAlerts(pool).mark('sample-jo-11', { mark: 'useful', by: 'maya', at });
    assert.equal(await createCallDays(pool).due(ORG), 1);
    await count();
    assert.deepEqual(await counted(), ['2026-11-03 jo 1 1 0', '2026-11-03 ravi 3 1 1']);
    const byCalls = await totals.ofCalls(ORG, '2026-11-03');
    assert.deepEqual(
      byCalls.toSorted((a, b) => a.repUserId.localeCompare(b.repUserId)),
      await totals.counted(ORG, '2026-11-03', '2026-11-03'),
    );
  });

  it('stay what they are when alerts are removed after their time and everything is counted again', async () => {
    const totals = createDayTotals(pool);
    const numbers = async () => ({
      totals: await totals.counted(ORG, QUESTION.from, QUESTION.to),
      byCalls: (await totals.ofCalls(ORG, '2026-11-03')).toSorted((a, b) =>
        a.repUserId.localeCompare(b.repUserId),
      ),
      alerts: await createAlertTotals(pool).counted(QUESTION, 'all'),
    });
    const before = await numbers();
    assert.ok(before.alerts.counts.length > 1);
    await totals.wrote(ORG, before.totals);
    // Some of a call's alerts go before others of the same rule.
    assert.equal(await createRetention(stage.store.pool).remove('alerts', '2027-01-01', 2), 2);
    assert.ok((await createRetention(stage.store.pool).remove('alerts', '2027-01-01', 100)) > 1);
    await createCallDays(pool).makeAllDue(ORG);
    await count();
    assert.deepEqual(await numbers(), before);
    assert.deepEqual(await totals.unwritten(ORG, ['2026-11-03']), [], 'Salesforce keeps them too');
  });
});
