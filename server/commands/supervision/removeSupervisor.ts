import type { Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { removalSteps } from '../../domain/carrier/switchSteps.ts';
import { applyToCall, performEffects, type CallDeps } from '../transact/applyToCall.ts';
import { activeIntervention, attemptAtCarrier } from '../transact/forIntervention.ts';
import { runSteps } from '../carrier/runSteps.ts';

export interface RemoveSupervisorInput { readonly callId: string; readonly interventionId: string; readonly cause: string }

/** Takes a supervisor's connection off a call by ourselves: silenced first, then removed; a customer left alone gets the rep back. */
export async function removeSupervisor(deps: CallDeps, { callId, interventionId, cause }: RemoveSupervisorInput, happened: (call: Call, now: string) => readonly CallEvent[]): Promise<void> {
  const before = await deps.store.loadCall(callId);
  if (!before) return;
  const intervention = activeIntervention(before, interventionId);
  deps.log.warn({ callId, interventionId, cause }, 'a supervisor is taken off a call');
  const applied = await applyToCall(deps, callId, happened, undefined, { kind: 'system' });
  if (intervention) {
    const problem = await attemptAtCarrier(before, () => runSteps(deps, before, removalSteps(before, intervention)));
    // What could not be done now is owed as a pending action: the reconciler removes the connection of an ended intervention.
    if (problem) deps.log.warn({ callId, interventionId, problem: problem.kind }, 'a leg could not be removed yet');
    // A connection that is gone already may have taken the call along: nobody is rung for a customer who is not there.
    if (problem?.kind === 'gone' && !(await isCustomerThere(deps, callId))) return;
  }
  if (applied && applied !== 'repeated') await performEffects(deps, applied);
}

async function isCustomerThere({ control }: CallDeps, callId: string): Promise<boolean> {
  const seen = await control.observeConference(callId).catch(() => undefined);
  return seen?.participants.some(({ party }) => party.role === 'customer') === true;
}
