import type { Call } from '../../domain/call/call.ts';
import { pendingActions } from '../../domain/carrier/pendingActions.ts';
import type { Store } from '../../ports/index.ts';
import { dropExpiredLeases, LEASE_MS, type DropExpiredLeasesDeps } from '../supervision/renewLease.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';

export interface ReconcileOpenCallsDeps extends DropExpiredLeasesDeps {
  readonly store: Pick<Store, 'changeCall' | 'loadCall' | 'openCallIds'>;
}

/** What the watch remembers from round to round. */
export interface ReconcileMemory {
  readonly lastLookAt: Map<string, number>;
  /** Calls that somebody was still coming to when they ended, and until when they are looked after. */
  readonly latecomersUntil: Map<string, number>;
  openBefore?: readonly string[];
  lastRoundAt?: number;
  leasesCountFrom?: number;
}

/** How old a thing may be before the carrier is asked about it. */
const PENDING_PATIENCE_MS = 2_000;
const JOINING_PATIENCE_MS = 10_000;
const ROUTINE_LOOK_MS = 30_000;
/** Longer than a phone rings, or a softphone takes to connect. */
const LATECOMER_MS = 60_000;
/** A pause of the rounds this long means that Dealside itself was away, and nobody could renew a lease. */
const AWAY_MS = 5_000;

/** One round over the open calls: whatever waits for a callback that did not come is asked for. */
export async function reconcileOpenCalls(deps: ReconcileOpenCallsDeps, memory: ReconcileMemory): Promise<void> {
  if (areLeasesValid(memory, Date.parse(deps.clock.now()))) await dropExpiredLeases(deps);
  const { lastLookAt } = memory;
  const callIds = await deps.store.openCallIds();
  await lookForLatecomers(deps, memory, callIds);
  memory.openBefore = callIds;
  for (const known of lastLookAt.keys()) if (!callIds.includes(known)) lastLookAt.delete(known);
  for (const callId of callIds) {
    const call = await deps.store.loadCall(callId);
    const now = Date.parse(deps.clock.now());
    if (!call || !isLookDue(call, now, lastLookAt.get(callId))) continue;
    lastLookAt.set(callId, now);
    await reconcileCall(deps, callId);
  }
}

/**
 * Whoever comes to a conference that is over opens a new one, alone. Their coming ends it; should the carrier have been away just then,
 * the rounds come back to it.
 */
async function lookForLatecomers(deps: ReconcileOpenCallsDeps, { openBefore = [], latecomersUntil }: ReconcileMemory, openCallIds: readonly string[]): Promise<void> {
  const now = Date.parse(deps.clock.now());
  for (const callId of openBefore) {
    const call = openCallIds.includes(callId) ? undefined : await deps.store.loadCall(callId);
    if (call && isSomebodyComing(call)) latecomersUntil.set(callId, now + LATECOMER_MS);
  }
  for (const [callId, until] of latecomersUntil) {
    await reconcileCall(deps, callId);
    if (now > until) latecomersUntil.delete(callId);
  }
}

const isSomebodyComing = ({ interventions, participants }: Call): boolean =>
  interventions.some((one) => one.status === 'ended' && one.joinedAt === undefined) || participants.some(({ joinedAt }) => joinedAt === undefined);

/** After Dealside was away itself, browsers get the time of a lease to say that they live. */
function areLeasesValid(memory: ReconcileMemory, now: number): boolean {
  if (memory.lastRoundAt === undefined || now - memory.lastRoundAt > AWAY_MS) memory.leasesCountFrom = now + LEASE_MS;
  memory.lastRoundAt = now;
  return now >= memory.leasesCountFrom!;
}

function isLookDue(call: Call, now: number, lookedAt: number | undefined): boolean {
  const age = (at: string) => now - Date.parse(at);
  const waits = call.interventions.some((i) =>
    (i.status === 'joining' && age(i.requestedAt) > JOINING_PATIENCE_MS) ||
    (i.status === 'active' && (i.leaving || (i.pending !== undefined && age(i.pending.requestedAt) > PENDING_PATIENCE_MS))));
  if (waits || pendingActions(call).length > 0) return true;
  return now - (lookedAt ?? Date.parse(call.startedAt)) > ROUTINE_LOOK_MS;
}
