import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../local/machine/postgres/postgres.ts';

const APPLICATION_ROLE = 'dealside_app';

export interface FreshDatabase {
  /** As the owner of everything. */
  readonly databaseUrl: string;
  /** As the role the server works as: it has the rights that were granted to it, and no others. */
  readonly applicationUrl: string;
  drop(): Promise<void>;
}

/** A database of its own for a test file, and how to be rid of it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const serverUrl = process.env.TEST_DATABASE_URL ?? await (ownServer ??= startOwnServer());
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(serverUrl, `create database "${name}"`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const databaseUrl = url.href;
  await run(serverUrl, `do $$ begin create role ${APPLICATION_ROLE} login; exception when duplicate_object or unique_violation then null; end $$`);
  url.username = APPLICATION_ROLE;
  return { databaseUrl, applicationUrl: url.href, drop: () => run(serverUrl, `drop database "${name}" with (force)`) };
}

/** Lends a connection for as long as `use` takes: one that is not given back would keep its pool from ending. */
export async function withConnection<T>(pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    client.release(true);
  }
}

let ownServer: Promise<string> | undefined;

/** A single test file run by hand finds no database; it gets one that ends with the process. */
async function startOwnServer(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-test-'));
  chmodSync(dir, 0o711);
  const { pid, databaseUrl } = await startPostgres({ dir: join(dir, 'postgres'), durable: false });
  process.once('exit', () => {
    process.kill(pid, 'SIGQUIT');
    rmSync(dir, { recursive: true, force: true });
  });
  return databaseUrl('postgres');
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
