import type pg from 'pg';

const SERIALIZATION_FAILURES = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/**
 * Runs work in one transaction, up to three times after serialization failures and deadlocks, so
 * work must be repeatable. If work returns undefined, the transaction is rolled back.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await onceInTransaction(pool, work);
    } catch (error) {
      const mayRepeat =
        SERIALIZATION_FAILURES.has((error as { code?: string }).code ?? '') && attempt < ATTEMPTS;
      if (!mayRepeat) throw error;
    }
  }
}

async function onceInTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // The running query rejects too, but without a listener here a lost connection would end the
  // process.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let connectionError: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    // Without a result, the receipt of a callback must not be stored, so that the callback can be
    // delivered again.
    await client.query(result === undefined ? 'rollback' : 'commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => (connectionError = fault));
    throw error;
  } finally {
    client.release(connectionError);
    client.off('error', ignore);
  }
}
