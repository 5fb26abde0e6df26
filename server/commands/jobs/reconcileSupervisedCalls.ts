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

const LOOK_EVERY_MS = 30_000;
/**
 * How long a call is looked into after its last supervisor has left it: longer than a phone rings,
 * or a softphone takes to connect. One who was joining may connect now, and is removed.
 */
const LATECOMER_MS = 60_000;

/**
 * One round over the supervised calls, of which there are few: each is looked into regularly,
 * whatever callbacks say.
 */
export async function reconcileSupervisedCalls(
  deps: ReconcileSupervisedCallsDeps,
  { lookedAt, supervisedAt }: SupervisedMemory,
): Promise<void> {
  const now = Date.parse(deps.clock.now());
  for (const callId of await deps.dueCalls.supervisedCallIds()) supervisedAt.set(callId, now);
  const isDue = (callId: string) => now - (lookedAt.get(callId) ?? -Infinity) >= LOOK_EVERY_MS;
  const due = [...supervisedAt.keys()].filter(isDue);
  for (const [callId, at] of supervisedAt)
    if (now - at > LATECOMER_MS) {
      supervisedAt.delete(callId);
      lookedAt.delete(callId);
    } else if (isDue(callId)) lookedAt.set(callId, now);
  await eachAtOnce(
    deps,
    due,
    (callId) => callId,
    (callId) => reconcileCall(deps, callId),
  );
}
