import { observe, orphanConference } from '../../domain/carrier/observe.ts';
import type { CarrierFact } from '../../domain/carrier/carrierFacts.ts';
import { applyToCall, performEffects, type AppliedChange, type CallDeps } from '../transact/applyToCall.ts';
import { runPendingActions } from './runPendingActions.ts';
import { reconcileCall } from './reconcileCall.ts';

export type FactOutcome = 'applied' | 'repeated' | 'unknown_call';

/** Takes in what the carrier reports, once, and answers as soon as it is durable; pending actions follow. */
export async function recordFact(deps: CallDeps, fact: CarrierFact, callbackKey?: string): Promise<FactOutcome> {
  const applied = await applyToCall(deps, fact.callId, (call, now) => observe(call, fact, now), callbackKey);
  if (applied === 'repeated') return 'repeated';
  if (!applied) return 'unknown_call';
  void followUp(deps, applied);
  const orphanConferenceId = orphanConference(applied.call, fact);
  if (orphanConferenceId) void endOrphanConference(deps, orphanConferenceId);
  return 'applied';
}

async function endOrphanConference({ control, log }: CallDeps, conferenceId: string): Promise<void> {
  await control.endCall(conferenceId).catch((problem: Error) => log.warn({ conferenceId, problem: problem.message }, 'a conference that nobody but a latecomer is in could not be ended'));
}

/** Acts on what was written: rings whom it says to ring, then keeps the call's pending actions. Never throws. */
export async function followUp(deps: CallDeps, applied: AppliedChange): Promise<void> {
  const { call } = applied;
  try {
    await performEffects(deps, applied);
    const mustLook = await runPendingActions(deps, call);
    if (mustLook) await reconcileCall(deps, call.callId);
  } catch (fault) {
    deps.log.error({ callId: call.callId, fault: String(fault) }, 'settling a call failed; the reconciler will return to it');
  }
}
