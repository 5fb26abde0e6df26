import type { Pool, PoolClient } from 'pg';
import type {
  DayRow,
  InterventionTotals,
  OutcomesQuestion,
  PeriodTotals,
  RepTotals,
} from '../../domain/outcomes/totals.ts';
import type { CallDays, CountedReps } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';
import { TELL_CRM } from './countCalls.ts';
import { COUNT_DAY } from './countedDay.ts';
import { MODES, zonesOf } from './dayCalls.ts';

/** Parameters 1 to 5 of a question; null means that it makes no difference. */
export const ASKED = `"orgId" = $1 and "day" between $2 and $3
  and ($4::text is null or "direction" = $4) and ($5::text[] is null or "repUserId" = any($5))`;
export const asked = ({ orgId, from, to, direction }: OutcomesQuestion, reps: CountedReps) => [
  orgId,
  from,
  to,
  direction ?? null,
  reps === 'all' ? null : reps,
];
const SUMS = ['answered', ...MODES]
  .map((column) => `sum("${column}")::int as "${column}"`)
  .join(', ');

/** How long changes of a day gather before the CRM has them. */
const TELL_AFTER_MS = 10 * 60_000;

/** @param tellAfterMs how long changes of a day gather before the CRM has them */
export function createCallDays(pool: Pool, tellAfterMs = TELL_AFTER_MS): CallDays {
  /** The day that has been due the longest, of those that became due after this one. */
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
          await inTransaction(pool, (client) => count(client, due, tellAfterMs));
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
           select "answeredAt", "repTimeZone" from "Call"
           where "orgId" = $1 and "status" = 'ended' and "answeredAt" is not null
             and "practice" is null
         ), zones as materialized (${zonesOf('ended')})
         insert into "CallDayDue" ("orgId", "day")
         select $1, ("answeredAt" at time zone zone)::date
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
    // The newest name, without sorting the days.
    async reps(question) {
      const { rows } = await pool.query<RepTotals>(
        `select "repUserId" as "userId", substr(max("day"::text || "repName"), 11) as "name",
           ${SUMS}, sum("talkSeconds")::float as "talkSeconds",
           sum("helpRequested")::int as "helpRequested", sum("transferred")::int as "transferred"
         from "CallDay" where ${ASKED} group by "repUserId" order by 2, 1`,
        asked(question, 'all'),
      );
      return rows;
    },
    async periods(question, by, reps) {
      const { rows } = await pool.query<PeriodTotals>(
        `select to_char(date_trunc('${by}', "day"), 'YYYY-MM-DD') as "from", ${SUMS}
         from "CallDay" where ${ASKED} group by 1 order by 1`,
        asked(question, reps),
      );
      return rows;
    },
    async days(question, reps, limit, after) {
      const { rows } = await pool.query<DayRow>(
        `select "day"::text as "day", "repUserId", max("repName") as "repName", "direction",
           sum("answered")::int as "answered", sum("talkSeconds")::float as "talkSeconds",
           ${[...MODES, 'helpRequested', 'transferred']
             .map((one) => `sum("${one}")::int as "${one}"`)
             .join(', ')}
         from "CallDay" where ${ASKED}
           and ($6::date is null or ("day", "repUserId", "direction") > ($6::date, $7, $8))
         group by "CallDay"."day", "repUserId", "direction"
         order by "CallDay"."day", "repUserId", "direction" limit $9`,
        [
          ...asked(question, reps),
          after?.day ?? null,
          after?.repUserId ?? '',
          after?.direction ?? '',
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
         from "InterventionDay" where ${ASKED}
         group by "supervisorUserId", "mode", "reasonCode", "outcomeCode" order by 1, 3, 4, 5`,
        asked(question, reps),
      );
      return rows.map(({ reasonCode, outcomeCode, ...row }) => ({
        ...row,
        ...(reasonCode && { reasonCode }),
        ...(outcomeCode && { outcomeCode }),
      }));
    },
  };
}

interface DueDay {
  readonly dueId: string;
  readonly orgId: string;
  readonly day: string;
}

/**
 * Counts a day anew. What changes meanwhile makes it due again: a mark that the first statement does
 * not see stays.
 */
async function count(
  client: PoolClient,
  { orgId, day }: DueDay,
  tellAfterMs: number,
): Promise<true> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('dealside-call-days', 0))`);
  for (const statement of COUNT_DAY) await client.query(statement, [orgId, day]);
  await client.query(TELL_CRM, [orgId, day, tellAfterMs]);
  return true;
}
