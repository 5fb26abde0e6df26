import type { PoolClient } from 'pg';

/**
 * Sends all queries that `query` makes in one write to the socket. Otherwise PostgreSQL wakes up for
 * each query and answers it before it receives the next.
 */
export function sendTogether<T>({ connection: { stream } }: PoolClient, query: () => T): T {
  stream.cork();
  try {
    return query();
  } finally {
    stream.uncork();
  }
}
