import { keepRights } from '../commands/keepRights.ts';
import { keepWatch, type WatchMemory } from '../commands/keepWatch.ts';
import { crmHandlers } from '../commands/tellCrm.ts';
import { inProcessTransport } from '../queue/inProcess.ts';
import { redisTransport } from '../queue/redis.ts';
import { startRelay } from '../queue/relay.ts';
import { repeatedly, warning } from '../repeatedly.ts';
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
      ...crmHandlers({ store, activities: crm.activities, assists: crm.assists }),
      ...audit.handlers,
    },
  });
  const unsubscribe = changes.subscribe({ onChange: () => relay.kick(), onGap: () => relay.kick() });
  const memory: WatchMemory = { lastLookAt: new Map(), latecomersUntil: new Map() };
  const watch = repeatedly(WATCH_EVERY_MS, () => keepWatch({ ...following, leases }, memory), warning(log, 'a watch round failed'));
  const unknownSince = new Map<string, number>();
  const rights = repeatedly(RIGHTS_EVERY_MS, () => keepRights({ ...following, directory: crm.directory, policies }, unknownSince), warning(log, 'a round over rights failed'));
  const auditing = audit.work();
  return [unsubscribe, () => watch.stop(), () => rights.stop(), () => auditing.stop(), () => relay.stop()];
}
