import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../server/store/calls/postgresStore.ts';
import { createOutbox } from '../../../server/store/outbox/outbox.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { manyEndedCalls } from '../../support/endedRepCall.ts';
import { manyEnded } from '../../support/manyInterventions.ts';
import { startOrgStage, type OrgStage } from '../../support/orgStage.ts';
import { program } from '../../support/program.ts';
import { quietLog } from '../../support/quietLog.ts';
import { until } from '../../support/until.ts';

const COUNT = 600;
const KILLS = 4;
/** Notifications in one request. */
const PER_REQUEST = 200;

describe('a worker that is killed while it writes many interventions to the org', () => {
  let org: OrgStage;
  let database: FreshDatabase;
  let store: PostgresStore;
  let worker: ChildProcess | undefined;

  before(async () => {
    [org, database] = await Promise.all([startOrgStage(), freshDatabase()]);
    store = createPostgresStore(database.databaseUrl, quietLog);
  });
  afterEach(() => kill());
  after(async () => {
    await store?.close();
    await database?.drop();
    await org?.stop();
  });

  function start(): void {
    worker = spawn(process.execPath, [program('test/support/crmRelayProcess.ts')], {
      env: {
        ...process.env,
        DATABASE_URL: database.databaseUrl,
        ORG_URL: org.url,
        ORG_CLIENT_KEY: org.clientKey,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
  async function kill(): Promise<void> {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = new Promise((resolve) => worker!.once('exit', resolve));
    worker.kill('SIGKILL');
    await gone;
  }
  const rows = async (object: string, key: string, keys: readonly string[]) => {
    const all = (await org.records(object)).map((row) => String(row[key]));
    return keys.map((one) => all.filter((other) => other === one).length);
  };

  it('loses and doubles no record, and rings again at most what it was ringing', async () => {
    const { interventionIds } = await manyEnded(org, store, COUNT, 'whisper');
    const requests = async () => (await org.used()).requests;
    // Slow enough to be hit in the middle.
    await org.fault({ delayMs: 30 });
    for (let kills = 0; kills < KILLS; kills += 1) {
      const before = await requests();
      start();
      await until('it has begun', async () => (await requests()) > before);
      await until('it is writing', async () => (await requests()) >= before + 2 + kills, {
        everyMs: 2,
      });
      await kill();
    }
    start();
    const { backlog } = createOutbox(store.pool);
    await until('the outbox is empty', async () => (await backlog()).waiting === 0);
    assert.equal((await backlog()).deadLetters, 0);
    const once = interventionIds.map(() => 1);
    assert.deepEqual(await rows('Call_Intervention__c', 'External_Id__c', interventionIds), once);
    assert.deepEqual(
      await rows(
        'Task',
        'Dealside_Key__c',
        interventionIds.map((id) => `${id}:activity`),
      ),
      once,
    );
    const rung = (await org.notifications()).map(({ targetId }) => targetId);
    assert.equal(new Set(rung).size, COUNT);
    assert.ok(rung.length <= COUNT + KILLS * PER_REQUEST, `${rung.length} notifications`);
  }).timeout(300_000);

  it('loses and doubles no rep’s own call', async () => {
    const ids = await manyEndedCalls(org, store, 300);
    const written = async () => (await org.records('Rep_Call__c')).length;
    // A request holds 75: killed while the first, and while another one is under way.
    for (const most of [0, 75]) {
      start();
      await until('it is writing', async () => (await written()) > most, { everyMs: 2 });
      await kill();
    }
    start();
    const { backlog } = createOutbox(store.pool);
    await until('the outbox is empty', async () => (await backlog()).waiting === 0);
    const once = ids.map(() => 1);
    assert.deepEqual(await rows('Rep_Call__c', 'External_Id__c', ids), once);
    assert.deepEqual(
      await rows(
        'Task',
        'Dealside_Key__c',
        ids.map((id) => `${id}:rep-call`),
      ),
      once,
    );
  }).timeout(300_000);
});
