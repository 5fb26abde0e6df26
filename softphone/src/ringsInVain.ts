import { currentCall, type SoftphoneState } from './state.ts';

/**
 * The lines that ring for a call that this rep is on. The server rings a rep who was lost, and stops
 * that once it knows that the rep is back by another connection; until then a rep who presses
 * “Connect again” once more would answer the ring. They are declined only once the server sees the
 * rep on the call again.
 */
export function ringsInVain(state: SoftphoneState): readonly string[] {
  const { call: line, rings } = state;
  const call = currentCall(state);
  const isBack =
    line.status === 'open' &&
    line.interventionId === undefined &&
    call?.rep.userId === state.me?.userId &&
    call?.rep.present === true &&
    call.repLoss === undefined;
  return isBack
    ? rings
        .filter(({ callId, lostRep }) => callId === call.callId && lostRep !== undefined)
        .map(({ lineId }) => lineId)
    : [];
}
