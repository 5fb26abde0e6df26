import type { Pool } from 'pg';
import type { BargeHabits } from '../../ports/index.ts';

/** Counts interventions on calls with customers, through the index on supervisor and status. */
export function createBargeHabits(pool: Pick<Pool, 'query'>): BargeHabits {
  return {
    async since({ orgId, userId }, at) {
      const { rows } = await pool.query<{ joined: number; barged: number }>(
        `select count(*)::int as joined,
           count(*) filter (where i."modeHistory" @> '[{"mode":"barge"}]')::int as barged
         from "Intervention" i join "Call" c using ("callId")
         where i."supervisorUserId" = $2 and i."status" = 'ended' and i."joinedAt" >= $3
           and c."orgId" = $1 and c."practice" is null`,
        [orgId, userId, at],
      );
      return rows[0] ?? { joined: 0, barged: 0 };
    },
  };
}
