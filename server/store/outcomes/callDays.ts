import type { Pool, PoolClient } from 'pg';
import { MODES } from '../../domain/call/modes.ts';
import type {
  DayRow,
  InterventionTotals,
  OutcomesQuestion,
  PeriodTotals,
  RepTotals,
} from '../../domain/outcomes/totals.ts';
import { DAY_KEY, PERIOD_DAYS, WEEK_DAYS, wholePeriods } from '../../domain/outcomes/totals.ts';
import type { CallDays, CountedReps } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';
import { ASKED, asked, ASKED_WITH_REASON, askedWithReason, OF_CALLS } from './asked.ts';
import { HANDLE_COUNTS, NOTIFY_CRM } from './countCalls.ts';
import { COUNT_DAY, WAITING_COUNTS } from './countedDay.ts';
import { wasRefused, zonesOf } from './dayCalls.ts';
import { readTenures } from './tenures.ts';

const SUMS = ['answered', ...MODES]
  .map((column) => `sum("${column}")::int as "${column}"`)
  .join(', ');

const COUNTED = `"repUserId", "repName", "answered", "talkSeconds", "helpRequested", "transferred",
  ${MODES.map((mode) => `case when $7::text is null then "${mode}" else 0 end as "${mode}"`).join(', ')}`;

/**
 * The totals of answered calls by their highest mode. If a reason is requested ($7), each mode
 * counts the interventions with that reason instead of the calls. Whole weeks ($8 to $9) are read
 * from the sums of weeks.
 */
const TOTALS = `(
  select "from" as "day", ${COUNTED} from "CallWeek"
  where "orgId" = $1 and "from" between $8::date and $9::date and ${OF_CALLS}
  union all
  select "day", ${COUNTED} from "CallDay" where "orgId" = $1 and ${OF_CALLS}
    and "day" between $2::date and least($3::date, coalesce($8::date - 1, $3::date))
  union all
  select "day", ${COUNTED} from "CallDay" where "orgId" = $1 and ${OF_CALLS}
    and "day" between $9::date + ${WEEK_DAYS} and $3::date
  union all
  select "day", "repUserId", '', 0, 0, 0, 0,
    ${MODES.map((mode) => `case when "mode" = '${mode}' then "interventions" else 0 end`).join(', ')}
  from "InterventionDay" where $7::text is not null and ${ASKED_WITH_REASON}
) as those`;
const askedOfTotals = (question: OutcomesQuestion, reps: CountedReps, inWeeks: boolean) => {
  const whole = inWeeks ? wholePeriods(question, WEEK_DAYS) : undefined;
  return [...askedWithReason(question, reps), whole?.first ?? null, whole?.last ?? null];
};

/** How long changes of a day are collected before they are written to the CRM. */
const COLLECT_MS = 10 * 60_000;

/** @param collectMs how long changes of a day are collected before they are written to the CRM */
export function createCallDays(pool: Pool, collectMs = COLLECT_MS): CallDays {
  return {
    ...dueDays(pool, collectMs),
    ...countedPeople(pool),
    ...countedCalls(pool),
  };
}

/** The days whose totals must be counted again. */
function dueDays(pool: Pool, collectMs: number): Pick<CallDays, 'countDue' | 'makeAllDue' | 'due'> {
  /** The day that has been due the longest, among those with a larger `dueId`. */
  async function nextDue(after: string): Promise<DueDay | undefined> {
    const { rows } = await pool.query<DueDay>(
      `select "dueId"::text as "dueId", "orgId", "day"::text as "day" from "CallDayDue"
       where "dueId" > $1 order by "CallDayDue"."dueId" limit 1`,
      [after],
    );
    return rows[0];
  }

  return {
    async countDue(limit) {
      let counted = 0;
      let after = '0';
      let fault: { readonly thrown: unknown } | undefined;
      while (counted < limit) {
        const due = await nextDue(after);
        if (!due) break;
        after = due.dueId;
        try {
          await inTransaction(pool, (client) => count(client, due, collectMs));
          counted += 1;
        } catch (thrown) {
          fault ??= { thrown };
        }
      }
      if (fault) throw fault.thrown;
      return counted;
    },

    async makeAllDue(orgId) {
      const { rowCount } = await pool.query(
        `with ended as (
           select coalesce("answeredAt", "startedAt") as "at", "repTimeZone" from "Call"
           where "orgId" = $1 and "status" = 'ended' and "practice" is null
             and ("answeredAt" is not null or "direction" = 'inbound'
               or ${wasRefused('"Call"')})
         ), zones as materialized (${zonesOf('ended')})
         insert into "CallDayDue" ("orgId", "day")
         select $1, ("at" at time zone zone)::date
         from ended join zones on zones.given is not distinct from ended."repTimeZone"
         union select $1, "day" from "CallDay" where "orgId" = $1`,
        [orgId],
      );
      return rowCount ?? 0;
    },

    async due(orgId) {
      const { rows } = await pool.query<{ days: number }>(
        `select count(distinct "day")::int as days from "CallDayDue" where "orgId" = $1`,
        [orgId],
      );
      return rows[0]!.days;
    },
  };
}

