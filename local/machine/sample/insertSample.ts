import pg from 'pg';
import { insertEndedCalls, type EndedCall } from './endedCalls.ts';

const BATCH = 5_000;

/**
 * Writes sample calls, in batches.
 *
 * @param onProgress how many are written
 */
export async function insertSample(
  databaseUrl: string,
  days: Iterable<readonly EndedCall[]>,
  onProgress: (written: number) => void = () => undefined,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  let written = 0;
  let waiting: EndedCall[] = [];
  const write = async (): Promise<void> => {
    await insertEndedCalls(pool, waiting);
    written += waiting.length;
    waiting = [];
    onProgress(written);
  };
  try {
    for (const day of days) {
      waiting.push(...day);
      if (waiting.length >= BATCH) await write();
    }
    if (waiting.length > 0) await write();
    return written;
  } finally {
    await pool.end();
  }
}

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
