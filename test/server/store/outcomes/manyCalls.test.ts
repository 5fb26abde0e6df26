import assert from 'node:assert/strict';
import pg from 'pg';
import { insertSample } from '../../../../local/machine/sample/insertSample.ts';
import { sampleCalls } from '../../../../local/machine/sample/sampleCalls.ts';
import { sampleCoaching } from '../../../../local/machine/sample/sampleCoaching.ts';
import type { BehindQuestion, CallBehind } from '../../../../server/domain/outcomes/behind.ts';
import type { DayTotals } from '../../../../server/domain/outcomes/dayTotals.ts';
import { DAY_KEY, type DayRow } from '../../../../server/domain/outcomes/totals.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createCallsBehind } from '../../../../server/store/outcomes/callsBehind.ts';
import { createCoachingTotals } from '../../../../server/store/outcomes/coachingTotals.ts';
import { createDayTotals } from '../../../../server/store/outcomes/dayTotals.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const ORG = '00DMANY';
const UNTIL = '2026-11-30T00:00:00.000Z';
const QUESTION = { orgId: ORG, from: '2026-09-01', to: '2026-11-30' };
const people = (name: string, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    userId: `${name}-${place}`,
    name: `${name} ${place}`,
    timeZone: ['America/New_York', 'Europe/Berlin'][place % 2]!,
    queueIds: [['00G1'], ['00G1', '00G2'], []][place % 3]!,
  }));

