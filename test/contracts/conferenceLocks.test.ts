import assert from 'node:assert/strict';
import pg from 'pg';
import {
  createConferenceLocks,
  type PostgresConferenceLocks,
} from '../../server/store/locks/conferenceLocks.ts';
import { createLocalLocks } from '../../server/store/locks/localLocks.ts';
import { freshDatabase } from '../support/database.ts';
import { quietLog } from '../support/quietLog.ts';
import { until } from '../support/until.ts';
import { turnsContract } from './conferenceLocks.ts';

describe('turns of one process', () => {
  const locks = createLocalLocks();
  turnsContract(
    () => locks,
    () => locks,
  );

  it('come in the order they were asked for', async () => {
    const order: number[] = [];
    const end = (await locks.acquire('CF', 20_000))!;
    const others = [1, 2, 3].map((i) =>
      locks.acquire('CF', 20_000).then((next) => {
        order.push(i);
        next!();
      }),
    );
    end();
    await Promise.all(others);
    assert.deepEqual(order, [1, 2, 3]);
  });
});

describe('turns of two processes on one database', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let here: PostgresConferenceLocks;
  let there: PostgresConferenceLocks;

  before(async () => {
    database = await freshDatabase();
    [here, there] = [
      createConferenceLocks(database.databaseUrl, quietLog),
      createConferenceLocks(database.databaseUrl, quietLog),
    ];
  });
  after(async () => {
    await Promise.all([here.close(), there.close()]);
    await database.drop();
  });

  turnsContract(
    () => here,
    () => there,
  );

  it('are given back by a session that is cut, and come again after it', async () => {
    const end = (await here.acquire('CF1', 20_000))!;
    const waiting = there.acquire('CF1', 20_000);
    const client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
       and database = (select oid from pg_database where datname = current_database())`,
    );
    await client.end();
    const next = (await waiting)!;
    end();
    const again = here.acquire('CF1', 20_000);
    next();
    (await again)!();
  });

  it('cannot be had while the database is away, and say so at once to whoever cannot wait', async () => {
    const away = createConferenceLocks('postgresql://nobody@127.0.0.1:1/none', quietLog);
    assert.equal(await away.acquire('CF1', 0), undefined);
    await until(
      'it is known that none can be had',
      async () => (await away.acquire('CF1', 40)) === undefined,
    );
    await away.close();
  });
});
