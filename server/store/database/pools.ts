import pg from 'pg';
import { prepared } from '../calls/group/prepared.ts';

/** Compiling a statement takes longer than any statement of Dealside gains by it. */
const NOT_COMPILED = 'set jit = off';

/**
 * Generic plans, because planning at each execution costs more than the execution. Without
 * sequential scans, because a plan that was made while a table was small would read all of it for
 * as long as the connection lives.
 */
const PLANNED_ONCE = `set plan_cache_mode = force_generic_plan; set enable_seqscan = off;
  ${NOT_COMPILED}`;

/**
 * `first` is not awaited: the first statement on a connection is queued behind it, and fails if the
 * connection is lost.
 */
function createPool(settings: pg.PoolConfig, first: string): pg.Pool {
  const pool = new pg.Pool(settings);
  pool.on('connect', (client) => void client.query(first).catch(() => undefined));
  return pool;
}

/** A pool for statements that are planned each time. */
export const createOrdinaryPool = (settings: pg.PoolConfig): pg.Pool =>
  createPool(settings, NOT_COMPILED);

/**
 * A pool for a few frequent statements. Each is planned once per connection, with indexes, whatever
 * its parameters and the sizes of its tables. `query` asks each as a prepared statement and keeps
 * its text in memory.
 */
export function createHotPool(settings: pg.PoolConfig): pg.Pool {
  const pool = createPool(settings, PLANNED_ONCE);
  const ask = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryResult>;
  pool.query = ((what: string | pg.QueryConfig, values: unknown[] = []) =>
    ask(prepared(typeof what === 'string' ? { text: what, values } : what))) as pg.Pool['query'];
  return pool;
}
