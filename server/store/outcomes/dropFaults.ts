import type { Pool } from 'pg';
import type { DropFaults } from '../../ports/index.ts';

export const createDropFaults = (pool: Pick<Pool, 'query'>): DropFaults => ({
  async failed(orgId, at) {
    const { rows } = await pool.query<{ since: Date }>(
      `insert into "OutcomeDropFault" as known ("orgId", "since") values ($1, $2)
       on conflict ("orgId") do update set "since" = known."since" returning "since"`,
      [orgId, at],
    );
    return rows[0]!.since.toISOString();
  },
  async worked(orgId) {
    await pool.query(`delete from "OutcomeDropFault" where "orgId" = $1`, [orgId]);
  },
});
