import type { Pool } from 'pg';
import type { Leases } from '../../ports/index.ts';

/** Repeats the condition of "Intervention_running_idx", so that the index is used. */
export const EXPIRED = `select "callId", "interventionId" from "Intervention"
  where "leaseUntil" < $1 and "status" <> 'ended' and "status" = 'active'
    and "device" = 'softphone' order by "leaseUntil"`;

/**
 * Leases in a column of the intervention, written without the call's lock, so that a heartbeat
 * never waits for a mode change.
 */
export function createLeases(pool: Pick<Pool, 'query'>): Leases {
  return {
    async renew(interventionId, until) {
      const renewed = await pool.query(
        `update "Intervention" set "leaseUntil" = $2
         where "interventionId" = $1 and "status" <> 'ended'`,
        [interventionId, until],
      );
      return renewed.rowCount === 1;
    },

    async expired(now) {
      const { rows } = await pool.query<{ callId: string; interventionId: string }>(EXPIRED, [now]);
      return rows;
    },
  };
}
