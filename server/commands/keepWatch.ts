import type { Call } from '../domain/call.ts';
import type { Store } from '../ports.ts';
import type { Following } from './applyToCall.ts';
import { reconcileCall } from './reconcileCall.ts';

export interface Watching extends Following {
  readonly store: Pick<Store, 'changeCall' | 'loadCall' | 'openCallIds'>;
}

/** How old a thing may be before the carrier is asked about it. */
const PENDING_PATIENCE_MS = 2_000;
const JOINING_PATIENCE_MS = 10_000;
const ROUTINE_LOOK_MS = 30_000;

/** One round over the open calls: whatever waits for a callback that did not come is asked for. */
export async function keepWatch(deps: Watching, lastLookAt: Map<string, number>): Promise<void> {
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

function isLookDue(call: Call, now: number, lookedAt: number | undefined): boolean {
  const age = (at: string) => now - Date.parse(at);
  const waits = call.interventions.some((i) =>
    (i.status === 'joining' && age(i.requestedAt) > JOINING_PATIENCE_MS) ||
    (i.status === 'active' && (i.leaving || (i.pending !== undefined && age(i.pending.requestedAt) > PENDING_PATIENCE_MS))));
  if (waits) return true;
  return now - (lookedAt ?? Date.parse(call.startedAt)) > ROUTINE_LOOK_MS;
}
