import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../server/store/calls/postgresStore.ts';
import { createOutbox } from '../../../server/store/outbox/outbox.ts';
import { liveCall, ORG } from '../../support/builders.ts';
import { freshDatabase } from '../../support/database.ts';
import { quietLog } from '../../support/quietLog.ts';
import { until } from '../../support/until.ts';

const MESSAGES = 120;
const KILLS = 4;
/** Of each message, so that there are some left to deliver however late a relay is killed. */
const SLOW_MS = 60;

describe('a relay that is killed in the middle of its work', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresStore;
  const processes: ChildProcess[] = [];

  before(async () => {
    database = await freshDatabase();
    store = createPostgresStore(database.databaseUrl, quietLog);
  });
  after(async () => {
    await Promise.all(processes.map(killed));
    await store?.close();
    await database?.drop();
  });

  it('loses nothing, and leaves nothing undone', async () => {
    const keys = Array.from({ length: MESSAGES }, (_, n) => `k${n}`);
    await store.createCall(
      liveCall(),
      [],
      keys.map((key) => ({
        key,
        orgId: ORG,
        topic: 'crm.intervention',
        payload: { callId: 'c1', interventionId: key },
      })),
    );

    const delivered = new Set<string>();
    for (let kills = 0; kills <= KILLS; kills += 1) {
      const isLast = kills === KILLS;
      const [relay, before] = [startRelayProcess(delivered, isLast ? 0 : SLOW_MS), delivered.size];
      if (isLast) break;
      await until('it has begun to deliver', () => delivered.size >= before + 5, { everyMs: 2 });
      await killed(relay);
    }

    const { backlog } = createOutbox(store.pool);
    await until('the outbox is empty', async () => (await backlog()).waiting === 0);
    assert.deepEqual([...delivered].toSorted(), keys.toSorted());
    assert.equal((await backlog()).deadLetters, 0);
  }).timeout(300_000);

  function startRelayProcess(delivered: Set<string>, deliversInMs: number): ChildProcess {
    const child = spawn(process.execPath, ['test/support/relayProcess.ts'], {
      env: {
        ...process.env,
        DATABASE_URL: database.databaseUrl,
        DELIVERS_IN_MS: String(deliversInMs),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', (key) => delivered.add(key));
    processes.push(child);
    return child;
  }
});

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
