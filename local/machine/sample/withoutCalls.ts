import pg from 'pg';

/** Whether no call has ended yet. */
export async function isWithoutCalls(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select 1 from "Call" where "status" = 'ended' limit 1`,
    );
    return rowCount === 0;
  } finally {
    await client.end();
  }
}
