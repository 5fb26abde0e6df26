import { crmHandlers } from '../server/commands/jobs/deliverToCrm.ts';
import { connectOrgs } from '../server/crm/session/orgs.ts';
import { inProcessTransport } from '../server/queue/inProcess.ts';
import { startRelay } from '../server/queue/relay.ts';
import { createPostgresStore } from '../server/store/calls/postgresStore.ts';
import { createOutbox } from '../server/store/outbox/outbox.ts';
import { freshDatabase } from '../test/support/database.ts';
import { manyEnded } from '../test/support/manyInterventions.ts';
import { ACCOUNT } from '../test/support/orgAccount.ts';
import { startOrgStage } from '../test/support/orgStage.ts';
import { quietLog } from '../test/support/quietLog.ts';
import { until } from '../test/support/until.ts';

/**
 * Requests, sockets and seconds until interventions (1,000 by default) that wait in the outbox are
 * in the local org, without and with a notification each.
 */
const count = Number(process.argv[2] ?? 1_000);
const [database, org] = await Promise.all([freshDatabase(), startOrgStage()]);
const store = createPostgresStore(database.databaseUrl, quietLog);
const outbox = createOutbox(store.pool);
const { activities, helpRecords, repCalls, missedCalls } = connectOrgs([
  {
    orgId: org.orgId,
    origins: [],
    loginUrl: org.url,
    privateKey: org.clientKey,
    ...ACCOUNT,
  },
]);

for (const mode of ['monitor', 'whisper'] as const) {
  await manyEnded(org, store, count, mode);
  const before = await org.used();
  const begunAt = performance.now();
  const relay = await startRelay({
    outbox,
    transport: inProcessTransport(),
    clock: { now: () => new Date().toISOString() },
    log: quietLog,
    handlers: {
      ...crmHandlers({
        store,
        activities,
        helpRecords,
        repCalls,
        missedCalls,
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
  await until('all is in the org', async () => (await outbox.backlog()).waiting === 0, {
    timeoutMs: 600_000,
  });
  const seconds = (performance.now() - begunAt) / 1000;
  await relay.stop();
  const { requests, mostSockets } = await org.used();
  const perThousand = ((requests - before.requests) * 1_000) / count;
  process.stdout.write(
    `${mode === 'whisper' ? 'with' : 'without'} notifications: ${perThousand.toFixed(1)} requests per 1,000 interventions, ${mostSockets} sockets at most, ${count} in ${seconds.toFixed(1)} s\n`,
  );
}
await store.close();
await database.drop();
// The PostgreSQL that it started keeps the process alive.
process.exit(0);
