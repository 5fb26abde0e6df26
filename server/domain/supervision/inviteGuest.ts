import { disclosureOf } from '../call/announcement.ts';
import { connectedParticipant, hasTakenOver, isActive, type Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import {
  currentGuests,
  guestOf,
  guestParticipant,
  isGuest,
  type Guest,
  type GuestIdentity,
} from '../call/guest.ts';
import { JOIN_MODE } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import { isPractice } from '../call/purpose.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { colleagueParticipant, requestedTransfer } from '../call/transfer.ts';
import { beginTalkHold, endGuest } from '../carrier/followGuests.ts';
import {
  decideConsent,
  mustDisclose,
  whereaboutsOf,
  type ConsentSettings,
  type Whereabouts,
} from '../consent/decide.ts';

/** Third parties on a call. Pure: state + command + now → events or refusal. */

export interface InviteGuest {
  readonly guestId: string;
  readonly rep: Person;
  readonly who: GuestIdentity;
  /** For a person of the org: whether they are on another call. */
  readonly isBusy: boolean;
  /** The rep leaves the call to the guest as soon as the guest is there. */
  readonly takesCallAtOnce: boolean;
  /** The customer is on hold until rep and guest have talked. */
  readonly holdsCustomer: boolean;
  readonly consent: ConsentSettings;
}

/** Dials a third party into the rep's call. */
export function decideInvite(call: Call, command: InviteGuest, now: string): Decision {
  const { guestId, rep, who, takesCallAtOnce, holdsCustomer, consent } = command;
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (guestOf(call, guestId)) return happens();
  if (isPractice(call)) return refuse(refusal('practice_call'));
  const obstacle = obstacleToInvite(call, command);
  if (obstacle) return refuse(obstacle);
  const guest: Guest = {
    guestId,
    who,
    invitedAt: now,
    takesCallAtOnce,
    status: 'ringing',
    ...(mustDisclose(whereaboutsWith(call, who), consent) && { mustHearDisclosure: true }),
  };
  return happens(
    { type: 'GuestInvited', guest, at: now },
    { type: 'ParticipantDialled', party: { role: 'guest', guestId }, at: now },
    ...beginTalkHold(call, holdsCustomer, now),
  );
}

function obstacleToInvite(call: Call, { who, isBusy, consent }: InviteGuest): Refusal | undefined {
  if (call.status !== 'live' || !connectedParticipant(call, 'customer'))
    return refusal('call_not_live', { wording: 'call_not_live.transfer' });
  if (call.interventions.some(hasTakenOver)) return refusal('takeover_in_progress');
  if (!connectedParticipant(call, 'rep'))
    return refusal('rep_not_present', { wording: 'rep_not_present.yourself' });
  if (requestedTransfer(call) || call.transfer?.status === 'handing_over')
    return refusal('transfer_pending');
  if (currentGuests(call).length > 0) return refusal('guest_there');
  if (who.kind === 'person')
    return isBusy || isGuest(call, who.userId) || colleagueParticipant(call, who.userId)
      ? refusal('colleague_busy', { wording: 'colleague_busy.named', values: { who: who.name } })
      : undefined;
  if (who.phone === call.customer.phone) return refusal('guest_is_customer');
  return lawAgainst(call, who, consent);
}

/** The places of everybody on the call, including this guest. */
function whereaboutsWith(call: Call, who: GuestIdentity): Whereabouts {
  const where = whereaboutsOf(call);
  return who.kind === 'number'
    ? { ...where, guestPhones: [...(where.guestPhones ?? []), who.phone] }
    : where;
}

/** The law at the guest's place counts for the supervisors who are on the call already. */
function lawAgainst(call: Call, who: GuestIdentity, consent: ConsentSettings): Refusal | undefined {
  const withGuest = whereaboutsWith(call, who);
  for (const intervention of call.interventions) {
    if (intervention.status === 'ended') continue;
    const mode = isActive(intervention) ? intervention.mode : JOIN_MODE;
    const lawful = decideConsent(withGuest, disclosureOf(call), { settings: consent, mode });
    if (!lawful.allowed) return lawful.refusal;
  }
  return undefined;
}

/** Whether this person may take guests off: the rep, or a supervisor who has taken over. */
const mayRemove = (call: Call, { userId }: Person): boolean =>
  call.interventions.some(hasTakenOver)
    ? call.interventions.some((i) => hasTakenOver(i) && i.supervisor.userId === userId)
    : call.rep.userId === userId;

/** Takes a guest off the call, or stops the ringing. */
export function decideRemoveGuest(
  call: Call,
  { guestId, person }: { readonly guestId: string; readonly person: Person },
  now: string,
): Decision {
  if (!mayRemove(call, person)) return refuse(refusal('not_your_call'));
  const guest = guestOf(call, guestId);
  if (!guest) return refuse(refusal('no_guest'));
  if (guest.status === 'has_call' && !call.interventions.some(hasTakenOver))
    return refuse(refusal('not_your_call'));
  return happens(...endGuest(call, guestId, { because: 'removed', now }));
}

/** The rep leaves the call to an outside guest who is there. */
export function decideLeaveToGuest(
  call: Call,
  { guestId, rep }: { readonly guestId: string; readonly rep: Person },
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  const guest = guestOf(call, guestId);
  if (guest?.status === 'has_call') return happens();
  if (call.status !== 'live' || !guest || guest.status === 'ended')
    return refuse(refusal('no_guest'));
  if (call.interventions.some(hasTakenOver)) return refuse(refusal('takeover_in_progress'));
  // A call among people of the org has a rep: that is a transfer.
  if (guest.who.kind === 'person') return refuse(refusal('guest_is_colleague'));
  if (guestParticipant(call, guestId)?.status !== 'connected')
    return refuse(refusal('colleague_not_there'));
  return happens({ type: 'CallLeftToGuest', guestId, at: now });
}
