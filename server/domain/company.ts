import type { Call } from './call.ts';
import { present } from './call.ts';
import type { CallEvent } from './events.ts';

/**
 * Whether a customer is on a live call with nobody to talk to: the rep gone, and every supervisor silent
 * with no takeover on its way. `without` leaves out a supervisor who is about to go.
 */
export function isLeftAlone(call: Call, without?: string): boolean {
  if (call.status !== 'live' || !present(call, 'customer') || isRepThereOrRung(call)) return false;
  const isHeard = call.participants.some(
    ({ party, status, voice }) => party.role === 'supervisor' && party.interventionId !== without && status === 'present' && voice === 'everyone',
  );
  const isTakenOver = call.interventions.some((i) => i.interventionId !== without && i.status === 'active' && !i.leaving && i.pending?.mode === 'takeover');
  return !isHeard && !isTakenOver;
}

/** A customer left alone gets the rep back: one who was on the call before, so that nobody is rung for ever. */
export function repIsCalledBack(call: Call, now: string, without?: string): CallEvent[] {
  const lastLeg = call.participants.findLast((leg) => leg.party.role === 'rep');
  return lastLeg?.joinedAt && isLeftAlone(call, without) ? [{ type: 'ParticipantDialled', party: { role: 'rep' }, at: now }] : [];
}

/** A colleague who is to take the call is company too. */
const isRepThereOrRung = (call: Call): boolean =>
  call.participants.some((leg) => (leg.party.role === 'rep' || leg.party.role === 'colleague') && leg.status !== 'left');
