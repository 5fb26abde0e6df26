import type { Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/people/people.ts';
import { decideLeave } from '../../domain/supervision/supervise.ts';
import { leaveSteps } from '../../domain/carrier/switchSteps.ts';
import { decideOn } from '../transact/decideOn.ts';
import { activeIntervention, attemptAtCarrier, CONFIRMATION_PATIENCE_MS, forIntervention, type InterventionResult, type SupervisionDeps } from '../transact/forIntervention.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { runSteps } from '../carrier/runSteps.ts';

/** Takes the supervisor off the call; rep and customer talk on. */
export async function leaveCall(deps: SupervisionDeps, person: Person, { interventionId }: { interventionId: string }): Promise<InterventionResult> {
  return forIntervention(deps, person, interventionId, 'LeaveCall', async (subject) => {
    let interrupts: Mode | undefined;
    const decided = await decideOn(deps, subject, (call, now) => {
      interrupts = activeIntervention(call, interventionId)?.pending?.mode;
      return decideLeave(call, { interventionId, supervisor: person }, now);
    });
    if ('refusal' in decided) return decided;
    const intervention = activeIntervention(decided.ok, interventionId);
    if (!intervention || !decided.ok.conferenceId) return decided;
    const steps = leaveSteps(decided.ok, intervention, interrupts);
    const problem = await attemptAtCarrier(decided.ok, () => runSteps(deps, decided.ok, steps));
    if (problem) deps.later(CONFIRMATION_PATIENCE_MS, () => reconcileCall(deps, decided.ok.callId));
    return decided;
  });
}
