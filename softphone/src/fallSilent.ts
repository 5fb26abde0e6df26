import type { Clock } from './clock.ts';
import type { Phone } from './device.ts';
import { isEngaged } from './line.ts';
import { replacesRep, type Mode } from './modes.ts';
import { currentCall, ownIntervention, type SoftphoneEvent, type SoftphoneState } from './state.ts';
import { fallsSilentAt } from './voice.ts';

/** How long leaving waits for the server before this softphone hangs up on its own. */
const LEAVE_WITHIN_MS = 3_000;

/**
 * Mutes when the person clicks, before the server has answered. Without a mode, the click is to
 * leave. A supervisor who has taken the call over stays on it until the server has given it back.
 */
export function createFallSilent({
  state,
  dispatch,
  phone,
  clock,
}: {
  state(): SoftphoneState;
  dispatch(event: SoftphoneEvent): void;
  /** Undefined until the softphone is connected. */
  phone(): Phone | undefined;
  clock: Clock;
}): (interventionId: string, mode?: Mode) => void {
  return (interventionId, mode) => {
    if (mode && !fallsSilentAt(mode, ownIntervention(state()), currentCall(state()))) return;
    dispatch({ type: 'voice-silenced', interventionId });
    if (mode) return;
    clock.after(LEAVE_WITHIN_MS, () => {
      const { call } = state();
      const own = ownIntervention(state());
      const isStillOn = isEngaged(call) && call.interventionId === interventionId;
      if (isStillOn && !(own?.mode && replacesRep(own.mode))) phone()?.hangUp();
    });
  };
}
