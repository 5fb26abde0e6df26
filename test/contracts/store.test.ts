import assert from 'node:assert/strict';
import {
  listenForCallChanges,
  type PostgresCallChanges,
} from '../../server/store/calls/callChanges.ts';
import { createDueCalls } from '../../server/store/calls/dueCalls.ts';
import { createPostgresStore, type PostgresStore } from '../../server/store/calls/postgresStore.ts';
import { migrate } from '../../server/store/database/migrate.ts';
import { grantApplication } from '../../server/store/database/roles.ts';
import { createOutbox } from '../../server/store/outbox/outbox.ts';
import { freshDatabase } from '../support/database.ts';
import { createMemoryStore } from '../support/memoryStore.ts';
import { quietLog } from '../support/quietLog.ts';
import { until } from '../support/until.ts';
import { storeContract } from './store.ts';

describe('the store in memory', () => {
  const parts = createMemoryStore();
  storeContract(() => parts);
});

describe('the store in PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresStore;
  let changes: PostgresCallChanges;

  before(async () => {
    database = await freshDatabase();
    await grantApplication(database.databaseUrl, database.applicationUrl);
    store = createPostgresStore(database.applicationUrl, quietLog);
    changes = await listenForCallChanges(database.applicationUrl, quietLog);
  });
  after(async () => {
    await changes?.close();
    await store?.close();
    await database?.drop();
  });

  storeContract(() => ({
    store,
    changes,
    outbox: createOutbox(store.pool),
    dueCalls: createDueCalls(store.pool),
  }));

  it('is migrated once, also by two at the same time', async () => {
    assert.deepEqual(
      await Promise.all([migrate(database.databaseUrl), migrate(database.databaseUrl)]),
      [[], []],
    );
  });

  it('tells of a gap when its connection for news was cut', async () => {
    let gaps = 0;
    const unsubscribe = changes.subscribe({ onChange: () => undefined, onGap: () => (gaps += 1) });
    await store.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
    );
    await until('the gap is told', () => gaps > 0);
    unsubscribe();
  });
});
