import type { Pool } from 'pg';
import type { Tenures } from '../../domain/outcomes/report.ts';
import type { Tenure } from '../../domain/outcomes/tenure.ts';
import { WEEK_DAYS, type OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { CountedReps } from '../../ports/index.ts';

/**
 * From each person's first week, or day, of all to the last one in the period. Who had one in the
 * period is read from it, and the first of each is looked up, however much there was before.
 */
const tenuresOf = (who: string, table: string, day: string): string => `
  with seen as (
    select "${who}" as "userId", max("${day}") as "last" from "${table}"
    where "orgId" = $1 and "${day}" between $2::date - ${WEEK_DAYS - 1} and $3::date
      and ($4::text[] is null or "repUserId" = any($4))
    group by 1)
  select "userId", ("last" - "first") / ${WEEK_DAYS} as "weeks",
    "first" < (select min("${day}") + ${WEEK_DAYS} from "${table}" where "orgId" = $1)
      as "isAtLeast"
  from seen cross join lateral (
    select "${day}" as "first" from "${table}" own
    where own."orgId" = $1 and own."${who}" = "userId"
      and ($4::text[] is null or own."repUserId" = any($4))
    order by "${day}" limit 1) earliest
  order by 1`;

const OF_REPS = tenuresOf('repUserId', 'CallWeek', 'from');
const OF_SUPERVISORS = tenuresOf('supervisorUserId', 'InterventionDay', 'day');

/** Reads tenures from sums of weeks for reps, and from days for supervisors, who are fewer. */
export async function readTenures(
  pool: Pick<Pool, 'query'>,
  { orgId, from, to }: OutcomesQuestion,
  reps: CountedReps,
): Promise<Tenures> {
  const values = [orgId, from, to, reps === 'all' ? null : reps];
  const [ofReps, ofSupervisors] = await Promise.all([
    pool.query<Tenure>(OF_REPS, values),
    pool.query<Tenure>(OF_SUPERVISORS, values),
  ]);
  return { reps: ofReps.rows, supervisors: ofSupervisors.rows };
}
