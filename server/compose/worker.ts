import { revokeLostRights } from '../commands/jobs/revokeLostRights.ts';
import { reconcileOpenCalls, type ReconcileMemory } from '../commands/jobs/reconcileOpenCalls.ts';
import { crmHandlers } from '../commands/jobs/deliverToCrm.ts';
import { inProcessTransport } from '../queue/inProcess.ts';
import { startRelay } from '../queue/relay.ts';
import { everyMs, warning } from '../everyMs.ts';
import type { Closing } from './closing.ts';
import type { Shared } from './shared.ts';

export const RECONCILE_EVERY_MS = 2_000;
/**
 * Less than a lease: a supervisor who lost the right to be on a call is removed for that, before
 * the lease runs out.
 */
export const RIGHTS_EVERY_MS = 2_000;

/** Starts the worker role: the outbox's relay, and the rounds over calls, rights and audit. */
export async function startWorker({
  config,
  outbox,
  store,
  leases,
  changes,
  crm,
  policies,
  audit,
  calls,
  clock,
  log,
}: Shared): Promise<Closing> {
  const relay = await startRelay({
    outbox,
    clock,
    log,
    transport: config.REDIS_URL
      ? (await import('../queue/redis.ts')).redisTransport(config.REDIS_URL, log)
      : inProcessTransport(),
    handlers: {
      ...crmHandlers({ store, activities: crm.activities, helpRecords: crm.helpRecords }),
      ...audit.handlers,
    },
  });
  const unsubscribe = changes.subscribe({
    onChange: () => relay.kick(),
    onGap: () => relay.kick(),
  });
  const memory: ReconcileMemory = { lastObservedAt: new Map(), latecomersUntil: new Map() };
  const reconciliation = everyMs(
    RECONCILE_EVERY_MS,
    () => reconcileOpenCalls({ ...calls, leases }, memory),
    warning(log, 'round of reconciliation failed'),
  );
  const unknownSince = new Map<string, number>();
  const rights = everyMs(
    RIGHTS_EVERY_MS,
    () =>
      revokeLostRights(
        {
          ...calls,
          directory: crm.directory,
          policies,
          goingOnMs: (orgId) => crm.ageLimits.of(orgId).goingOnMs,
        },
        unknownSince,
      ),
    warning(log, 'round over rights failed'),
  );
  const auditing = audit.work();
  return [
    unsubscribe,
    () => reconciliation.stop(),
    () => rights.stop(),
    () => auditing.stop(),
    () => relay.stop(),
  ];
}
