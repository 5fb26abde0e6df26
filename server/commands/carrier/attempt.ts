import { connectedParticipant, type Call } from '../../domain/call/call.ts';
import { CarrierProblem, type Log } from '../../ports/index.ts';

/**
 * Acts at the carrier while the customer is on the call; returns the problem, if any. Other faults
 * are thrown.
 */
export async function attemptAtCarrier(
  call: Call,
  act: () => Promise<void>,
): Promise<CarrierProblem | undefined> {
  if (!call.conferenceId || !connectedParticipant(call, 'customer'))
    return new CarrierProblem('gone', 'the conference is over');
  try {
    await act();
    return undefined;
  } catch (problem) {
    if (problem instanceof CarrierProblem) return problem;
    throw problem;
  }
}

/**
 * Does a pending action. Returns whether it is done; one that is not stays pending, and the rounds
 * of reconciliation come back to it.
 */
export async function attemptAction(
  { log }: { readonly log: Log },
  { callId }: Call,
  { action, act }: { readonly action: string; readonly act: () => Promise<void> },
): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    // A connection that no longer exists needs no action.
    if (problem.kind === 'gone') return true;
    log.warn(
      { callId, action, fault: problem.kind, code: problem.code },
      'carrier action failed, stays pending',
    );
    return false;
  }
}
