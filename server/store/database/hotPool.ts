import pg from 'pg';
import { prepared } from '../calls/group/prepared.ts';

/**
 * Generic plans, because planning at each execution costs more than the execution. Without
 * sequential scans, because a plan that was made while a table was small would read all of it for
 * as long as the connection lives.
 */
const PLANNED_ONCE = `set plan_cache_mode = force_generic_plan; set enable_seqscan = off;
  set jit = off`;

/**
 * A pool for a few frequent statements. Each is planned once per connection, with indexes, whatever
 * its parameters and the sizes of its tables. `query` asks each as a prepared statement and keeps
 * its text in memory.
 */
export function createHotPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  // Not awaited: the first statement on the connection is queued behind this one, and fails if the
  // connection is lost.
  pool.on('connect', (client) => void client.query(PLANNED_ONCE).catch(() => undefined));
  const ask = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = ((what: string | pg.QueryConfig, values: unknown[] = []) =>
    ask(prepared(typeof what === 'string' ? { text: what, values } : what))) as pg.Pool['query'];
  return pool;
}
