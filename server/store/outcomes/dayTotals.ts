import type { Pool } from 'pg';
import { DAY_COUNTS, type DayTotals } from '../../domain/outcomes/dayTotals.ts';
import type { DayTotalsStore } from '../../ports/index.ts';
import { CALL_TOTALS, COUNTS, KEY } from './countCalls.ts';
import { wasRefused } from './dayCalls.ts';

/** The columns of totals, converted to numbers. */
const NUMBERS = DAY_COUNTS.map((count) => `"${count}"::float as "${count}"`).join(', ');

/** Joins totals of the same org, day and kind of call. */
const SAME = ['orgId', 'day', ...KEY.replaceAll('"', '').split(', ')]
  .map((column) => `c."${column}" = w."${column}"`)
  .join(' and ');
const KEYS = ['day', ...KEY.replaceAll('"', '').split(', ')];

export function createDayTotals(pool: Pool): DayTotalsStore {
  return {
    ...countedTotals(pool),
    ...writtenTotals(pool),
    ...totalsToSend(pool),
  };
}

/** The totals as they are counted here, and the days and calls that they are counted from. */
const countedTotals = (
  pool: Pool,
): Pick<DayTotalsStore, 'counted' | 'ofCalls' | 'makeDue' | 'days' | 'endedCalls'> => ({
  counted: (orgId, from, to) => totalsBetween(pool, 'CallDay', { orgId, from, to }),

  async ofCalls(orgId, day) {
    const { rows } = await pool.query<DayTotals>(
      `select $2::text as "day", ${KEY}, ${NUMBERS} from (${CALL_TOTALS}) as totals`,
      [orgId, day],
    );
    return rows;
  },

  async makeDue(orgId, days) {
    await pool.query(`insert into "CallDayDue" ("orgId", "day") select $1, unnest($2::date[])`, [
      orgId,
      days,
    ]);
  },

  async days(orgId, from, to) {
    const { rows } = await pool.query<{ day: string }>(
      `select "day"::text as "day" from "CallDay" where "orgId" = $1 and "day" between $2 and $3
         union
         select ("answeredAt" at time zone dealside_zone("repTimeZone"))::date::text
         from "Call" where "orgId" = $1 and "status" = 'ended' and "practice" is null
           and "answeredAt" >= $2::date - interval '15 hours'
           and "answeredAt" < $3::date + interval '39 hours'
           and ("answeredAt" at time zone dealside_zone("repTimeZone"))::date between $2 and $3
         union
         select ("startedAt" at time zone dealside_zone("repTimeZone"))::date::text
         from "Call" where "orgId" = $1 and "status" = 'ended' and "practice" is null
           and "answeredAt" is null and ("direction" = 'inbound' or ${wasRefused('"Call"')})
           and "startedAt" >= $2::date - interval '15 hours'
           and "startedAt" < $3::date + interval '39 hours'
           and ("startedAt" at time zone dealside_zone("repTimeZone"))::date between $2 and $3
         order by 1`,
      [orgId, from, to],
    );
    return rows.map(({ day }) => day);
  },

  async *endedCalls(orgId, { from, to, size }) {
    for (let after = ['-infinity', '']; ;) {
      const { rows } = await pool.query<{ callId: string; endedAt: string }>(
        `select "callId", "endedAt"::text as "endedAt" from "Call"
           where "orgId" = $1 and "status" = 'ended' and "practice" is null
             and "startedAt" >= $2::timestamptz - interval '1 day' and "startedAt" < $3
             and "endedAt" >= $2 and "endedAt" < $3 and ("endedAt", "callId") > ($4, $5)
           order by "Call"."endedAt", "callId" limit $6`,
        [orgId, from, to, ...after, size],
      );
      if (rows.length === 0) return;
      yield rows.map(({ callId }) => callId);
      after = [rows.at(-1)!.endedAt, rows.at(-1)!.callId];
    }
  },
});

/** The totals as the CRM has them. */
const writtenTotals = (pool: Pool): Pick<DayTotalsStore, 'written' | 'wrote' | 'unwritten'> => ({
  written: (orgId, from, to) => totalsBetween(pool, 'CallDayWritten', { orgId, from, to }),

  async wrote(orgId, totals) {
    await pool.query(
      `insert into "CallDayWritten" ("orgId", "day", ${KEY}, ${COUNTS})
         select $1, "day", ${KEY}, ${COUNTS}
         from jsonb_populate_recordset(null::"CallDayWritten", $2)
         on conflict ("orgId", "day", ${KEY}) do update
           set ${DAY_COUNTS.map((count) => `"${count}" = excluded."${count}"`).join(', ')}`,
      [orgId, JSON.stringify(totals)],
    );
  },

  async unwritten(orgId, days) {
    const key = KEYS.map(
      (column) => `coalesce(c."${column}"::text, w."${column}"::text) as "${column}"`,
    );
    const counts = DAY_COUNTS.map((count) => `coalesce(c."${count}", 0)::float as "${count}"`);
    const differ = DAY_COUNTS.map(
      (count) => `coalesce(c."${count}", 0) <> coalesce(w."${count}", 0)`,
    );
    const { rows } = await pool.query<DayTotals>(
      `select ${[...key, ...counts].join(', ')}
         from (select * from "CallDay" where "orgId" = $1 and "day" = any($2::date[])) as c
         full join (select * from "CallDayWritten" where "orgId" = $1 and "day" = any($2::date[])) as w
           on ${SAME}
         where ${differ.join(' or ')}`,
      [orgId, days],
    );
    return rows;
  },
});

/** What is to be sent to the CRM. */
const totalsToSend = (pool: Pool): Pick<DayTotalsStore, 'sendDays' | 'sendCalls' | 'awaited'> => ({
  async sendDays(orgId, days) {
    await pool.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
         select 'crm.callDay:' || $1 || ':' || day || ':' || gen_random_uuid(), $1, 'crm.callDay',
           jsonb_build_object('day', day)
         from unnest($2::text[]) as day`,
      [orgId, days],
    );
  },

  async sendCalls(orgId, calls) {
    await pool.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
         select 'crm.call:' || (one->>'callId') || ':' || (one->>'repUserId') || ':'
           || gen_random_uuid(), $1, 'crm.call', one
         from jsonb_array_elements($2) as one`,
      [orgId, JSON.stringify(calls)],
    );
  },

  async awaited(orgId) {
    const { rows } = await pool.query<{ callId: string; repUserId: string }>(
      `select "payload"->>'callId' as "callId", "payload"->>'repUserId' as "repUserId"
         from "OutboxMessage" where "orgId" = $1 and "topic" = 'crm.call'
           and ("availableAt" is not null or "deadLetteredAt" is not null)`,
      [orgId],
    );
    return rows;
  },
});

async function totalsBetween(
  pool: Pool,
  table: 'CallDay' | 'CallDayWritten',
  { orgId, from, to }: { readonly orgId: string; readonly from: string; readonly to: string },
): Promise<DayTotals[]> {
  const { rows } = await pool.query<DayTotals>(
    `select "day"::text as "day", ${KEY}, ${NUMBERS} from "${table}"
     where "orgId" = $1 and "day" between $2 and $3 order by 1, 2, 3, 4, 5`,
    [orgId, from, to],
  );
  return rows;
}
