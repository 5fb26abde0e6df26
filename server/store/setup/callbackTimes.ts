import type { Pool } from 'pg';
import type { CallbackTimes } from '../../ports/index.ts';

interface Times {
  readonly lastAt: Date | null;
  readonly lastCallAt: Date | null;
}

/** Leaves out the results of looks, which say nothing about callbacks. */
export const createCallbackTimes = (pool: Pick<Pool, 'query'>): CallbackTimes => ({
  async of(orgId) {
    const { rows } = await pool.query<Times>(
      `select (select "at" from "CarrierReport"
          where "orgId" = $1 and "source" = 'callback' order by "reportId" desc limit 1) as "lastAt",
        (select max("startedAt") from "Call" where "orgId" = $1 and "status" = 'ended')
          as "lastCallAt"`,
      [orgId],
    );
    const { lastAt, lastCallAt } = rows[0]!;
    return {
      ...(lastAt && { lastAt: lastAt.toISOString() }),
      ...(lastCallAt && { lastCallAt: lastCallAt.toISOString() }),
    };
  },
});
