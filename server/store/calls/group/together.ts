import type { PoolClient } from 'pg';

/**
 * Gives the connection all queries of `give` in one write: each write of its own wakes PostgreSQL,
 * which answers it before the next is there.
 */
export function together<T>({ connection: { stream } }: PoolClient, give: () => T): T {
  stream.cork();
  try {
    return give();
  } finally {
    stream.uncork();
  }
}
