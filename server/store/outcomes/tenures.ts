import type { Pool } from 'pg';
import type { Tenures } from '../../domain/outcomes/report.ts';
import type { Tenure } from '../../domain/outcomes/tenure.ts';
import { WEEK_DAYS, type OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { CountedReps } from '../../ports/index.ts';

/** From each person's first week, or day, of all to the last one in the period. */
const tenuresOf = (who: string, table: string, day: string): string => `
  select "${who}" as "userId", (max("${day}") filter (where "${day}" >= $2::date - ${WEEK_DAYS - 1})
      - min("${day}")) / ${WEEK_DAYS} as "weeks",
    min("${day}") < (select min("${day}") + ${WEEK_DAYS} from "${table}" where "orgId" = $1)
      as "isAtLeast"
  from "${table}" where "orgId" = $1 and "${day}" <= $3::date
    and ($4::text[] is null or "repUserId" = any($4))
  group by 1 having max("${day}") >= $2::date - ${WEEK_DAYS - 1} order by 1`;

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
