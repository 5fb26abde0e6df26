import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/**
 * The key of Prisma's advisory lock, so that Prisma's tools and servers that start at the same time
 * migrate one after another.
 */
const MIGRATION_LOCK = 72707369;

const MIGRATIONS_DIR = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

const LEDGER = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Applies the new migrations of prisma/migrations, each in a transaction, and returns their names.
 * Throws if an applied migration was edited.
 */
export async function migrate(databaseUrl: string, dir = MIGRATIONS_DIR): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(LEDGER);
    const applied: string[] = [];
    const appliedBefore = await readLedger(client);
    for (const { name, sql, checksum } of await readMigrations(dir)) {
      const appliedChecksum = appliedBefore.get(name);
      if (appliedChecksum && appliedChecksum !== checksum)
        throw new Error(`migration ${name} was edited after it was applied`);
      if (appliedChecksum) continue;
      await apply(client, name, { sql, checksum });
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function readLedger(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `select migration_name, checksum from "_prisma_migrations"
     where rolled_back_at is null and finished_at is not null`,
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function readMigrations(
  dir: string,
): Promise<{ name: string; sql: string; checksum: string }[]> {
  const entries = (await readdir(dir, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const names = entries.map((entry) => entry.name).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${dir}/${name}/migration.sql`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function apply(
  client: pg.Client,
  name: string,
  { sql, checksum }: { readonly sql: string; readonly checksum: string },
): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into "_prisma_migrations"
         (id, checksum, finished_at, migration_name, applied_steps_count)
       values ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error });
  }
}
