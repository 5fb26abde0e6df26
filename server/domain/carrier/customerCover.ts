import type { Call } from '../call/call.ts';
import { connectedParticipant } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { guestParticipant, guestWithCall, leftToGuestAt } from '../call/guest.ts';
import { replacesRep } from '../call/modes.ts';
import { openRepLoss } from '../call/repLoss.ts';

/**
 * Whether a customer is on a live call with nobody to talk to: the rep has left, and every
 * supervisor is silent with no takeover pending. `without` is a supervisor who is about to leave
 * and does not count.
 */
export function isCustomerUnattended(call: Call, without?: string): boolean {
  return (
    isCustomerAlone(call, without) && !call.participants.some(isRepRung) && !hasGuestWithCall(call)
  );
}

/** The same, even if a rep is being rung: the customer can hear nobody now. */
export function isCustomerAlone(call: Call, without?: string): boolean {
  return (
    call.status === 'live' &&
    connectedParticipant(call, 'customer') !== undefined &&
    isNobodyHeard(call, without)
  );
}

/** Whether the customer on this live call hears nobody, and nobody is about to be heard. */
export function isNobodyHeard(call: Call, without?: string): boolean {
  const isHeard = call.participants.some(
    ({ party, status, audibleTo }) =>
      status === 'connected' &&
      (party.role === 'rep' ||
        // A colleague who is to take the call counts, and a third party who is there.
        party.role === 'colleague' ||
        party.role === 'guest' ||
        (party.role === 'supervisor' &&
          party.interventionId !== without &&
          audibleTo === 'everyone')),
  );
  const isTakingOver = call.interventions.some(
    (i) =>
      i.interventionId !== without &&
      i.status === 'active' &&
      !i.leaving &&
      i.pending !== undefined &&
      replacesRep(i.pending.mode),
  );
  return !isHeard && !isTakingOver;
}

/**
 * Rings the rep back for an unattended customer, who hears a request to wait. Only a rep who was on
 * the call before is rung, so that ringing does not go on forever.
 */
export function callRepBack(call: Call, now: string, without?: string): CallEvent[] {
  const lastParticipant = call.participants.findLast(
    (participant) => participant.party.role === 'rep',
  );
  const isLeft = leftToGuestAt(call) !== undefined;
  return lastParticipant?.joinedAt && !isLeft && isCustomerUnattended(call, without)
    ? [
        ...(openRepLoss(call) ? [] : [{ type: 'RepLost' as const, at: now }]),
        { type: 'ParticipantDialled', party: { role: 'rep' }, at: now },
      ]
    : [];
}

/**
 * Whether the rep can talk to the customer as soon as a supervisor whom the customer hears is
 * silent.
 */
export const canRepContinue = (call: Call): boolean =>
  connectedParticipant(call, 'rep')?.onHold === false;

/** An outside party to whom the rep has left the call. */
function hasGuestWithCall(call: Call): boolean {
  const guest = guestWithCall(call);
  return guest !== undefined && guestParticipant(call, guest.guestId)?.status === 'connected';
}

const isRepRung = ({ party, status }: Call['participants'][number]): boolean =>
  (party.role === 'rep' || party.role === 'colleague') && status === 'ringing';
