import type { Call } from '../call/call.ts';
import { connectedParticipant } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { takesCall } from '../call/modes.ts';

/**
 * Whether the customer is on a live call with nobody to talk to: no rep is connected or dialed, no supervisor is heard,
 * and no takeover is pending. `without` leaves out a supervisor who is about to leave.
 */
export function isCustomerUnattended(call: Call, without?: string): boolean {
  if (call.status !== 'live' || !connectedParticipant(call, 'customer') || isRepConnectedOrRinging(call)) return false;
  const isHeard = call.participants.some(
    ({ party, status, audibleTo }) => party.role === 'supervisor' && party.interventionId !== without && status === 'connected' && audibleTo === 'everyone',
  );
  const isTakingOver = call.interventions.some((i) => i.interventionId !== without && i.status === 'active' && !i.leaving && i.pending !== undefined && takesCall(i.pending.mode));
  return !isHeard && !isTakingOver;
}

/** Dials the rep for an unattended customer. Only a rep who was on the call before, so that dialing does not repeat forever. */
export function callRepBack(call: Call, now: string, without?: string): CallEvent[] {
  const lastParticipant = call.participants.findLast((participant) => participant.party.role === 'rep');
  return lastParticipant?.joinedAt && isCustomerUnattended(call, without) ? [{ type: 'ParticipantDialled', party: { role: 'rep' }, at: now }] : [];
}

/** A colleague to whom the call is transferred counts as well. */
const isRepConnectedOrRinging = (call: Call): boolean =>
  call.participants.some((participant) => (participant.party.role === 'rep' || participant.party.role === 'colleague') && participant.status !== 'left');
