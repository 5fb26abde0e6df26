/** A process that only relays the outbox to an org, for tests that kill it. */
import { crmHandlers } from '../../server/commands/jobs/deliverToCrm.ts';
import { connectCrm } from '../../server/crm/session/connection.ts';
import { createCrmActivities } from '../../server/crm/writes/activities.ts';
import { createCrmHelpRecords } from '../../server/crm/writes/helpRecords.ts';
import { createCrmMissedCalls } from '../../server/crm/writes/missedCalls.ts';
import { createRecordIds } from '../../server/crm/writes/recordIds.ts';
import { createCrmRepCalls } from '../../server/crm/writes/repCalls.ts';
import { inProcessTransport } from '../../server/queue/inProcess.ts';
import { startRelay } from '../../server/queue/relay.ts';
import { createPostgresStore } from '../../server/store/calls/postgresStore.ts';
import { createOutbox } from '../../server/store/outbox/outbox.ts';
import { ACCOUNT } from './orgAccount.ts';
import { quietLog } from './quietLog.ts';

const store = createPostgresStore(process.env.DATABASE_URL!, quietLog);
const crm = connectCrm({
  loginUrl: process.env.ORG_URL!,
  privateKey: process.env.ORG_CLIENT_KEY!,
  ...ACCOUNT,
});
const recordIds = createRecordIds(crm);
await startRelay({
  outbox: createOutbox(store.pool),
  transport: inProcessTransport(),
  clock: { now: () => new Date().toISOString() },
  log: quietLog,
  pollMs: 50,
  leaseMs: 1_000,
  handlers: {
    ...crmHandlers({
      store,
      activities: createCrmActivities(crm, { recordIds }),
      helpRecords: createCrmHelpRecords(crm, recordIds),
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
