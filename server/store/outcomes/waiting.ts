import type { Pool } from 'pg';
import { WEEK_DAYS, wholePeriods } from '../../domain/outcomes/totals.ts';
import type { WaitingTotals } from '../../domain/outcomes/waiting.ts';
import type { WaitingTotalsStore } from '../../ports/index.ts';

/** Restricts the reps but not the direction, because supervisors are also on outbound calls. */
const OF_REPS = `"orgId" = $1 and ($4::text[] is null or "repUserId" = any($4))
  and ($5::text is null or $5 = any(string_to_array("queueIds", ',')))`;
const COLUMNS = `"queueIds", "direction", "answered", "answeredSoon", "missed", "abandoned",
  "waitSeconds", "supervisedSeconds"`;

/** Whole weeks ($6 to $7) are read from the sums of weeks. */
const TOTALS = `(
  select "from" as "day", ${COLUMNS} from "CallWeek"
  where "from" between $6::date and $7::date and ${OF_REPS}
  union all
  select "day", ${COLUMNS} from "CallDay" where ${OF_REPS}
    and "day" between $2::date and least($3::date, coalesce($6::date - 1, $3::date))
  union all
  select "day", ${COLUMNS} from "CallDay" where ${OF_REPS}
    and "day" between $7::date + ${WEEK_DAYS} and $3::date
) as those`;

/** Callers who waited, and supervisors' time, by period and queue. */
export const createWaitingTotals = (pool: Pick<Pool, 'query'>): WaitingTotalsStore => ({
  async periods({ orgId, from, to, queueId }, by, reps) {
    const weeks = by === 'week' ? wholePeriods({ from, to }, WEEK_DAYS) : undefined;
    const { rows } = await pool.query<WaitingTotals>(
      `select to_char(date_trunc('${by}', "day"), 'YYYY-MM-DD') as "from", "queueIds",
         coalesce(sum("answered") filter (where "direction" = 'inbound'), 0)::int as "answered",
         sum("answeredSoon")::int as "answeredSoon", sum("missed")::int as "missed",
         sum("abandoned")::int as "abandoned", sum("waitSeconds")::float as "waitSeconds",
         sum("supervisedSeconds")::float as "supervisedSeconds"
       from ${TOTALS} group by 1, 2 order by 1, 2`,
      [
        orgId,
        from,
        to,
        reps === 'all' ? null : reps,
        queueId ?? null,
        weeks?.first ?? null,
        weeks?.last ?? null,
      ],
    );
    return rows;
  },
});
