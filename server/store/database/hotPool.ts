import pg from 'pg';
import { prepared } from '../calls/group/prepared.ts';

/**
 * A plan that is made for each execution anew costs more than what it plans; one that was made while
 * a table was small would read all of it for as long as the connection stays.
 */
const PLANNED_ONCE = `set plan_cache_mode = force_generic_plan; set enable_seqscan = off;
  set jit = off`;

/**
 * Connections for statements of which there are few and which are asked all the time: each is
 * planned once for a connection, by index, whatever its parameters are and its tables hold. `query`
 * asks each as a prepared statement, whose text stays in memory.
 */
export function createHotPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  // Who gets the connection asks behind it, and is told if it is lost.
  pool.on('connect', (client) => void client.query(PLANNED_ONCE).catch(() => undefined));
  const ask = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = ((what: string | pg.QueryConfig, values: unknown[] = []) =>
    ask(prepared(typeof what === 'string' ? { text: what, values } : what))) as pg.Pool['query'];
  return pool;
}
