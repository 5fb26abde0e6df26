import type pg from 'pg';

const SERIALIZATION_FAILURES = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

/** Does the work in one transaction, again when it collided with another. Work that answers undefined leaves nothing written. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await onceInTransaction(pool, work);
    } catch (error) {
      const mayRepeat = SERIALIZATION_FAILURES.has((error as { code?: string }).code ?? '') && attempt < ATTEMPTS;
      if (!mayRepeat) throw error;
    }
  }
}

async function onceInTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // The query that runs is told as well; without a listener here, a cut connection would end the process.
  const cut = (): void => undefined;
  client.on('error', cut);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    // A fact about a call that does not exist yet must be free to come again.
    await client.query(result === undefined ? 'rollback' : 'commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => (broken = fault));
    throw error;
  } finally {
    client.release(broken);
    client.off('error', cut);
  }
}
