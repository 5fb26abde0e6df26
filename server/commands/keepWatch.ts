import type { Call } from '../domain/call.ts';
import { duties } from '../domain/duties.ts';
import type { Store } from '../ports.ts';
import { dropLapsed, LEASE_MS, type Losing } from './keepPresence.ts';
import { reconcileCall } from './reconcileCall.ts';

export interface Watching extends Losing {
  readonly store: Pick<Store, 'changeCall' | 'loadCall' | 'openCallIds'>;
}

/** What the watch remembers from round to round. */
export interface WatchMemory {
  readonly lastLookAt: Map<string, number>;
  lastRoundAt?: number;
  leasesCountFrom?: number;
}

/** How old a thing may be before the carrier is asked about it. */
const PENDING_PATIENCE_MS = 2_000;
const JOINING_PATIENCE_MS = 10_000;
const ROUTINE_LOOK_MS = 30_000;
/** A pause of the rounds this long means that Dealside itself was away, and nobody could renew a lease. */
const AWAY_MS = 5_000;

/** One round over the open calls: whatever waits for a callback that did not come is asked for. */
export async function keepWatch(deps: Watching, memory: WatchMemory): Promise<void> {
  if (leasesCount(memory, Date.parse(deps.clock.now()))) await dropLapsed(deps);
  const { lastLookAt } = memory;
  const callIds = await deps.store.openCallIds();
  for (const known of lastLookAt.keys()) if (!callIds.includes(known)) lastLookAt.delete(known);
  for (const callId of callIds) {
    const call = await deps.store.loadCall(callId);
    const now = Date.parse(deps.clock.now());
    if (!call || !isLookDue(call, now, lastLookAt.get(callId))) continue;
    lastLookAt.set(callId, now);
    await reconcileCall(deps, callId);
  }
}

/** After Dealside was away itself, browsers get the time of a lease to say that they live. */
function leasesCount(memory: WatchMemory, now: number): boolean {
  if (memory.lastRoundAt === undefined || now - memory.lastRoundAt > AWAY_MS) memory.leasesCountFrom = now + LEASE_MS;
  memory.lastRoundAt = now;
  return now >= memory.leasesCountFrom!;
}

function isLookDue(call: Call, now: number, lookedAt: number | undefined): boolean {
  const age = (at: string) => now - Date.parse(at);
  const waits = call.interventions.some((i) =>
    (i.status === 'joining' && age(i.requestedAt) > JOINING_PATIENCE_MS) ||
    (i.status === 'active' && (i.leaving || (i.pending !== undefined && age(i.pending.requestedAt) > PENDING_PATIENCE_MS))));
  if (waits || duties(call).length > 0) return true;
  return now - (lookedAt ?? Date.parse(call.startedAt)) > ROUTINE_LOOK_MS;
}
