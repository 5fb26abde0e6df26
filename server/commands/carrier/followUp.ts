import { ringsOf } from '../../domain/carrier/joining.ts';
import type { AppliedChange } from '../transact/changeCall.ts';
import type { CallDeps } from './callDeps.ts';
import { performEffects } from './performEffects.ts';
import { reconcileCall } from './reconcileCall.ts';
import { runPendingActions } from './runPendingActions.ts';

/**
 * After a change was committed: performs its effects, runs the call's pending actions, and asks the
 * carrier where it must. Never throws.
 */
export async function followUp(deps: CallDeps, applied: AppliedChange): Promise<void> {
  const { callId } = applied.call;
  try {
    await performEffects(deps, applied);
    const { mustReconcile } = await runPendingActions(deps, applied.call);
    if (mustReconcile || isRingForgotten(applied)) await reconcileCall(deps, callId);
  } catch (fault) {
    deps.log.error(
      { callId, fault: String(fault) },
      'follow-up of a call failed, left to reconciliation',
    );
  }
}

/**
 * A rep has joined before the id of the ring for them was known: it may be the one that they have
 * answered, or one that rings on and that only the carrier can name.
 */
const isRingForgotten = ({ before, events }: AppliedChange): boolean =>
  ringsOf(before, { role: 'rep' }).some(({ connectionId }) => !connectionId) &&
  events.some((event) => event.type === 'ParticipantJoined' && event.party.role === 'rep');
