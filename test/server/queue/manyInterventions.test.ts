import assert from 'node:assert/strict';
import { crmHandlers } from '../../../server/commands/jobs/deliverToCrm.ts';
import { gatherQueries } from '../../../server/crm/session/gatheredQueries.ts';
import { createCrmActivities } from '../../../server/crm/writes/activities.ts';
import { createCrmHelpRecords } from '../../../server/crm/writes/helpRecords.ts';
import { createCrmMissedCalls } from '../../../server/crm/writes/missedCalls.ts';
import { createCrmRepCalls } from '../../../server/crm/writes/repCalls.ts';
import { inProcessTransport } from '../../../server/queue/inProcess.ts';
import { startRelay, type Relay } from '../../../server/queue/relay.ts';
import { manyEndedCalls } from '../../support/endedRepCall.ts';
import { manyEnded } from '../../support/manyInterventions.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../support/orgStage.ts';
import { quietLog } from '../../support/quietLog.ts';
import { until } from '../../support/until.ts';

const COUNT = 1_000;

/** The rep's call that a task is the activity of. */
const keyOf = ({ Dealside_Key__c: key }: OrgRecord): string =>
  String(key).replace(/:rep-call$/, '');
const MOST_SOCKETS = 10;

describe('a thousand interventions that end at once', () => {
  let org: OrgStage;
  let relay: Relay | undefined;
  const stage = createMemoryStore();

  before(async () => (org = await startOrgStage()));
  afterEach(async () => {
    await relay?.stop();
    relay = undefined;
  });
  after(() => org.stop());

  /** Starts a relay, and counts the requests until all is delivered. */
  async function delivered(): Promise<{ requests: number; mostSockets: number }> {
    // A busy machine needs longer to ask what it asks at once.
    const crm = gatherQueries(org.connect(), { gatherMs: 200 });
    const before = await org.used();
    relay = await startRelay({
      outbox: stage.outbox,
      transport: inProcessTransport(),
      clock: { now: () => new Date().toISOString() },
      log: quietLog,
      pollMs: 20,
      handlers: {
        ...crmHandlers({
          store: stage.store,
          activities: createCrmActivities(crm),
          helpRecords: createCrmHelpRecords(crm),
          repCalls: createCrmRepCalls(crm, { logging: async () => 'all' }),
          missedCalls: createCrmMissedCalls(crm),
          onWritten: () => undefined,
          identifyCaller: async (call) => call,
          findHelpers: async () => [],
          transcripts: { ofEach: async () => new Map() },
          alerts: { ofCalls: async () => [] },
        }),
        'crm.callDay': async () => [],
        'carrier.helpCall': async () => [],
        'carrier.summonsCall': async () => [],
        'crm.debriefNotification': async () => [],
        'crm.debriefRecord': async () => [],
        'crm.debriefEvent': async () => [],
        'crm.coachingRatings': async () => [],
        'crm.trainingNotification': async () => [],
        'crm.jointCallEvent': async () => [],
        'crm.jointCallNotification': async () => [],
        'crm.followNotification': async () => [],
        'crm.checkpoint': async () => [],
      },
    });
    await until('all is delivered', async () => {
      const { waiting, deadLetters } = await stage.outbox.backlog();
      assert.equal(deadLetters, 0);
      return waiting === 0;
    });
    const { requests, mostSockets } = await org.used();
    return { requests: requests - before.requests, mostSockets };
  }

  it('and a thousand calls of reps are written in 15 requests', async () => {
    const ids = await manyEndedCalls(org, stage.store, COUNT);
    const { requests, mostSockets } = await delivered();
    const [records, tasks] = [await org.records('Rep_Call__c'), await org.records('Task')];
    assert.deepEqual(
      ids.filter((id) => records.filter((row) => row.External_Id__c === id).length !== 1),
      [],
    );
    assert.equal(tasks.filter((row) => ids.includes(keyOf(row))).length, COUNT);
    assert.ok(requests <= 15, `${requests} requests`);
    assert.ok(mostSockets <= MOST_SOCKETS, `${mostSockets} sockets`);
  });

  async function assertWritten(interventionIds: readonly string[]): Promise<void> {
    const records = (await org.records('Call_Intervention__c')).map((row) => row.External_Id__c);
    const tasks = (await org.records('Task')).map((row) => row.Dealside_Key__c);
    assert.deepEqual(
      interventionIds.filter((id) => records.filter((one) => one === id).length !== 1),
      [],
    );
    assert.deepEqual(
      interventionIds.filter((id) => tasks.filter((one) => one === `${id}:activity`).length !== 1),
      [],
    );
  }

  it('are written in 15 requests when nobody is notified', async () => {
    const { interventionIds } = await manyEnded(org, stage.store, COUNT, 'monitor');
    const { requests, mostSockets } = await delivered();
    await assertWritten(interventionIds);
    assert.ok(requests <= 15, `${requests} requests`);
    assert.ok(mostSockets <= MOST_SOCKETS, `${mostSockets} sockets`);
  });

  it('are written in 25 requests with a notification for each rep, one each', async () => {
    const { interventionIds } = await manyEnded(org, stage.store, COUNT, 'whisper');
    const { requests, mostSockets } = await delivered();
    await assertWritten(interventionIds);
    const rung = (await org.notifications()).map(({ targetId }) => targetId);
    assert.equal(rung.length, COUNT);
    assert.equal(new Set(rung).size, COUNT);
    assert.ok(requests <= 25, `${requests} requests`);
    assert.ok(mostSockets <= MOST_SOCKETS, `${mostSockets} sockets`);
  });
});
