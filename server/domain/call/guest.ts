import type { Call, Participant } from './call.ts';
import { unreachable } from '../unreachable.ts';

/**
 * Somebody whom the rep has added to the call beside the customer: a colleague, a supervisor, or
 * whoever answers an outside number. A guest hears what everybody hears, and so never a whisper.
 */
export type Guest = GuestFacts &
  (
    | { readonly status: 'ringing' }
    | { readonly status: 'present' }
    /** The rep has left the call to this guest, or is being taken off. */
    | { readonly status: 'has_call'; readonly since: string }
    | {
        readonly status: 'ended';
        readonly because: GuestEnd;
        readonly at: string;
        /** Since when the guest had the call in place of the rep. */
        readonly hadCallSince?: string;
      }
  );

interface GuestFacts {
  readonly guestId: string;
  readonly who: GuestIdentity;
  readonly invitedAt: string;
  /** The rep leaves the call to the guest as soon as the guest is there. */
  readonly takesCallAtOnce: boolean;
  /** The law at a place of somebody on the call wants everybody to know what goes on. */
  readonly mustBeTold?: true;
}

export type GuestIdentity =
  | { readonly kind: 'person'; readonly userId: string; readonly name: string }
  /** `phone` in E.164. */
  | { readonly kind: 'number'; readonly phone: string };

export type GuestEnd = 'removed' | 'not_answered' | 'busy' | 'not_rung' | 'left';

/** The customer is on hold while rep and third party talk with each other. */
export interface TalkHold {
  readonly since: string;
}

export type GuestEvent =
  | { readonly type: 'GuestInvited'; readonly guest: Guest; readonly at: string }
  | { readonly type: 'GuestJoined'; readonly guestId: string; readonly at: string }
  | { readonly type: 'CallLeftToGuest'; readonly guestId: string; readonly at: string }
  | {
      readonly type: 'GuestEnded';
      readonly guestId: string;
      readonly because: GuestEnd;
      readonly at: string;
    }
  | { readonly type: 'TalkHoldBegan'; readonly at: string }
  | { readonly type: 'TalkHoldEnded'; readonly at: string };

export const guestOf = ({ guests = [] }: Call, guestId: string): Guest | undefined =>
  guests.find((guest) => guest.guestId === guestId);

/** Those who ring or are there. */
export const currentGuests = ({ guests = [] }: Pick<Call, 'guests'>): Guest[] =>
  guests.filter(({ status }) => status !== 'ended');

/** The connection of this guest that has not left. */
export const guestParticipant = (call: Call, guestId: string): Participant | undefined =>
  call.participants.find(
    ({ party, status }) => party.role === 'guest' && party.guestId === guestId && status !== 'left',
  );

/** The guest to whom the rep has left the call, if one is there. */
export const guestWithCall = (call: Call): Guest | undefined =>
  currentGuests(call).find(({ status }) => status === 'has_call');

/** When the rep left the call to a guest, if it came to that. */
export function leftToGuestAt({ guests = [] }: Pick<Call, 'guests'>): string | undefined {
  const last = guests.at(-1);
  if (last?.status === 'has_call') return last.since;
  return last?.status === 'ended' ? last.hadCallSince : undefined;
}

/** What others read of a guest. */
export const guestName = ({ who }: Pick<Guest, 'who'>): string =>
  who.kind === 'person' ? who.name : who.phone;

/** Whether this person is a guest of the call now. */
export const isGuest = (call: Pick<Call, 'guests'>, userId: string): boolean =>
  currentGuests(call).some(({ who }) => who.kind === 'person' && who.userId === userId);

/** The call after an event of its guests. What has ended stays ended. */
export function evolveGuests(call: Call, event: GuestEvent): Call {
  switch (event.type) {
    case 'GuestInvited':
      return { ...call, guests: [...(call.guests ?? []), event.guest] };
    case 'GuestJoined':
      return withGuest(call, event.guestId, (facts) => ({ ...facts, status: 'present' }));
    case 'CallLeftToGuest':
      return withGuest(call, event.guestId, (facts) => ({
        ...facts,
        status: 'has_call',
        since: event.at,
      }));
    case 'GuestEnded':
      return withGuest(call, event.guestId, (facts, before) => ({
        ...facts,
        status: 'ended',
        because: event.because,
        at: event.at,
        ...(before.status === 'has_call' && { hadCallSince: before.since }),
      }));
    case 'TalkHoldBegan':
      return { ...call, talkHold: { since: event.at } };
    case 'TalkHoldEnded':
      return { ...call, talkHold: undefined };
    default:
      return unreachable(event);
  }
}

const withGuest = (
  call: Call,
  guestId: string,
  change: (facts: GuestFacts, before: Guest) => Guest,
): Call => ({
  ...call,
  guests: call.guests?.map((guest) =>
    guest.guestId === guestId && guest.status !== 'ended' ? change(factsOf(guest), guest) : guest,
  ),
});

const factsOf = ({ guestId, who, invitedAt, takesCallAtOnce, mustBeTold }: Guest): GuestFacts => ({
  guestId,
  who,
  invitedAt,
  takesCallAtOnce,
  ...(mustBeTold && { mustBeTold }),
});
