import type { Pool } from 'pg';
import type { CustomerChoices } from '../../ports/index.ts';

/**
 * Reads the choices that customers made on past calls, through the indexes over calls that have
 * one.
 */
export function createCustomerChoices(pool: Pick<Pool, 'query'>): CustomerChoices {
  return {
    async declines(orgId, { contactId, phone }) {
      const { rows } = await pool.query<{ isDeclined: boolean }>(
        `select ("monitoringChoice" ->> 'isDeclined')::boolean as "isDeclined" from "Call"
         where "orgId" = $1 and "monitoringChoice" is not null
           and ("contactId" = $2 or "customerPhone" = $3)
         order by "monitoringChoice" ->> 'at' desc limit 1`,
        [orgId, contactId ?? null, phone ?? null],
      );
      return rows[0]?.isDeclined ?? false;
    },
  };
}
