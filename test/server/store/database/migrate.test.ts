import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../../../server/store/database/migrate.ts';
import { emptyDatabase } from '../../../support/database.ts';

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let dir: string;

  beforeEach(async () => {
    database = await emptyDatabase();
    dir = await mkdtemp(join(tmpdir(), 'migrations-'));
    await migration('1_first', 'create table "First" (id int);');
    await migration('2_second', 'create table "Second" (id int);');
  });
  afterEach(async () => {
    await database?.drop();
    await rm(dir, { recursive: true, force: true });
  });

  async function migration(name: string, sql: string): Promise<void> {
    await mkdir(join(dir, name), { recursive: true });
    await writeFile(join(dir, name, 'migration.sql'), sql);
  }
  async function query(sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }
  const run = () => migrate(database.databaseUrl, dir);

  it('are applied in order, once', async () => {
    assert.deepEqual(await run(), ['1_first', '2_second']);
    assert.deepEqual(await run(), []);
  });

  it('are applied once by servers that start together', async () => {
    const applied = await Promise.all([run(), run(), run()]);
    assert.deepEqual(applied.flat().toSorted(), ['1_first', '2_second']);
  });

  it('are noted as Prisma notes them', async () => {
    await run();
    assert.deepEqual(
      await query(
        'select migration_name, length(checksum) as checksum, finished_at is not null as finished, applied_steps_count from _prisma_migrations order by 1',
      ),
      [
        { migration_name: '1_first', checksum: 64, finished: true, applied_steps_count: 1 },
        { migration_name: '2_second', checksum: 64, finished: true, applied_steps_count: 1 },
      ],
    );
  });

  it('that came later are added', async () => {
    await run();
    await migration('3_third', 'create table "Third" (id int);');
    assert.deepEqual(await run(), ['3_third']);
  });

  it('that fail leave nothing half done, and say which', async () => {
    await migration('2_second', 'create table "Second" (id int); select nonsense;');
    await assert.rejects(run(), /2_second: column "nonsense" does not exist/);
    assert.deepEqual(await query(`select to_regclass('"Second"') as "second"`), [{ second: null }]);
    await migration('2_second', 'create table "Second" (id int);');
    assert.deepEqual(await run(), ['2_second']);
  });

  it('that were edited after they were applied stop the start', async () => {
    await run();
    await migration('1_first', 'create table "First" (id bigint);');
    await assert.rejects(run(), /1_first was edited after it was applied/);
  });
});
