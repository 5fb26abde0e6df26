import type { Call } from '../../domain/call/call.ts';
import { pendingActions } from '../../domain/carrier/pendingActions.ts';
import type { Leases, Store } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { dropExpiredLeases, LEASE_MS } from '../supervision/renewLease.ts';

export interface ReconcileOpenCallsDeps extends CallDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'openCallIds'>;
  readonly leases: Pick<Leases, 'expired'>;
}

/** What is remembered from round to round. Numbers are epoch milliseconds. */
export interface ReconcileMemory {
  readonly lastObservedAt: Map<string, number>;
  /** Calls that somebody was still joining when they ended, and until when they are reconciled. */
  readonly latecomersUntil: Map<string, number>;
  openBefore?: readonly string[];
  lastRoundAt?: number;
  leasesCountFrom?: number;
}

/** How long a mode change may be pending, and a join may take, before the carrier is asked. */
const PENDING_PATIENCE_MS = 2_000;
const JOINING_PATIENCE_MS = 10_000;
const ROUTINE_OBSERVATION_MS = 30_000;
/** Longer than a phone rings, or a softphone takes to connect. */
const LATECOMER_MS = 60_000;
/**
 * A pause of the rounds this long means that Dealside was not running, and no lease could be
 * renewed.
 */
const AWAY_MS = 5_000;

/**
 * One round over the open calls: for what waits for a callback that did not come, the carrier is
 * asked.
 */
export async function reconcileOpenCalls(
  deps: ReconcileOpenCallsDeps,
  memory: ReconcileMemory,
): Promise<void> {
  if (areLeasesValid(memory, Date.parse(deps.clock.now()))) await dropExpiredLeases(deps);
  const { lastObservedAt } = memory;
  const callIds = await deps.store.openCallIds();
  await reconcileLatecomers(deps, memory, callIds);
  memory.openBefore = callIds;
  for (const known of lastObservedAt.keys())
    if (!callIds.includes(known)) lastObservedAt.delete(known);
  for (const callId of callIds) {
    const call = await deps.store.loadCall(callId);
    const now = Date.parse(deps.clock.now());
    if (!call || !isObservationDue(call, now, lastObservedAt.get(callId))) continue;
    lastObservedAt.set(callId, now);
    await reconcileCall(deps, callId);
  }
}

/**
 * A participant who joins a conference that is over opens a new one, alone. The callback of the
 * join ends it; for a callback that was lost, the rounds go on for a while after the call has
 * ended.
 */
async function reconcileLatecomers(
  deps: ReconcileOpenCallsDeps,
  { openBefore = [], latecomersUntil }: ReconcileMemory,
  openCallIds: readonly string[],
): Promise<void> {
  const now = Date.parse(deps.clock.now());
  for (const callId of openBefore) {
    const call = openCallIds.includes(callId) ? undefined : await deps.store.loadCall(callId);
    if (call && isSomebodyJoining(call)) latecomersUntil.set(callId, now + LATECOMER_MS);
  }
  for (const [callId, until] of latecomersUntil) {
    await reconcileCall(deps, callId);
    if (now > until) latecomersUntil.delete(callId);
  }
}

const isSomebodyJoining = ({ interventions, participants }: Call): boolean =>
  interventions.some((one) => one.status === 'ended' && one.joinedAt === undefined) ||
  participants.some(({ joinedAt }) => joinedAt === undefined);

/** After Dealside was not running, softphones have the length of a lease to send a heartbeat. */
function areLeasesValid(memory: ReconcileMemory, now: number): boolean {
  if (memory.lastRoundAt === undefined || now - memory.lastRoundAt > AWAY_MS)
    memory.leasesCountFrom = now + LEASE_MS;
  memory.lastRoundAt = now;
  return now >= memory.leasesCountFrom!;
}

function isObservationDue(call: Call, now: number, observedAt: number | undefined): boolean {
  const age = (at: string) => now - Date.parse(at);
  const waits = call.interventions.some(
    (i) =>
      (i.status === 'joining' && age(i.requestedAt) > JOINING_PATIENCE_MS) ||
      (i.status === 'active' &&
        (i.leaving ||
          (i.pending !== undefined && age(i.pending.requestedAt) > PENDING_PATIENCE_MS))),
  );
  if (waits || pendingActions(call).length > 0) return true;
  return now - (observedAt ?? Date.parse(call.startedAt)) > ROUTINE_OBSERVATION_MS;
}