describe('answers about many calls', function () {
  this.timeout(300_000);
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 1 });
    const reps = people('rep', 20);
    const supervisors = people('supervisor', 3);
    const days = sampleCalls({
      orgId: ORG,
      reps,
      supervisors,
      calls: 8_000,
      days: 90,
      until: UNTIL,
      seed: 1,
    });
    const { days: coached } = sampleCoaching([...days], {
      reps: reps.map(({ userId }) => userId),
      supervisors,
      until: UNTIL,
      seed: 1,
    });
    await insertSample(database.databaseUrl, coached);
    await createCallDays(pool).countDue(1_000);
    await pool.query('vacuum analyze');
    await pool.query(`set track_functions = 'pl'`);
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  /** The plans of all statements that are asked meanwhile, as text. */
  async function plansOf(
    ask: (asking: Pick<pg.Pool, 'query'>) => Promise<unknown>,
  ): Promise<string> {
    const plans: string[] = [];
    const explaining = {
      async query(text: string, values: unknown[]) {
        const { rows } = await pool.query<Record<string, string>>(`explain ${text}`, values);
        plans.push(...rows.map((row) => row['QUERY PLAN']!));
        return pool.query(text, values);
      },
    };
    await ask(explaining as unknown as Pick<pg.Pool, 'query'>);
    return plans.join('\n');
  }

  /** How often a function of the database was called meanwhile. */
  async function callsOf(name: string, act: () => Promise<unknown>): Promise<number> {
    const calls = async (): Promise<number> => {
      await pool.query('select pg_stat_force_next_flush()');
      const { rows } = await pool.query<{ calls: number }>(
        `select coalesce(sum("calls"), 0)::int as "calls" from pg_stat_user_functions
         where funcname = $1`,
        [name],
      );
      return rows[0]!.calls;
    };
    const before = await calls();
    await act();
    return (await calls()) - before;
  }

  it('find the calls after a debrief, and their reasons, in indexes alone', async () => {
    const plan = await plansOf((asking) =>
      createCoachingTotals(asking).recurrences(QUESTION, 'all', 10),
    );
    assert.match(plan, /Index Only Scan using "Call_answered_by_rep_idx"/);
    assert.match(plan, /Index Only Scan using "Intervention_reason_of_call_idx"/);
  });

  it('work out the time zone of each rep once for debriefs that were due', async () => {
    const { onTime } = createCoachingTotals(pool);
    const now = '2026-11-30T12:00:00.000Z';
    assert.ok((await onTime(QUESTION, 'all', now)).due > 50);
    const zones = 2;
    assert.equal(await callsOf('dealside_zone', () => onTime(QUESTION, 'all', now)), zones);
  });

  it('look up debriefs that were due in a week by their day', async () => {
    const plan = await plansOf((asking) =>
      createCoachingTotals(asking).onTime(
        { ...QUESTION, from: '2026-11-02', to: '2026-11-08' },
        'all',
        '2026-11-30T12:00:00.000Z',
      ),
    );
    assert.match(plan, /"Intervention_coaching_due_idx"/);
  });

  it('have rows of each day by queue and issue, which are the totals for Salesforce', async () => {
    const rows: DayRow[] = [];
    for (;;) {
      const page = await createCallDays(pool).days(QUESTION, 'all', {
        limit: 333,
        after: rows.at(-1),
      });
      rows.push(...page);
      if (page.length < 333) break;
    }
    const counts = ['answered', 'saved', 'callBacks', 'barge', 'refused', 'joinsRefused'] as const;
    const summed = (those: readonly (DayRow | DayTotals)[]) =>
      [...Map.groupBy(those, (one) => DAY_KEY.map((part) => one[part]).join(' '))]
        .map(([key, same]) =>
          [
            key,
            ...counts.map((count) => same.reduce((sum, one) => sum + Number(one[count]), 0)),
          ].join(' '),
        )
        .toSorted();
    const totals = await createDayTotals(pool).counted(ORG, QUESTION.from, QUESTION.to);
    assert.deepEqual(summed(rows), summed(totals));
    assert.equal(summed(rows).length, rows.length, 'each once');
    for (const part of ['queueIds', 'issue', 'saved'] as const)
      assert.ok(new Set(rows.map((row) => row[part])).size > 2, part);
  });

  describe('the calls behind a number of few of them', () => {
    const READER = { userId: 'admin', knowsCovert: true };
    const FEW: Readonly<Record<string, Partial<BehindQuestion>>> = {
      takeovers: { mode: 'takeover' },
      'barges of a supervisor for a reason': {
        supervisorUserId: 'supervisor-1',
        reasonCode: 'large_deal',
      },
      'whispers without a reason': { mode: 'whisper', ofInterventions: true, withoutReason: true },
      'saved by a barge': { mode: 'barge', ofInterventions: true, outcomeCodes: ['saved'] },
      'barges whose customer was not satisfied': { mode: 'barge', rating: 'poor' },
      'held out and on a deal': { arm: 'held_out', isOnDeal: true },
      'answered requests for help': { way: 'help_answered' },
      'barges without a whisper': { way: 'whisper_skipped' },
      'customers who stayed after a barge': { mode: 'barge', dispositions: ['stayed'] },
      'requests for help that went a known way': { askedForHelp: true, isKnown: true },
    };
    /** All pages, of so many calls each. */
    async function pagesOf(more: Partial<BehindQuestion>, size: number): Promise<string[]> {
      const found: CallBehind[] = [];
      for (;;) {
        const last = found.at(-1);
        const rows = await createCallsBehind(pool).page(
          { ...QUESTION, ...more },
          {
            reps: 'all',
            reader: READER,
            size,
            ...(last && { after: { answeredAt: last.answeredAt, callId: last.callId } }),
          },
        );
        found.push(...rows);
        if (rows.length < size) return found.map(({ callId }) => callId);
      }
    }

    for (const [name, more] of Object.entries(FEW))
      it(`are the same on small pages as when every call is looked at: ${name}`, async () => {
        const inPages = await pagesOf(more, 7);
        const { rows } = await pool.query<{ callId: string }>(
          `select "callId" from "Call" where "callId" = any($1)
           order by "answeredAt" desc, "callId" desc`,
          [inPages],
        );
        assert.deepEqual(
          inPages,
          rows.map(({ callId }) => callId),
          'each once, the one answered last first',
        );
        await pool.query(
          `insert into "CallDayDue" ("orgId", "day") select distinct "orgId", "day" from "CallDay"`,
        );
        try {
          assert.deepEqual(await pagesOf(more, 10_000), inPages);
        } finally {
          await pool.query(`truncate "CallDayDue"`);
        }
        assert.ok(inPages.length > 0, 'the sample has such calls');
      });

    it('are as many as the interventions of the total say', async () => {
      const { rows } = await pool.query<{ calls: number }>(
        `select sum("calls")::int as calls from "CallResultDay"
         where "mode" = 'barge' and "day" between $1 and $2`,
        [QUESTION.from, QUESTION.to],
      );
      assert.equal((await pagesOf({ mode: 'barge' }, 50)).length, rows[0]!.calls);
    });

    it('are found without looking at many others', async () => {
      const looked = await callsOf('dealside_zone', () =>
        pagesOf({ supervisorUserId: 'supervisor-1', reasonCode: 'large_deal' }, 50),
      );
      const { rows } = await pool.query<{ calls: number }>(
        `select count(*)::int as calls from "Call"`,
      );
      assert.ok(looked < rows[0]!.calls / 20, `${looked} of ${rows[0]!.calls} calls looked at`);
    });

    it('have a call of a day that is still to be counted', async () => {
      const [callId] = await pagesOf({ mode: 'nobody' }, 10_000);
      const { rows } = await pool.query<{ interventionId: string }>(
        `insert into "Intervention" select (jsonb_populate_record(i, jsonb_build_object(
           'interventionId', 'fresh', 'callId', $1::text, 'supervisorUserId', 'fresh'))).*
         from "Intervention" i where i."status" = 'ended' and i."joinedAt" is not null limit 1
         returning "interventionId"`,
        [callId],
      );
      assert.equal(rows.length, 1);
      try {
        assert.deepEqual(await pagesOf({ supervisorUserId: 'fresh' }, 50), [callId]);
      } finally {
        await pool.query(`delete from "Intervention" where "interventionId" = 'fresh'`);
        await createCallDays(pool).countDue(1_000);
      }
    });
  });

  describe('when all days are counted again', () => {
    const sums = ['CallWeek', 'CallResultPeriod'];
    const stored = async () =>
      Promise.all(
        sums.map(async (table) => {
          const { rows } = await pool.query<{ bytes: string; rows: string }>(
            `select pg_relation_size('"${table}"')::text as bytes,
               md5(string_agg(t::text, '|' order by t::text)) as rows from "${table}" t`,
          );
          return { table, ...rows[0]! };
        }),
      );

    it('leave sums that are the same as they were, and the tables no larger', async () => {
      const before = await stored();
      const callDays = createCallDays(pool);
      await callDays.makeAllDue(ORG);
      await callDays.countDue(1_000);
      assert.deepEqual(await stored(), before);
    });

    it('take out of the sums what is counted no more, and put in what is new', async () => {
      const before = await stored();
      await pool.query(
        `update "CallWeek" set "answered" = "answered" + 1 where "repUserId" = 'rep-1'`,
      );
      await pool.query(
        `update "CallWeek" set "direction" = 'gone' where "repUserId" = 'rep-2' and "direction" = 'inbound'`,
      );
      await pool.query(`delete from "CallResultPeriod" where "repUserId" = 'rep-3'`);
      const callDays = createCallDays(pool);
      await callDays.makeAllDue(ORG);
      await callDays.countDue(1_000);
      assert.deepEqual(
        (await stored()).map(({ table, rows }) => ({ table, rows })),
        before.map(({ table, rows }) => ({ table, rows })),
      );
    });
  });
});
