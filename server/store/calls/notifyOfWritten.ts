import type { Pool } from 'pg';
import { CHANNEL, newsOfWritten } from './news.ts';

/** Notifies all instances that records of these calls were written to the CRM. */
export async function notifyOfWritten(
  pool: Pick<Pool, 'query'>,
  callIds: readonly string[],
): Promise<void> {
  for (const payload of newsOfWritten(callIds))
    await pool.query('select pg_notify($1, $2)', [CHANNEL, payload]);
}
