/**
 * A process that only relays the outbox and writes the key of each delivered message to stdout, for
 * tests that kill it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { oneByOne } from '../../server/queue/handlers.ts';
import { inProcessTransport } from '../../server/queue/inProcess.ts';
import { startRelay } from '../../server/queue/relay.ts';
import { createPostgresStore } from '../../server/store/calls/postgresStore.ts';
import { createOutbox } from '../../server/store/outbox/outbox.ts';
import { quietLog } from './quietLog.ts';

const store = createPostgresStore(process.env.DATABASE_URL!, quietLog);
await startRelay({
  outbox: createOutbox(store.pool),
  transport: inProcessTransport(),
  clock: { now: () => new Date().toISOString() },
  log: quietLog,
  pollMs: 50,
  leaseMs: 1_000,
  handlers: {
    'crm.intervention': oneByOne(async ({ key }) => {
      await pause(Number(process.env.DELIVERS_IN_MS));
      process.stdout.write(`${key}\n`);
    }),
    'crm.callDay': async () => [],
    'crm.checkpoint': async () => [],
    'crm.call': async () => [],
    'crm.notification': async () => [],
    'crm.help': async () => [],
    'crm.missedCall': async () => [],
    'crm.helpNotification': async () => [],
    'crm.summonsNotification': async () => [],
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
    'crm.missedCallNotification': async () => [],
    'crm.acknowledgement': async () => [],
  },
});
