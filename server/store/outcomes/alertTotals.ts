import type { Pool } from 'pg';
import type { AlertCount } from '../../domain/outcomes/alertWorth.ts';
import type { AlertTotals } from '../../ports/index.ts';
import { ASKED, asked } from './asked.ts';

const COUNTS = ['shown', 'heldOut', 'limited', 'useful', 'notUseful']
  .map((count) => `sum("${count}")::int as "${count}"`)
  .join(', ');

/** Reads alerts and manager-hours from their days. */
export const createAlertTotals = (pool: Pick<Pool, 'query'>): AlertTotals => ({
  async counted(question, reps) {
    const values = asked(question, reps);
    const [counts, hours] = await Promise.all([
      // Takes the rule's newest label without sorting the days.
      pool.query<AlertCount>(
        `select "ruleName", "family", substr(max("day"::text || "label"), 11) as "label", ${COUNTS}
         from "AlertDay" where ${ASKED} group by "ruleName", "family"`,
        values,
      ),
      // An hour of several reps counts once for their manager.
      pool.query<{ hours: number }>(
        `select coalesce(sum(bit_count(hours::bit(24))), 0)::int as hours from (
           select bit_or("hours") as hours from "TeamHourDay" where ${ASKED}
           group by "teamId", "date") as of_teams`,
        values,
      ),
    ]);
    return { counts: counts.rows, managerHours: hours.rows[0]!.hours };
  },
});
