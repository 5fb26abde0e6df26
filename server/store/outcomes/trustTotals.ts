import type { Pool } from 'pg';
import type { TrustTotals } from '../../ports/index.ts';
import { ASKED, asked } from './asked.ts';

const IN_DAYS = (column: string): string =>
  `"${column}" >= $2::date and "${column}" < $3::date + 1`;

/** Reads refusals from the totals of days, and the org's faults from their rows. */
export const createTrustTotals = (pool: Pick<Pool, 'query'>): TrustTotals => ({
  async refusals(question, reps) {
    const { rows } = await pool.query<{ code: string; refusals: number }>(
      `select "code", sum("refusals")::int as "refusals" from "RefusalDay" where ${ASKED}
       group by 1`,
      asked(question, reps),
    );
    return rows;
  },

  async ofOrg({ orgId, from, to }) {
    const [incidents, checks] = await Promise.all([
      pool.query<{ auditFaults: number; differences: number }>(
        `select count(*) filter (where "kind" = 'chain_broken')::int as "auditFaults",
           count(*) filter (where "kind" <> 'chain_broken')::int as "differences"
         from "Incident" where "orgId" = $1 and ${IN_DAYS('raisedAt')}`,
        [orgId, from, to],
      ),
      pool.query<{ passed: number; failed: number }>(
        `select count(*) filter (where "status" = 'passed')::int as "passed",
           count(*) filter (where "status" = 'failed')::int as "failed"
         from "AudioCheckRun" where $1::text is not null and ${IN_DAYS('startedAt')}`,
        [orgId, from, to],
      ),
    ]);
    return { ...incidents.rows[0]!, audioChecks: checks.rows[0]! };
  },
});
