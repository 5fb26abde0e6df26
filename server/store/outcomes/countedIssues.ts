import type { Pool } from 'pg';
import type { DispositionFamily } from '../../domain/call/dispositions.ts';
import type { Mode } from '../../domain/call/modes.ts';
import { PERIOD_DAYS, wholePeriods } from '../../domain/outcomes/totals.ts';
import type { WorthTotals } from '../../ports/index.ts';
import { asked, OF_CALLS } from './asked.ts';
import { ISSUE, SAVED, WITH_DISPOSITION } from './countCalls.ts';
import { MODE_OF_RANK } from './dayCalls.ts';

/** Apart from `CallResultDay`, whose rows are read for each comparison of calls. */
export const COUNT_ISSUES = `
  insert into "IssueDay" ("orgId", "day", "repUserId", "direction", "queueIds", "issue", "mode",
    "calls", "saved")
  select $1, $2::date, "repUserId", "direction", "queueIds", ${ISSUE},
    coalesce((${MODE_OF_RANK})[rank], ''), count(*), count(*) filter (where ${SAVED})
  from calls left join highest on highest."callId" = calls."callId" ${WITH_DISPOSITION}
  group by 3, 4, 5, 6, 7`;

interface Row {
  readonly issue: DispositionFamily | '';
  readonly mode: Mode | '';
  readonly calls: number;
  readonly saved: number;
}

/** Whole periods from their sums, and the days before and after them from the totals of days. */
const ISSUES_ASKED = `
  select "issue", "mode", sum("calls")::int as "calls", sum("saved")::int as "saved" from (
    select "issue", "mode", "calls", "saved" from "IssuePeriod"
    where "orgId" = $1 and "from" between $7::date and $8::date and ${OF_CALLS}
    union all
    select "issue", "mode", "calls", "saved" from "IssueDay" where "orgId" = $1 and ${OF_CALLS}
      and "day" between $2::date and least($3::date, coalesce($7::date - 1, $3::date))
    union all
    select "issue", "mode", "calls", "saved" from "IssueDay" where "orgId" = $1 and ${OF_CALLS}
      and "day" between $8::date + ${PERIOD_DAYS} and $3::date
  ) as those group by 1, 2 order by 1, 2`;

/** What calls were about, and how many were saved, by who joined. */
export const issueTotals = (pool: Pool): Pick<WorthTotals, 'issues'> => ({
  async issues(question, reps) {
    const whole = wholePeriods(question, PERIOD_DAYS);
    const { rows } = await pool.query<Row>(ISSUES_ASKED, [
      ...asked(question, reps),
      whole?.first ?? null,
      whole?.last ?? null,
    ]);
    return rows.map(({ issue, mode, calls, saved }) => ({
      ...(issue && { issue }),
      ...(mode && { mode }),
      calls,
      saved,
    }));
  },
});
