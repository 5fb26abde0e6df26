import { isEngaged } from './line.ts';
import { currentCall, type SoftphoneState } from './state.ts';

/** The call that this softphone is in, even before the live feed has it. */
export const ownCallIdOf = (state: SoftphoneState): string | undefined =>
  (isEngaged(state.call) ? state.call.callId : undefined) ?? currentCall(state)?.callId;
