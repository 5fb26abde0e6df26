import { connectedParticipant, hasTakenOver, type Call, type Party } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import {
  currentGuests,
  guestOf,
  guestParticipant,
  guestWithCall,
  type GuestEnd,
} from '../call/guest.ts';
import { requestedTransfer } from '../call/transfer.ts';
import { mustHold } from './awaitRep.ts';
import type { Step } from './steps.ts';

/** The events about guests when parties join and leave, and the actions at the carrier. */

/** The guest did not answer, or could not be dialed. The call stays the rep's. */
export const guestNotReached = (
  call: Call,
  guestId: string,
  { because, now }: { readonly because: GuestEnd; readonly now: string },
): CallEvent[] => [
  { type: 'ParticipantLeft', party: { role: 'guest', guestId }, at: now },
  ...endGuest(call, guestId, { because, now }),
];

/** Ends a guest who has not ended yet. */
export function endGuest(
  call: Call,
  guestId: string,
  { because, now }: { readonly because: GuestEnd; readonly now: string },
): CallEvent[] {
  const guest = guestOf(call, guestId);
  return guest && guest.status !== 'ended'
    ? [{ type: 'GuestEnded', guestId, because, at: now }]
    : [];
}

/**
 * A guest who is there. One who takes the call at once gets it, unless a supervisor has taken it
 * over meanwhile: then the guest stays as a third party.
 */
export function guestAfterJoin(call: Call, party: Party, now: string): CallEvent[] {
  if (party.role !== 'guest') return [];
  const guest = guestOf(call, party.guestId);
  if (guest?.status !== 'ringing') return [];
  const { guestId } = guest;
  return [
    { type: 'GuestJoined', guestId, at: now },
    ...(guest.takesCallAtOnce && !call.interventions.some(hasTakenOver)
      ? [{ type: 'CallLeftToGuest' as const, guestId, at: now }]
      : []),
  ];
}

/** A guest who has left. */
export const guestAfterLeave = (call: Call, party: Party, now: string): CallEvent[] =>
  party.role === 'guest' ? endGuest(call, party.guestId, { because: 'left', now }) : [];

/**
 * Takes off the rep who leaves the call to a guest who is there. The rep's leaving ends nothing any
 * more, so that the customer stays with the guest.
 */
export function leaveToGuestSteps(call: Call): Step[] {
  const guest = guestWithCall(call);
  const rep = connectedParticipant(call, 'rep');
  const isThere = guest && guestParticipant(call, guest.guestId)?.status === 'connected';
  if (!isThere || !rep?.connectionId || call.interventions.some(hasTakenOver)) return [];
  return [
    { do: 'set', connectionId: rep.connectionId, endsCall: false },
    { do: 'remove', connectionId: rep.connectionId },
  ];
}

/** Guests whose connection must be removed at the carrier. */
export const guestsToLetGo = (call: Call) =>
  call.participants.filter(
    ({ party, status }) =>
      party.role === 'guest' &&
      status !== 'left' &&
      (guestOf(call, party.guestId)?.status ?? 'ended') === 'ended',
  );

/** Whether rep and third party have not finished talking, or the third party is still rung. */
const isTalkOpen = (call: Call): boolean =>
  connectedParticipant(call, 'rep') !== undefined &&
  (requestedTransfer(call) !== undefined ||
    currentGuests(call).some(({ status }) => status !== 'has_call')) &&
  !call.interventions.some(hasTakenOver);

/**
 * Whether the customer must be put on hold or resumed for a talk between rep and third party;
 * undefined if neither.
 */
export function holdOwed(call: Call): boolean | undefined {
  const customer = connectedParticipant(call, 'customer');
  if (call.status !== 'live' || !call.talkHold || !customer || mustHold(call)) return undefined;
  const wanted = isTalkOpen(call);
  return customer.onHold === wanted ? undefined : wanted;
}

/** A hold that the rep has made already stays the rep's. */
export const beginTalkHold = (call: Call, holdsCustomer: boolean, now: string): CallEvent[] =>
  holdsCustomer && !connectedParticipant(call, 'customer')?.onHold
    ? [{ type: 'TalkHoldBegan', at: now }]
    : [];

/** The hold for a talk is over once the customer hears the call again. */
export const talkHoldAfterChange = (call: Call, now: string): CallEvent[] =>
  call.talkHold && !isTalkOpen(call) && connectedParticipant(call, 'customer')?.onHold === false
    ? [{ type: 'TalkHoldEnded', at: now }]
    : [];
