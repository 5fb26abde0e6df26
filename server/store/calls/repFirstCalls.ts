import type { Pool } from 'pg';
import type { RepFirstCalls, RepOfOrg } from '../../ports/index.ts';
import { gathered } from '../database/gathered.ts';

interface Row {
  readonly startedAt: Date | null;
}

/** Asks for many reps in one query, because after a start every open call's rep is asked for. */
export const createRepFirstCalls = (pool: Pick<Pool, 'query'>): RepFirstCalls => ({
  of: gathered(async (reps: readonly RepOfOrg[]) => {
    const { rows } = await pool.query<Row>(
      `select first."startedAt"
       from unnest($1::text[], $2::text[]) with ordinality rep("orgId", "repUserId", "place")
       left join lateral (
         select c."startedAt" from "Call" c
         where c."repUserId" = rep."repUserId" and c."orgId" = rep."orgId"
           and c."answeredAt" is not null and c."practice" is null
         order by c."startedAt" limit 1) first on true
       order by rep."place"`,
      [reps.map(({ orgId }) => orgId), reps.map(({ repUserId }) => repUserId)],
    );
    return rows.map(({ startedAt }) => startedAt?.toISOString());
  }),
});
