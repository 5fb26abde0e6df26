import { beat, doLeasesCount, type LeaseClock } from '../../domain/supervision/leaseClock.ts';
import { loseSupervisor } from '../../domain/supervision/leave.ts';
import type { Leases } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { removeSupervisor } from './removeSupervisor.ts';
import { LEASE_MS } from './renewLease.ts';

export interface DropExpiredLeasesDeps extends CallDeps {
  readonly leases: Pick<Leases, 'expired'>;
}

/** State that is kept between beats. */
export interface LeaseMemory {
  /** Undefined at the start, and after a beat that failed. */
  clock?: LeaseClock;
  /** The removals that are under way, by intervention. */
  readonly removals: Map<string, Promise<void>>;
}

/**
 * One beat of the lease clock: removes supervisors whose softphone has sent no heartbeat for the
 * length of a lease, silenced first, then removed. Removals are not waited for, so that a slow
 * carrier never delays the next beat; `memory.removals` has them until they are done.
 */
export async function dropExpiredLeases(
  deps: DropExpiredLeasesDeps,
  memory: LeaseMemory,
): Promise<void> {
  const now = deps.clock.now();
  const before = memory.clock;
  memory.clock = undefined;
  const expired = await deps.leases.expired(now);
  memory.clock = beat(before, Date.parse(now), LEASE_MS);
  if (!doLeasesCount(memory.clock, Date.parse(now))) return;
  for (const lease of expired)
    if (!memory.removals.has(lease.interventionId))
      memory.removals.set(lease.interventionId, remove(deps, memory, lease));
}

async function remove(
  deps: DropExpiredLeasesDeps,
  { removals }: LeaseMemory,
  { callId, interventionId }: { readonly callId: string; readonly interventionId: string },
): Promise<void> {
  try {
    await removeSupervisor(deps, { callId, interventionId, cause: 'no heartbeat' }, (call, now) =>
      loseSupervisor(call, interventionId, now),
    );
  } catch (fault) {
    deps.log.warn(
      { callId, interventionId, fault: String(fault) },
      'supervisor without heartbeat not removed, left to the next beat',
    );
  } finally {
    removals.delete(interventionId);
  }
}
