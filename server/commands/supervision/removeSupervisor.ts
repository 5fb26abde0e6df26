import { activeIntervention, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { removalSteps } from '../../domain/carrier/silence.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { performEffects } from '../carrier/performEffects.ts';
import { runSteps } from '../carrier/runSteps.ts';
import { applyEvents } from '../transact/applyEvents.ts';

export interface RemoveSupervisorInput {
  readonly callId: string;
  readonly interventionId: string;
  readonly cause: string;
}

/**
 * Takes a supervisor off a call on Dealside's own account: silenced first, then removed; an
 * unattended customer gets the rep back.
 */
export async function removeSupervisor(
  deps: CallDeps,
  { callId, interventionId, cause }: RemoveSupervisorInput,
  happened: (call: Call, now: string) => readonly CallEvent[],
): Promise<void> {
  const before = await deps.store.loadCall(callId);
  if (!before) return;
  const intervention = activeIntervention(before, interventionId);
  deps.log.warn({ callId, interventionId, cause }, 'supervisor removed');
  const applied = await applyEvents(deps, { callId, actor: { kind: 'system' } }, happened);
  if (intervention) {
    const problem = await attemptAtCarrier(before, () =>
      runSteps(deps, before, removalSteps(before, intervention)),
    );
    // The rest is a pending action now: the connection of an ended intervention is removed.
    if (problem)
      deps.log.warn(
        { callId, interventionId, fault: problem.kind },
        'removal of supervisor failed, stays pending',
      );
    // The call may have ended together with the connection: a rep is rung back only for a customer
    // who is still there.
    if (problem?.kind === 'gone' && !(await isCustomerThere(deps, callId))) return;
  }
  if (applied.status === 'applied') await performEffects(deps, applied);
}

async function isCustomerThere({ control }: CallDeps, callId: string): Promise<boolean> {
  const seen = await control.observeConference(callId).catch(() => undefined);
  return seen?.participants.some(({ party }) => party.role === 'customer') === true;
}
