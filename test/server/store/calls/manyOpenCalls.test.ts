import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import { HEALTHY } from '../../../../server/domain/audioCheck/audioCheck.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { callView, isShownTo } from '../../../../server/http/views/presenters.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { at, rep } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const CALLS = 2_000;

describe('2,000 open calls of one org, each with a supervisor', function () {
  this.timeout(300_000);
  let database: FreshDatabase;
  let store: PostgresStore;

  before(async () => {
    database = await freshDatabase();
    await insertCalls(database.databaseUrl, { count: CALLS });
    const client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    await client.query(
      `insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "joinedAt", "mode", "modeSince", "modeHistory", "leaving", "whisperSkipped")
       select 'i' || n, 'many-' || n, 0, 'active', 'boss' || n, 'Boss ' || n, 'supervisor', 'v',
         now(), now(), 'monitor', now(), '[]', false, false
       from generate_series(1, $1::int) n`,
      [CALLS],
    );
    await client.end();
    store = createPostgresStore(database.databaseUrl, quietLog);
  });
  after(async () => {
    await store?.close();
    await database?.drop();
  });

  it('are not read again one by one when they change, once all were read', async () => {
    await store.findOpenCalls();
    const held = store.memory.get('many-7');
    assert.equal(held?.version, 1);
    const other = createPostgresStore(database.databaseUrl, quietLog);
    const rename = (name: string) => (call: Call) => ({
      call: { ...call, customer: { name } },
      audit: [],
      outbox: [],
      answer: call.customer.name,
    });
    await other.changeCall('many-7', rename('of another process'));
    await store.findOpenCalls();
    assert.deepEqual(await store.changeCall('many-7', rename('own')), {
      answer: 'of another process',
    });
    await other.close();
  });

  it('are listed to the last, and every rep sees their own call and who listens (R13)', async () => {
    const open = await store.findCalls({ orgId: LOCAL_ORG_ID, status: ['ringing', 'live'] });
    assert.equal(open.length, CALLS);
    const view = { policy: SAMPLE_POLICY, now: at(0), carrierHealth: HEALTHY };
    const byRep = Map.groupBy(open, (call) => call.rep.userId);
    for (let n = 1; n <= CALLS; n += 1) {
      const person = rep({ orgId: LOCAL_ORG_ID, userId: `005Many${n}`, name: `Rep ${n}` });
      const own = byRep.get(person.userId) ?? [];
      assert.equal(own.length, 1);
      assert.ok(isShownTo(person, own[0]!, view));
      assert.deepEqual(
        callView(own[0]!, person, view).interventions.map(({ supervisor }) => supervisor.name),
        [`Boss ${n}`],
      );
    }
  });

  it('are found for the oldest of them by its rep', async () => {
    const [own] = await store.findCalls({
      orgId: LOCAL_ORG_ID,
      repUserId: '005Many1',
      status: ['live'],
    });
    assert.equal(own?.callId, 'many-1');
  });
});
