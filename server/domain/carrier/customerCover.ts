import type { Call } from '../call/call.ts';
import { connectedParticipant } from '../call/call.ts';
import { guestParticipant, guestWithCall } from '../call/guest.ts';
import type { CallEvent } from '../call/events.ts';
import { takesCall } from '../call/modes.ts';

/**
 * Whether a customer is on a live call with nobody to talk to: the rep gone, and every supervisor
 * silent with no takeover pending. `without` is a supervisor who is about to leave, and does not
 * count.
 */
export function isCustomerUnattended(call: Call, without?: string): boolean {
  if (
    call.status !== 'live' ||
    !connectedParticipant(call, 'customer') ||
    isRepConnectedOrRinging(call) ||
    hasGuestWithCall(call)
  )
    return false;
  const isHeard = call.participants.some(
    ({ party, status, audibleTo }) =>
      party.role === 'supervisor' &&
      party.interventionId !== without &&
      status === 'connected' &&
      audibleTo === 'everyone',
  );
  const isTakingOver = call.interventions.some(
    (i) =>
      i.interventionId !== without &&
      i.status === 'active' &&
      !i.leaving &&
      i.pending !== undefined &&
      takesCall(i.pending.mode),
  );
  return !isHeard && !isTakingOver;
}

/**
 * Rings the rep back for an unattended customer: only a rep who was on the call before, so that
 * nobody is rung forever.
 */
export function callRepBack(call: Call, now: string, without?: string): CallEvent[] {
  const lastParticipant = call.participants.findLast(
    (participant) => participant.party.role === 'rep',
  );
  return lastParticipant?.joinedAt && isCustomerUnattended(call, without)
    ? [{ type: 'ParticipantDialled', party: { role: 'rep' }, at: now }]
    : [];
}

/** An outside party to whom the rep has left the call. */
function hasGuestWithCall(call: Call): boolean {
  const guest = guestWithCall(call);
  return guest !== undefined && guestParticipant(call, guest.guestId)?.status === 'connected';
}

/** A colleague who is to take the call counts, too. */
const isRepConnectedOrRinging = (call: Call): boolean =>
  call.participants.some(
    (participant) =>
      (participant.party.role === 'rep' || participant.party.role === 'colleague') &&
      participant.status !== 'left',
  );
