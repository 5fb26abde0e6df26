import pg from 'pg';
import { prepared } from '../calls/group/prepared.ts';

/**
 * A plan that is made for each execution anew costs a click more than what it plans; one that was
 * made while a table was small would read all of it for as long as the connection stays.
 */
const PLANNED_ONCE = `set plan_cache_mode = force_generic_plan; set enable_seqscan = off;
  set jit = off`;

/**
 * Connections for statements of which there are few and which are asked all the time: each is
 * planned once for a connection, by index, whatever its parameters are and its tables hold.
 */
export function createHotPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  // Who gets the connection asks behind it, and is told if it is lost.
  pool.on('connect', (client) => void client.query(PLANNED_ONCE).catch(() => undefined));
  return pool;
}

/** Asks each statement as a prepared one; each text stays in memory. */
export const plannedOnce = (pool: pg.Pool): Pick<pg.Pool, 'query'> => ({
  query: ((text: string, values: unknown[] = []) =>
    pool.query(prepared({ text, values }))) as pg.Pool['query'],
});
