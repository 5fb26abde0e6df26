import type pg from 'pg';

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/**
 * The pages that PostgreSQL looks at for what `act` asks, which do not depend on what else the
 * machine does. Everything that is asked of the pool is asked once more, explained.
 */
export async function buffersOf(pool: pg.Pool, act: () => Promise<unknown>): Promise<number> {
  const asked: { readonly text: string; readonly values: unknown[] }[] = [];
  const query = pool.query.bind(pool);
  (pool as { query: unknown }).query = (text: string, values: unknown[] = []) => {
    asked.push({ text, values });
    return query(text, values);
  };
  try {
    await act();
  } finally {
    (pool as { query: unknown }).query = query;
  }
  let buffers = 0;
  for (const { text, values } of asked) {
    const { rows } = await query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
      `explain (analyze, buffers, format json) ${text}`,
      values,
    );
    const { Plan: plan } = rows[0]!['QUERY PLAN'][0]!;
    buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }
  return buffers;
}
