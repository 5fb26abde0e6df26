import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { scratchRoot } from '../../local/machine/files/scratchRoot.ts';
import { startPostgres } from '../../local/machine/postgres/postgres.ts';
import { stopWithParent } from '../../local/machine/postgres/stopWithParent.ts';
import { migrate } from '../../server/store/database/migrate.ts';

const APPLICATION_ROLE = 'dealside_app';
const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));
const SESSIONS_END_WITHIN_MS = 2_000;
/** Advisory lock, so that only one test process creates the template. */
const TEMPLATE_LOCK = 515_202;

export interface FreshDatabase {
  /** URL with the owner's role. */
  readonly databaseUrl: string;
  /** URL with the server's role, which has only the rights that were granted. */
  readonly applicationUrl: string;
  drop(): Promise<void>;
}

/** Creates a migrated database for a test file, as a copy of a template that is migrated once. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const serverUrl = await testServer();
  template ??= migratedTemplate(serverUrl);
  return createDatabase(serverUrl, ` template "${await template}"`);
}

/** Creates an empty database. */
export const emptyDatabase = async (): Promise<FreshDatabase> => createDatabase(await testServer());

const testServer = async (): Promise<string> =>
  process.env.TEST_DATABASE_URL ?? (await (ownServer ??= startOwnServer()));

async function createDatabase(serverUrl: string, from = ''): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await connected(serverUrl, async (client) => {
    // Copying files costs a third of writing each page to the log.
    await client.query(`create database "${name}"${from} strategy file_copy`);
    await client.query(
      `do $$ begin create role ${APPLICATION_ROLE} login; exception when duplicate_object or unique_violation then null; end $$`,
    );
  });
  return {
    databaseUrl: at(serverUrl, name),
    applicationUrl: at(serverUrl, name, APPLICATION_ROLE),
    drop: () =>
      connected(serverUrl, async (client) => {
        await sessionsEnd(client, name);
        await client.query(`drop database "${name}" with (force)`);
      }),
  };
}

/**
 * Creates the template unless it exists. Its name has the hash of the migrations, so that changed
 * ones get a new template.
 */
async function migratedTemplate(serverUrl: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(MIGRATIONS, { recursive: true }))
    .sort()
    .filter((path) => path.endsWith('.sql')))
    hash.update(name).update(await readFile(join(MIGRATIONS, name)));
  const name = `template_${hash.digest('hex').slice(0, 12)}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (
      (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 0
    ) {
      await client.query(`drop database if exists "${name}_unfinished"`);
      await client.query(`create database "${name}_unfinished"`);
      await migrate(at(serverUrl, `${name}_unfinished`));
      await client.query(`alter database "${name}_unfinished" rename to "${name}"`);
    }
  } finally {
    await client.end();
  }
  return name;
}

function at(serverUrl: string, database: string, role?: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (role) url.username = role;
  return url.href;
}

/**
 * Runs `use` with a connection and releases it, since an unreleased one would keep the pool from
 * ending.
 */
export async function withConnection<T>(
  pool: pg.Pool,
  use: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    client.release(true);
  }
}

/**
 * Resolves when nobody is connected to the database any more, or after a while: a pool that has been
 * ended may still be closing its connections, and would fail the test if they were cut.
 */
async function sessionsEnd(client: pg.Client, name: string): Promise<void> {
  for (const until = Date.now() + SESSIONS_END_WITHIN_MS; Date.now() < until;) {
    const { rowCount } = await client.query(
      'select 1 from pg_stat_activity where datname = $1 limit 1',
      [name],
    );
    if (rowCount === 0) return;
    await pause(20);
  }
}

let template: Promise<string> | undefined;
let ownServer: Promise<string> | undefined;

/** Starts PostgreSQL for a test file that is run alone; it ends with the process. */
async function startOwnServer(): Promise<string> {
  const dir = mkdtempSync(join(scratchRoot(), 'dealside-test-'));
  chmodSync(dir, 0o711);
  const { pid, databaseUrl } = await startPostgres({ dir: join(dir, 'postgres'), durable: false });
  stopWithParent(pid, [dir]);
  return databaseUrl('postgres');
}

async function connected(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
