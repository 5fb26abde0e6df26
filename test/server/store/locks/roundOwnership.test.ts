import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import pg from 'pg';
import {
  ownRounds,
  type PostgresRoundOwnership,
} from '../../../../server/store/locks/roundOwnership.ts';
import { freshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

describe('the ownership of the rounds', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  const processes: PostgresRoundOwnership[] = [];

  before(async () => {
    database = await freshDatabase();
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((one) => one.close()));
  });
  after(() => database?.drop());

  const join = (): PostgresRoundOwnership => {
    const one = ownRounds(database.databaseUrl, quietLog);
    processes.push(one);
    return one;
  };
  const owns = (one: PostgresRoundOwnership) =>
    until('the process is the owner', () => one.isOwner());
  /** How many sessions of this database have, or wait for, nothing but the rounds. */
  const query = async <T>(sql: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql)).rows as T[];
    } finally {
      await client.end();
    }
  };
  const SESSION = `select pid from pg_locks
    where locktype = 'advisory' and granted and database =
      (select oid from pg_database where datname = current_database())`;

  it('is of one process at a time', async () => {
    const [first, second] = [join(), join()];
    await until('one is the owner', () => first.isOwner() || second.isOwner());
    const [owner, other] = first.isOwner() ? [first, second] : [second, first];
    // Both have asked again since.
    await until('the other has asked', async () => {
      const [row] = await query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and pid not in (${SESSION})
           and query like '%pg_try_advisory_lock%'`,
      );
      return row!.n > 0;
    });
    assert.equal(other.isOwner(), false);
    await until('the owner is confirmed', () => owner.isOwner());
    assert.equal(other.isOwner(), false);
  });

  it('goes to another process when the owner stops', async () => {
    const owner = join();
    await owns(owner);
    const other = join();
    let became = 0;
    other.onOwned(() => (became += 1));
    await owner.close();
    assert.equal(owner.isOwner(), false);
    await owns(other);
    assert.equal(became, 1, 'the other one was told');
  });

  it('goes to another process when the owner’s session ends, as when it dies', async () => {
    const owner = join();
    await owns(owner);
    const [ended] = await query<{ pid: number }>(
      `select pid, pg_terminate_backend(pid) from (${SESSION}) s`,
    );
    await until('it has noticed, and owns the rounds by another session', async () => {
      const [session] = await query<{ pid: number }>(SESSION);
      return session && session.pid !== ended!.pid && owner.isOwner();
    });
    const other = join();
    await owner.close();
    await owns(other);
  });

  it('is taken from an owner that stands still, who knows it when it goes on', async () => {
    const program = `
      import { ownRounds } from './server/store/locks/roundOwnership.ts';
      const log = { info() {}, warn() {}, error() {} };
      const ownership = ownRounds(${JSON.stringify(database.databaseUrl)}, log);
      let said;
      setInterval(() => {
        if (ownership.isOwner() !== said) console.log((said = ownership.isOwner()) ? 'owner' : 'not owner');
      }, 20);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const said: string[] = [];
      createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
      await until('the child is the owner', () => said.at(-1) === 'owner');
      const other = join();
      child.kill('SIGSTOP');
      await owns(other);
      child.kill('SIGCONT');
      await until('the child knows that it is not', () => said.at(-1) === 'not owner');
      assert.equal(other.isOwner(), true);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
