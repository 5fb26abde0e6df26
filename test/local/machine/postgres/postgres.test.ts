import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type Postgres } from '../../../../local/machine/postgres/postgres.ts';
import { until } from '../../../support/until.ts';

describe('the database that comes along', function () {
  this.timeout(300_000);
  const dir = mkdtempSync(join(tmpdir(), 'dealside pg '));
  const start = () => startPostgres({ dir: join(dir, 'my data') });
  let postgres: Postgres;

  before(async () => {
    chmodSync(dir, 0o711);
    postgres = await start();
    await postgres.createDatabase('dealside');
    await query('create table note (text text)');
    await query("insert into note values ('kept')");
  });
  after(async () => {
    await postgres?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  async function query(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: postgres.databaseUrl('dealside') });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const isAlive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  it('runs in a folder whose path has a space', async () => {
    assert.deepEqual(await query('select text from note'), [{ text: 'kept' }]);
  });

  it('listens on no network port', async () => {
    assert.deepEqual(
      await query("select setting from pg_settings where name = 'listen_addresses'"),
      [{ setting: '' }],
    );
  });

  it('makes a database once', async () => {
    await postgres.createDatabase('dealside');
    assert.deepEqual(
      await query("select count(*)::int from pg_database where datname = 'dealside'"),
      [{ count: 1 }],
    );
    assert.deepEqual(await query('select text from note'), [{ text: 'kept' }]);
  });

  it('is adopted while it runs', async () => {
    const again = await start();
    assert.deepEqual([again.adopted, again.pid], [true, postgres.pid]);
  });

  it('starts again after it was killed, with what it held', async () => {
    process.kill(postgres.pid, 'SIGKILL');
    await until('the database died', () => !isAlive(postgres.pid));
    postgres = await start();
    assert.equal(postgres.adopted, false);
    assert.deepEqual(await query('select text from note'), [{ text: 'kept' }]);
  });

  it('leaves no process when stopped, and starts again', async () => {
    await postgres.stop();
    await until('its process is gone', () => !isAlive(postgres.pid));
    postgres = await start();
    assert.deepEqual(await query('select text from note'), [{ text: 'kept' }]);
  });

  it('is not held up by a pid file whose process is another program', async () => {
    await postgres.stop();
    writeFileSync(
      join(postgres.dir, 'data', 'postmaster.pid'),
      `${process.pid}\n${join(postgres.dir, 'data')}\n1\n5432\n/tmp\n\n0 0\nready\n`,
    );
    postgres = await start();
    assert.notEqual(postgres.pid, process.pid);
    assert.ok(existsSync(join(postgres.dir, 'data', 'postmaster.pid')));
  });

  it('refuses data of another PostgreSQL version in one line', async () => {
    const other = join(dir, 'older');
    const older = await startPostgres({ dir: other, durable: false });
    await older.stop();
    writeFileSync(join(older.dir, 'data', 'PG_VERSION'), '9\n');
    await assert.rejects(startPostgres({ dir: other, durable: false }), {
      message: /was created by PostgreSQL 9, and this is PostgreSQL \d+; move that folder away/,
    });
  });
});
