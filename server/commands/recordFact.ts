import { observe, strayConference } from '../domain/observe.ts';
import type { TelephonyFact } from '../domain/telephonyFacts.ts';
import { applyToCall, actOn, type Applied, type Following } from './applyToCall.ts';
import { keepDuties } from './keepDuties.ts';
import { reconcileCall } from './reconcileCall.ts';

export type FactOutcome = 'applied' | 'repeated' | 'unknown_call';

/** Takes in what the carrier reports, once, and answers as soon as it is durable; duties follow. */
export async function recordFact(deps: Following, fact: TelephonyFact, callbackKey?: string): Promise<FactOutcome> {
  const applied = await applyToCall(deps, fact.callId, (call, now) => observe(call, fact, now), callbackKey);
  if (applied === 'repeated') return 'repeated';
  if (!applied) return 'unknown_call';
  void settle(deps, applied);
  const stray = strayConference(applied.call, fact);
  if (stray) void endStray(deps, stray);
  return 'applied';
}

async function endStray({ control, log }: Following, conferenceSid: string): Promise<void> {
  await control.endCall(conferenceSid).catch((problem: Error) => log.warn({ conferenceSid, problem: problem.message }, 'a conference that nobody but a latecomer is in could not be ended'));
}

/** Acts on what was written: rings whom it says to ring, then keeps the call's duties. Never throws. */
export async function settle(deps: Following, applied: Applied): Promise<void> {
  const { call } = applied;
  try {
    await actOn(deps, applied);
    const mustLook = await keepDuties(deps, call);
    if (mustLook) await reconcileCall(deps, call.callId);
  } catch (fault) {
    deps.log.error({ callId: call.callId, fault: String(fault) }, 'settling a call failed; the reconciler will return to it');
  }
}