/** Whose calls were counted: reps, ring groups and callers. */
const countedPeople = (
  pool: Pool,
): Pick<CallDays, 'reps' | 'tenures' | 'queues' | 'whoCalled'> => ({
  // Takes the rep's newest name without sorting the days.
  async reps(question, reps) {
    const { rows } = await pool.query<RepTotals>(
      `select "repUserId" as "userId", substr(max("day"::text || "repName"), 11) as "name",
           ${SUMS}, sum("talkSeconds")::float as "talkSeconds",
           sum("helpRequested")::int as "helpRequested", sum("transferred")::int as "transferred"
         from ${TOTALS} group by "repUserId" having sum("answered") > 0 order by 2, 1`,
      askedOfTotals(question, reps, true),
    );
    return rows;
  },

  tenures: (question, reps) => readTenures(pool, question, reps),

  async queues(question, reps) {
    const { rows } = await pool.query<{ id: string }>(
      `select distinct id from "CallWeek", unnest(string_to_array("queueIds", ',')) as id
         where "orgId" = $1 and "from" between $2::date - ${WEEK_DAYS - 1} and $3::date
           and ($4::text[] is null or "repUserId" = any($4))`,
      [question.orgId, question.from, question.to, reps === 'all' ? null : reps],
    );
    return rows.map(({ id }) => id);
  },

  async whoCalled({ orgId, from, to }) {
    const { rows } = await pool.query<{ repUserId: string }>(
      `select distinct "repUserId" from "CallResultPeriod"
         where "orgId" = $1 and "from" between $2::date - ${PERIOD_DAYS - 1} and $3::date`,
      [orgId, from, to],
    );
    return rows.map(({ repUserId }) => repUserId);
  },
});

/** What became of the alerts that were raised. */
const ALERT_COUNTS = [
  'alertsShown',
  'alertsHeldOut',
  'alertsLimited',
  'alertsUseful',
  'alertsNotUseful',
] as const;

const DAY_KEY_COLUMNS = DAY_KEY.map((part) => `"CallDay"."${part}"`).join(', ');

/** The totals of calls and interventions, by period and by day. */
const countedCalls = (pool: Pool): Pick<CallDays, 'periods' | 'days' | 'interventions'> => ({
  async periods(question, by, reps) {
    const { rows } = await pool.query<PeriodTotals>(
      `select to_char(date_trunc('${by}', "day"), 'YYYY-MM-DD') as "from", ${SUMS}
         from ${TOTALS} group by 1 having sum("answered") > 0 order by 1`,
      askedOfTotals(question, reps, by === 'week'),
    );
    return rows;
  },

  async days(question, reps, { limit, after }) {
    const { rows } = await pool.query<DayRow>(
      `select "day"::text as "day", "repUserId", max("repName") as "repName", "direction",
           sum("answered")::int as "answered", sum("talkSeconds")::float as "talkSeconds",
           ${[
             ...MODES,
             'helpRequested',
             'transferred',
             'rated',
             'satisfied',
             ...WAITING_COUNTS,
             ...HANDLE_COUNTS,
           ]
             .map((one) => `sum("${one}")::int as "${one}"`)
             .join(', ')},
           sum("alertsShown" + "alertsHeldOut" + "alertsLimited")::int as "alertsRaised",
           ${ALERT_COUNTS.map((one) => `sum("${one}")::int as "${one}"`).join(', ')},
           "queueIds", "issue",
           ${['saved', 'callBacks', 'refused', 'joinsRefused']
             .map((one) => `sum("${one}")::int as "${one}"`)
             .join(', ')}
         from "CallDay" where ${ASKED}
           and ($7::date is null or (${DAY_KEY_COLUMNS}) > ($7::date, $8, $9, $10, $11))
         group by ${DAY_KEY_COLUMNS} order by ${DAY_KEY_COLUMNS} limit $12`,
      [
        ...asked(question, reps),
        ...DAY_KEY.map((part) => after?.[part] ?? (part === 'day' ? null : '')),
        limit,
      ],
    );
    return rows;
  },

  async interventions(question, reps) {
    const { rows } = await pool.query<InterventionTotals>(
      `select "supervisorUserId", max("supervisorName") as "supervisorName", "mode",
           nullif("reasonCode", '') as "reasonCode", nullif("outcomeCode", '') as "outcomeCode",
           sum("interventions")::int as "interventions", sum("seconds")::float as "seconds"
         from "InterventionDay" where ${ASKED_WITH_REASON}
         group by "supervisorUserId", "mode", "reasonCode", "outcomeCode" order by 1, 3, 4, 5`,
      askedWithReason(question, reps),
    );
    return rows.map(({ reasonCode, outcomeCode, ...row }) => ({
      ...row,
      ...(reasonCode && { reasonCode }),
      ...(outcomeCode && { outcomeCode }),
    }));
  },
});

interface DueDay {
  readonly dueId: string;
  readonly orgId: string;
  readonly day: string;
}

/**
 * Counts a day again. A change during the count makes the day due again, because its row in
 * `CallDayDue` is newer than the first statement and so is not deleted.
 */
async function count(client: PoolClient, { orgId, day }: DueDay, collectMs: number): Promise<true> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('dealside-call-days', 0))`);
  for (const statement of COUNT_DAY) await client.query(statement, [orgId, day]);
  await client.query(NOTIFY_CRM, [orgId, day, collectMs]);
  return true;
}
