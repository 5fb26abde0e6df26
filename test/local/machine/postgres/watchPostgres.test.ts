import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../../local/machine/postgres/postgres.ts';
import { watchPostgres } from '../../../../local/machine/postgres/watchPostgres.ts';
import { until } from '../../../support/until.ts';

describe('a PostgreSQL that is killed', function () {
  this.timeout(300_000);
  let dir: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'watched-'));
    // The account that runs PostgreSQL has to come through.
    chmodSync(dir, 0o711);
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('is started again with its data, says so, and is stopped with the rest', async () => {
    const said: string[] = [];
    const first = await startPostgres({ dir: join(dir, 'postgres') });
    const watched = watchPostgres(first, {
      start: () => startPostgres({ dir: join(dir, 'postgres') }),
      say: (line) => said.push(line),
    });
    const answers = async (sql: string): Promise<boolean> => {
      const client = new pg.Client({ connectionString: first.databaseUrl('postgres') });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query(sql);
        return true;
      } catch {
        return false;
      } finally {
        await client.end().catch(() => undefined);
      }
    };
    assert.ok(await answers('create table kept as select 1 as one'));
    process.kill(first.pid, 'SIGKILL');
    await until('it runs again', () => said.includes('PostgreSQL runs again'));
    assert.match(said[0]!, /ended unexpectedly/);
    assert.ok(await answers('select one from kept'));
    assert.ok(readdirSync(first.dir).includes('postgres.log.1'), 'the log before is kept');
    await watched.stop();
    assert.ok(!(await answers('select 1')));
  });
});
