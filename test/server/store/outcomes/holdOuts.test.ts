import assert from 'node:assert/strict';
import pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import { shownOrHeldOut } from '../../../../server/commands/outcomes/holdOut.ts';
import type { Arm, HoldOutPolicy, Suggestion } from '../../../../server/domain/holdout/assign.ts';
import { WAYS, type BehindQuestion } from '../../../../server/domain/outcomes/behind.ts';
import type { OutcomesQuestion } from '../../../../server/domain/outcomes/totals.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createCallsBehind } from '../../../../server/store/outcomes/callsBehind.ts';
import { createHoldOutAssignments } from '../../../../server/store/outcomes/holdOuts.ts';
import { createProficiencyTotals } from '../../../../server/store/outcomes/proficiency.ts';
import { createWorthTotals } from '../../../../server/store/outcomes/worth.ts';
import { startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { quietLog } from '../../../support/quietLog.ts';

const ORG = '00DHOLDOUT';
const AT = '2026-11-02T15:00:00.000Z';
const QUESTION = { orgId: ORG, from: '2026-10-01', to: '2026-11-30' };

describe('what is held out', () => {
  let stage: AuditStage;
  let pool: pg.Pool;
  let policy: HoldOutPolicy | Error = { percent: 20 };
  const suggestion = (place: number, over: Partial<Suggestion> = {}): Suggestion => ({
    orgId: ORG,
    callId: `call-${over.repUserId ?? 'ravi'}-${place}`,
    repUserId: 'ravi',
    topic: 'deal',
    askedBy: 'machine',
    ...over,
  });
  const drawn = (one: Suggestion): Promise<Arm> =>
    shownOrHeldOut(
      {
        holdOuts: createHoldOutAssignments(pool),
        holdOutPolicies: {
          of: () => (policy instanceof Error ? Promise.reject(policy) : Promise.resolve(policy)),
        },
        clock: { now: () => AT },
        log: quietLog,
      },
      one,
    );
  const stored = async (): Promise<number> => {
    const { rows } = await pool.query('select count(*)::int as n from "HoldOutAssignment"');
    return rows[0].n;
  };

  before(async () => {
    stage = await startAuditStage();
    // As the server connects.
    pool = new pg.Pool({ connectionString: stage.applicationUrl, max: 8 });
    pool.on('error', () => undefined);
  });
  after(async () => {
    await pool?.end();
    await stage?.stop();
  });

  it('is the share of each rep’s calls, also when many are drawn at once', async () => {
    const arms = await Promise.all(
      Array.from({ length: 40 }, (_, place) => drawn(suggestion(place))),
    );
    assert.equal(arms.filter((arm) => arm === 'held_out').length, 8);
    assert.equal(await stored(), 40);
  });

  it('stays what it was when it is asked again, whatever the policy is by then', async () => {
    const before = await Promise.all([0, 1, 2, 3, 4].map((place) => drawn(suggestion(place))));
    policy = { percent: 50 };
    assert.deepEqual(
      await Promise.all([0, 1, 2, 3, 4].map((place) => drawn(suggestion(place)))),
      before,
    );
    policy = { percent: 20 };
    assert.equal(await stored(), 40);
  });

  it('is nothing that protects or was asked for, and that leaves no row', async () => {
    for (const over of [{ topic: 'safety' }, { askedBy: 'rep' }, { askedBy: 'customer' }] as const)
      assert.equal(await drawn(suggestion(900, over)), 'shown');
    assert.equal(await stored(), 40);
  });

  it('is nothing where the share is not known', async () => {
    policy = new Error('Salesforce is away');
    assert.equal(await drawn(suggestion(901)), 'shown');
    policy = { percent: 20 };
    assert.equal(await stored(), 40);
  });

  it('can be changed by nobody, not even by the owner of the tables', async () => {
    for (const change of [
      `update "HoldOutAssignment" set "arm" = 'shown'`,
      `delete from "HoldOutAssignment"`,
      `truncate "HoldOutAssignment"`,
      `update "HoldOutSeed" set "seed" = 'known'`,
    ]) {
      await assert.rejects(stage.owner.query(change), /append-only/, change);
      await assert.rejects(pool.query(change), /append-only|permission denied/, change);
    }
  });

  describe('and counted by day', () => {
    const call = (place: number, over: Partial<EndedCall> = {}): EndedCall => ({
      callId: `counted-${place}`,
      orgId: ORG,
      repUserId: 'lena',
      repName: 'Lena',
      repTimeZone: 'UTC',
      direction: 'outbound',
      answeredAt: AT,
      endedAt: '2026-11-02T15:05:00.000Z',
      askedForHelp: false,
      interventions: [],
      ...over,
    });

    before(async () => {
      await insertEndedCalls(stage.owner, [
        call(0, {
          disposition: 'advanced',
          saidAfterSeconds: 40,
          heldSeconds: 12,
          rating: { score: 5, isGood: true },
          drawn: { arm: 'shown', percent: 20, position: 0 },
          askedForHelp: true,
          interventions: [
            {
              interventionId: 'i-0',
              supervisorUserId: 'maya',
              supervisorName: 'Maya',
              modes: ['monitor', 'whisper', 'barge'],
              reasonCode: 'close_assist',
              outcomeCode: 'saved',
            },
          ],
        }),
        call(1, {
          disposition: 'not_interested',
          saidAfterSeconds: 16 * 60,
          drawn: { arm: 'held_out', percent: 20, position: 1 },
        }),
        call(2, {
          rating: { score: 2, isGood: false },
          drawn: { arm: 'shown', percent: 20, position: 2 },
        }),
        call(3, {
          disposition: 'left_voicemail',
          drawn: { arm: 'shown', percent: 10, position: 0 },
          answeredAt: '2026-10-05T10:00:00.000Z',
          endedAt: '2026-10-05T10:01:00.000Z',
        }),
        call(4, {
          disposition: 'stayed',
          rating: { score: 1, isGood: false },
          answeredAt: '2026-10-20T10:00:00.000Z',
          endedAt: '2026-10-20T10:01:00.000Z',
          deal: { opportunityId: '006A', amount: 10, currency: 'EUR' },
        }),
      ]);
      await createCallDays(stage.owner).countDue(100);
    });

    it('has the arms of the newest share, with the rep’s past of before', async () => {
      assert.deepEqual(await createWorthTotals(pool).holdOut(QUESTION, ['lena']), {
        percent: 20,
        since: '2026-11-02',
        leftOut: 1,
        reps: [
          {
            repUserId: 'lena',
            shown: { drawn: 2, n: 1, events: 1 },
            heldOut: { drawn: 1, n: 1, events: 0 },
            past: 1,
          },
        ],
        ratings: [
          {
            repUserId: 'lena',
            shown: { drawn: 2, n: 2, events: 1 },
            heldOut: { drawn: 1, n: 0, events: 0 },
            past: 0,
          },
        ],
      });
    });

    it('has all since the first of the share, wherever the period of the page begins', async () => {
      const totals = createWorthTotals(pool);
      const whole = await totals.holdOut(QUESTION, ['lena']);
      for (const from of ['2026-11-03', '2026-11-30'])
        assert.deepEqual(await totals.holdOut({ ...QUESTION, from }, ['lena']), whole, from);
      const before = await totals.holdOut({ ...QUESTION, to: '2026-11-01' }, ['lena']);
      assert.deepEqual([before?.percent, before?.since, before?.leftOut], [10, '2026-10-05', 0]);
    });

    it('is nothing of reps who are not asked for', async () => {
      const totals = createWorthTotals(pool);
      assert.equal(await totals.holdOut(QUESTION, ['somebody']), undefined);
      assert.deepEqual(await totals.results(QUESTION, ['somebody']), []);
      assert.equal((await totals.supervision(QUESTION, [])).interventions, 0);
      assert.equal(await totals.holdOut({ ...QUESTION, orgId: '00DOTHER' }, 'all'), undefined);
    });

    it('has how calls went by what is known of them', async () => {
      const rows = await createWorthTotals(pool).results(QUESTION, 'all');
      assert.deepEqual(
        rows.find(({ mode }) => mode === 'barge'),
        {
          repUserId: 'lena',
          mode: 'barge',
          direction: 'outbound',
          isOnDeal: false,
          askedForHelp: true,
          calls: 1,
          known: 1,
          wentWell: 1,
          rated: 1,
          satisfied: 1,
          ratedByKey: 0,
          calledBack: 0,
          talkSeconds: 300,
          holdSeconds: 12,
          afterCalls: 1,
          afterCallSeconds: 40,
          talked: 0,
          repTalk: 0,
          repTalkSquares: 0,
        },
      );
      const nobody = rows.filter(({ mode }) => mode === undefined);
      assert.equal(
        nobody.reduce((sum, { afterCallSeconds }) => sum + afterCallSeconds, 0),
        0,
        'who says it later than in 15 minutes did something else meanwhile',
      );
      assert.equal(rows.filter(({ isOnDeal }) => isOnDeal)[0]?.wentWell, 1);
      assert.equal(
        rows.reduce((sum, { calls }) => sum + calls, 0),
        5,
      );
    });

    it('has what calls were about and how many were saved, by who joined', async () => {
      const totals = createWorthTotals(pool);
      const retention = { issue: 'retention', calls: 1, saved: 1 };
      assert.deepEqual(await totals.issues(QUESTION, 'all'), [
        { calls: 1, saved: 0 },
        { issue: 'declined', calls: 1, saved: 0 },
        { issue: 'not_reached', calls: 1, saved: 0 },
        { issue: 'progress', mode: 'barge', calls: 1, saved: 0 },
        retention,
      ]);
      assert.deepEqual(
        await totals.issues({ ...QUESTION, from: '2026-10-20', to: '2026-10-20' }, 'all'),
        [retention],
      );
      assert.deepEqual(await totals.issues({ ...QUESTION, direction: 'inbound' }, 'all'), []);
      assert.deepEqual(await totals.issues(QUESTION, ['somebody']), []);
    });

    it('has the ladder, notices and how long help took', async () => {
      assert.deepEqual(await createWorthTotals(pool).supervision(QUESTION, 'all'), {
        interventions: 1,
        seconds: 300,
        barged: 1,
        whisperFirst: 1,
        whisperSkipped: 0,
        handedBack: 0,
        noticesDue: 3,
        noticesGiven: 3,
        acknowledged: 1,
        helpAsked: 1,
        helpAnswered: 1,
        helpMedianSeconds: 35,
        helpNineOfTenSeconds: 35,
      });
    });

    it('leads from the ladder, notices, help and what is known to the calls', async () => {
      const behind = async (more: Partial<BehindQuestion>) =>
        (
          await createCallsBehind(pool).page(
            { ...QUESTION, ...more },
            { reps: 'all', reader: { userId: 'somebody', knowsCovert: false }, size: 10 },
          )
        ).map(({ callId }) => callId);
      const found = Object.fromEntries(
        await Promise.all(WAYS.map(async (way) => [way, await behind({ way })] as const)),
      );
      assert.deepEqual(found, {
        whisper_first: ['counted-0'],
        whisper_skipped: [],
        handed_back: [],
        noticed: ['counted-0'],
        notice_missing: [],
        acknowledged: ['counted-0'],
        help_answered: ['counted-0'],
      });
      assert.deepEqual(await behind({ mode: 'nobody', isKnown: true }), ['counted-1', 'counted-4']);
      assert.deepEqual(await behind({ dispositions: ['stayed', 'advanced'] }), [
        'counted-0',
        'counted-4',
      ]);
      assert.deepEqual(await behind({ dispositions: [''] }), ['counted-2']);
    });

    it('leads from notices that are missing to their calls', async () => {
      const missing = () =>
        createCallsBehind(pool).page(
          { ...QUESTION, way: 'notice_missing' },
          { reps: 'all', reader: { userId: 'somebody', knowsCovert: false }, size: 10 },
        );
      const given = (sign: '+' | '-', from: string, to: string) =>
        pool.query(`with one as (select "noticeId" from "Notice" where "interventionId" ${from} limit 1),
          counted as (update "SupervisionDay" set "noticesGiven" = "noticesGiven" ${sign} 1
            where "noticesDue" = 3)
          update "Notice" set "interventionId" = ${to} where "noticeId" in (select * from one)`);
      const own = `(select "interventionId" from "Intervention" where "callId" = 'counted-0')`;
      await given('-', `= ${own}`, `'other'`);
      assert.deepEqual(
        (await missing()).map(({ callId }) => callId),
        ['counted-0'],
      );
      await given('+', `= 'other'`, own);
      assert.deepEqual(await missing(), []);
    });

    it('has each rep’s calls in whole periods of four weeks, which begin on the same days for all', async () => {
      const totals = createWorthTotals(pool);
      const periods = (question: OutcomesQuestion = QUESTION) =>
        totals.periods(question, 'barge', 'all');
      const october = { repUserId: 'lena', from: '2026-10-05' };
      const november = {
        repUserId: 'lena',
        from: '2026-11-02',
        startedIn: '2026-11-02',
        known: 2,
        wentWell: 1,
        rated: 2,
        satisfied: 1,
      };
      assert.deepEqual(await periods(), [
        { ...october, startedIn: '2026-11-02', known: 1, wentWell: 1, rated: 1, satisfied: 0 },
        november,
      ]);
      assert.deepEqual(await periods({ ...QUESTION, from: '2026-10-06' }), [november]);
      assert.deepEqual(await periods({ ...QUESTION, to: '2026-10-31' }), []);
      await pool.query(
        `insert into "CallResultPeriod" ("orgId", "from", "repUserId", "direction", "queueIds",
           "mode", "isOnDeal", "askedForHelp", "calls", "known", "wentWell")
         values ($1, '2024-01-01', 'lena', 'inbound', '', 'barge', false, false, 1, 0, 0)`,
        [ORG],
      );
      const outbound = await periods({ ...QUESTION, from: '2026-10-06', direction: 'outbound' });
      assert.deepEqual(outbound, [{ ...november, startedIn: '2024-01-01' }]);
      await pool.query(`delete from "CallResultPeriod" where "from" = '2024-01-01'`);
    });

    it('has each rep’s four weeks since the first call, as long as they are over (D15)', async () => {
      const { periods } = createProficiencyTotals(pool);
      const since = { repUserId: 'lena', began: '2026-10-05', isNew: false, isSupported: false };
      const first = { ...since, place: 0, known: 1, wentWell: 1 };
      assert.deepEqual(await periods(ORG, '2026-11-28', 'all'), [first]);
      assert.deepEqual(await periods(ORG, '2026-11-29', ['lena']), [
        first,
        { ...since, place: 1, known: 2, wentWell: 1 },
      ]);
      assert.deepEqual(await periods(ORG, '2026-11-29', ['ravi']), []);
    });

    it('is the same whether it is read from days or from their sums', async () => {
      const totals = createWorthTotals(pool);
      for (const [from, to] of [
        ['2026-10-01', '2026-11-30'],
        ['2026-10-05', '2026-11-29'],
        ['2026-10-06', '2026-11-20'],
        ['2026-10-20', '2026-10-20'],
      ] as const) {
        const rows = await totals.results({ ...QUESTION, from, to }, 'all');
        const { rows: days } = await pool.query<{ calls: number; known: number; well: number }>(
          `select sum("calls")::int as calls, sum("known")::int as known,
             sum("wentWell")::int as well
           from "CallResultDay" where "orgId" = $1 and "day" between $2 and $3`,
          [ORG, from, to],
        );
        const sum = (of: 'calls' | 'known' | 'wentWell') =>
          rows.reduce((all, row) => all + row[of], 0);
        assert.deepEqual(
          { calls: sum('calls'), known: sum('known'), well: sum('wentWell') },
          days[0],
          `${from} to ${to}`,
        );
      }
    });
  });
});
