import type { Call } from '../domain/call.ts';
import type { CallEvent } from '../domain/events.ts';
import { lostSteps } from '../domain/switchSteps.ts';
import { applyToCall, actOn, type Following } from './applyToCall.ts';
import { activeOf, attempt } from './onIntervention.ts';
import { takeSteps } from './takeSteps.ts';

export interface TakeOff { readonly callId: string; readonly interventionId: string; readonly cause: string }

/** Takes a supervisor's leg off a call by ourselves: silenced first, then removed; a customer left alone gets the rep back. */
export async function takeOff(deps: Following, { callId, interventionId, cause }: TakeOff, happened: (call: Call, now: string) => readonly CallEvent[]): Promise<void> {
  const before = await deps.store.loadCall(callId);
  if (!before) return;
  const intervention = activeOf(before, interventionId);
  deps.log.warn({ callId, interventionId, cause }, 'a supervisor is taken off a call');
  const applied = await applyToCall(deps, callId, happened, undefined, { kind: 'system' });
  if (intervention) {
    const problem = await attempt(before, () => takeSteps(deps, before, lostSteps(before, intervention)));
    // What could not be done now is owed as a duty: the reconciler removes the leg of an ended intervention.
    if (problem) deps.log.warn({ callId, interventionId, problem: problem.kind }, 'a leg could not be removed yet');
    // A leg that is gone already may have taken the call along: nobody is rung for a customer who is not there.
    if (problem?.kind === 'gone' && !(await isCustomerThere(deps, callId))) return;
  }
  if (applied && applied !== 'repeated') await actOn(deps, applied);
}

async function isCustomerThere({ control }: Following, callId: string): Promise<boolean> {
  const seen = await control.look(callId).catch(() => undefined);
  return seen?.legs.some(({ party }) => party.role === 'customer') === true;
}
