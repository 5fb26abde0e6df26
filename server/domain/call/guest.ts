import { unreachable } from '../unreachable.ts';
import type { Call, Participant } from './call.ts';
import type { Guest, GuestEnd, GuestFacts } from './guestState.ts';

export type { Guest, GuestEnd, GuestIdentity, TalkHold } from './guestState.ts';

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

/** The guest with this id, whatever its status; undefined where the call has none. */
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

/** The guest to whom the rep has left the call, if any. */
export const guestWithCall = (call: Call): Guest | undefined =>
  currentGuests(call).find(({ status }) => status === 'has_call');

/** When the rep left the call to a guest, if it came to that. */
export function leftToGuestAt({ guests = [] }: Pick<Call, 'guests'>): string | undefined {
  const last = guests.at(-1);
  if (last?.status === 'has_call') return last.since;
  return last?.status === 'ended' ? last.hadCallSince : undefined;
}

/** The display name of a guest. */
export const guestName = ({ who }: Pick<Guest, 'who'>): string =>
  who.kind === 'person' ? who.name : who.phone;

/** Whether this person is a guest of the call now. */
export const isGuest = (call: Pick<Call, 'guests'>, userId: string): boolean =>
  currentGuests(call).some(({ who }) => who.kind === 'person' && who.userId === userId);

/** The call after an event about its guests. A guest who has left stays gone. */
export function evolveGuests(call: Call, event: GuestEvent): Call {
  switch (event.type) {
    case 'GuestInvited':
      return { ...call, guests: [...(call.guests ?? []), event.guest] };
    case 'GuestJoined':
      return withGuest(call, event.guestId, (facts) => ({
        ...facts,
        joinedAt: event.at,
        status: 'present',
      }));
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

const factsOf = ({
  guestId,
  who,
  invitedAt,
  takesCallAtOnce,
  mustHearDisclosure,
  joinedAt,
}: Guest): GuestFacts => ({
  guestId,
  who,
  invitedAt,
  takesCallAtOnce,
  ...(mustHearDisclosure && { mustHearDisclosure }),
  ...(joinedAt && { joinedAt }),
});
