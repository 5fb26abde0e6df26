import { revokeLostRights } from '../commands/jobs/revokeLostRights.ts';
import { reconcileOpenCalls, type ReconcileMemory } from '../commands/jobs/reconcileOpenCalls.ts';
import { crmHandlers } from '../commands/jobs/deliverToCrm.ts';
import { inProcessTransport } from '../queue/inProcess.ts';
import { redisTransport } from '../queue/redis.ts';
import { startRelay } from '../queue/relay.ts';
import { everyMs, warning } from '../everyMs.ts';
import type { Closing, Shared } from './shared.ts';

export const WATCH_EVERY_MS = 2_000;
/** Before the lease of a softphone runs out that is refused its sign of life: the end has the reason it has. */
export const RIGHTS_EVERY_MS = 2_000;

/** Starts what nobody asks for: the outbox's relay, and the rounds over calls, rights and audit. */
export async function startWorker({ config, outbox, store, leases, changes, crm, policies, audit, following, clock, log }: Shared): Promise<Closing> {
  const relay = await startRelay({
    outbox, clock, log,
    transport: config.REDIS_URL ? redisTransport(config.REDIS_URL, log) : inProcessTransport(),
    handlers: {
      ...crmHandlers({ store, activities: crm.activities, helpRecords: crm.helpRecords }),
      ...audit.handlers,
    },
  });
  const unsubscribe = changes.subscribe({ onChange: () => relay.kick(), onGap: () => relay.kick() });
  const memory: ReconcileMemory = { lastLookAt: new Map(), latecomersUntil: new Map() };
  const watch = everyMs(WATCH_EVERY_MS, () => reconcileOpenCalls({ ...following, leases }, memory), warning(log, 'a watch round failed'));
  const unknownSince = new Map<string, number>();
  const rights = everyMs(RIGHTS_EVERY_MS, () => revokeLostRights({ ...following, directory: crm.directory, policies }, unknownSince), warning(log, 'a round over rights failed'));
  const auditing = audit.work();
  return [unsubscribe, () => watch.stop(), () => rights.stop(), () => auditing.stop(), () => relay.stop()];
}
