import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { migrate } from '../../server/store/database/migrate.ts';

/** The last migration that the dump’s database had. */
const LAST_MIGRATION = '20261121170000_past_requests_for_help';

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const FIXTURES = new URL('./fixtures/', import.meta.url);

export type Row = Readonly<Record<string, unknown>>;
/** Rows by table, in the order in which they can be written. */
export type Dump = ReadonlyMap<string, readonly Row[]>;

/** The throwaway key that signed the dump's checkpoint. */
export const SIGNING_KEY_FILE = fileURLToPath(new URL('audit-signing.key', FIXTURES));

/** What a Dealside had written before the upgrade, row by row as PostgreSQL says it in JSON. */
export async function readDump(): Promise<Dump> {
  const dump = new Map<string, Row[]>();
  const lines = gunzipSync(await readFile(new URL('data.jsonl.gz', FIXTURES)))
    .toString()
    .trimEnd()
    .split('\n');
  for (const line of lines) {
    const [table, row] = JSON.parse(line) as [string, Row];
    dump.set(table, [...(dump.get(table) ?? []), row]);
  }
  return dump;
}

/**
 * What that Dealside made of it: its answers by who asked what, the ledger of latencies, and the
 * calls.
 */
export const readAnswers = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(new URL('answers.json', FIXTURES), 'utf8')) as Record<string, unknown>;

/**
 * Makes an empty database what it was: the migrations of then, and the rows. Entries of the audit
 * go through the trigger that chains them: in the order of the chain, it gives each the hash it
 * had.
 */
export async function restore(databaseUrl: string, dump: Dump): Promise<void> {
  await migrateUpTo(databaseUrl, LAST_MIGRATION);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    for (const [table, rows] of dump) {
      for (const row of rows)
        await client.query(
          `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`,
          [row],
        );
    }
    for (const [table, column] of [
      ['OutboxMessage', 'messageId'],
      ['CarrierReport', 'reportId'],
    ]) {
      await client.query(
        `select setval(pg_get_serial_sequence('"${table}"', '${column}'), max("${column}")) from "${table}"`,
      );
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Migrates a database as a Dealside did whose last migration was this one. */
export async function migrateUpTo(databaseUrl: string, last: string): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'dealside-migrations-'));
  try {
    const names = (await readdir(MIGRATIONS)).filter((name) => name <= last);
    await Promise.all(
      names.map((name) => cp(join(MIGRATIONS, name), join(dir, name), { recursive: true })),
    );
    await migrate(databaseUrl, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** All rows of a table, as PostgreSQL says them in JSON. */
export async function rowsOf(client: pg.ClientBase, table: string): Promise<Row[]> {
  await client.query(`set timezone to 'UTC'`);
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(one) as row from ${pg.escapeIdentifier(table)} one`,
  );
  return rows.map(({ row }) => row);
}
