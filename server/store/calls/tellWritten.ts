import type { Pool } from 'pg';
import { CHANNEL, newsOfWritten } from './news.ts';

/** Tells all instances of which calls a record is in the CRM now. */
export async function tellWritten(
  pool: Pick<Pool, 'query'>,
  callIds: readonly string[],
): Promise<void> {
  for (const payload of newsOfWritten(callIds))
    await pool.query('select pg_notify($1, $2)', [CHANNEL, payload]);
}
