import { LEAST_PAUSE_MS, lookAgainMs } from '../../domain/carrier/supervisedLooks.ts';
import type { DueCalls } from '../../ports/index.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { eachAtOnce } from './eachAtOnce.ts';

export interface ReconcileSupervisedCallsDeps extends CallDeps {
  readonly dueCalls: Pick<DueCalls, 'supervisedCallIds'>;
}

/** By call, in epoch milliseconds. */
export interface SupervisedMemory {
  readonly lookedAt: Map<string, number>;
  /** When the call was last supervised. */
  readonly supervisedAt: Map<string, number>;
}

/**
 * How long a call is looked into after its last supervisor has left it: longer than a phone rings,
 * or a softphone takes to connect. One who was joining may connect now, and is removed.
 */
const LATECOMER_MS = 60_000;

/**
 * One round over the supervised calls: each is looked into, whatever callbacks say, as often as what
 * happens on it asks for (`lookAgainMs`).
 */
export async function reconcileSupervisedCalls(
  deps: ReconcileSupervisedCallsDeps,
  { lookedAt, supervisedAt }: SupervisedMemory,
): Promise<void> {
  const now = deps.clock.now();
  const nowMs = Date.parse(now);
  for (const callId of await deps.dueCalls.supervisedCallIds()) supervisedAt.set(callId, nowMs);
  const sinceLook = (callId: string) => nowMs - (lookedAt.get(callId) ?? -Infinity);
  const due = new Set<string>();
  await Promise.all(
    [...supervisedAt.keys()].map(async (callId) => {
      if (sinceLook(callId) < LEAST_PAUSE_MS) return;
      const call = await deps.store.loadCall(callId);
      if (!call || sinceLook(callId) >= lookAgainMs(call, now)) due.add(callId);
    }),
  );
  for (const [callId, at] of supervisedAt)
    if (nowMs - at > LATECOMER_MS) {
      supervisedAt.delete(callId);
      lookedAt.delete(callId);
    } else if (due.has(callId)) lookedAt.set(callId, nowMs);
  await eachAtOnce(deps, [...due], {
    callIdOf: (callId) => callId,
    act: (callId) => reconcileCall(deps, callId),
  });
}
