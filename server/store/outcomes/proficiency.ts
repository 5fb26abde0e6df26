import type { Pool } from 'pg';
import type { ProficiencyPeriod } from '../../domain/outcomes/proficiency.ts';
import { PERIOD_DAYS } from '../../domain/outcomes/totals.ts';
import type { ProficiencyTotals } from '../../ports/index.ts';

/**
 * Reads how the calls of reps went in periods of four weeks since their first call, up to a day.
 */
export function createProficiencyTotals(pool: Pool): ProficiencyTotals {
  return {
    async periods(orgId, until, reps) {
      const { rows } = await pool.query<ProficiencyPeriod>(
        `with those as (
           select "repUserId", "from", sum("known")::int as "known",
             sum("wentWell")::int as "wentWell", bool_or("mode" <> '') as "isJoined"
           from "CallResultPeriod"
           where "orgId" = $1 and "from" <= $2::date - ${PERIOD_DAYS - 1}
             and ($3::text[] is null or "repUserId" = any($3)) group by 1, 2),
         org as (select min("from") as "began",
             min("from") filter (where "isJoined") as "supported" from those),
         rep as (select "repUserId", min("from") as "began" from those group by 1)
         select those."repUserId", (those."from" - rep."began") / ${PERIOD_DAYS} as "place",
           rep."began"::text as "began", rep."began" > org."began" as "isNew",
           coalesce(rep."began" >= org."supported", false) as "isSupported",
           those."known", those."wentWell"
         from those join rep using ("repUserId") cross join org
         order by 1, 2`,
        [orgId, until, reps === 'all' ? null : reps],
      );
      return rows;
    },
  };
}
