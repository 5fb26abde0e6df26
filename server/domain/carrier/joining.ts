import {
  type Call,
  type Participant,
  type Party,
  connectedParticipant,
  connectionOf,
  interventionOf,
  participantByConnection,
  sameParty,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { JOIN_MODE } from '../call/modes.ts';
import { rungRep } from '../call/ringing.ts';
import { awaitedAnnouncement } from '../notices/announceFirst.ts';
import { noticesFor } from '../notices/notices.ts';
import { requestDisclosure, requestGuestDisclosure } from '../notices/playAnnouncements.ts';
import { answeredWithoutRep, repLossEnds } from './awaitRep.ts';
import type { ParticipantFact } from './carrierFacts.ts';
import { guestAfterJoin } from './followGuests.ts';
import { transferAfterJoin } from './handOver.ts';

/**
 * A connection in the conference. One that was dialed has joined only once it was answered: until
 * then the conference has what it sounds like while it rings.
 */
export function participantJoined(call: Call, fact: ParticipantFact, now: string): CallEvent[] {
  const known = participantByConnection(call, fact.connectionId);
  if (call.status === 'ended' || (known && known.status !== 'ringing')) return [];
  const dialed = known ?? dialedAs(call, fact);
  if (!dialed || dialed.answeredAt || fact.isAnswered) return joined(call, fact, now);
  const { party, connectionId, audibleTo, onHold } = fact;
  const isChanged = !known?.joinedAt || known.audibleTo !== audibleTo || known.onHold !== onHold;
  return [
    ...conferenceStarted(call, fact.conferenceId, now),
    ...(isChanged
      ? [{ type: 'ParticipantRings' as const, party, connectionId, audibleTo, onHold, at: now }]
      : []),
  ];
}

/**
 * The participant that the carrier dialed on this connection; undefined if another connection is
 * known to ring, or if a device connected by itself or after a key (those have a name).
 */
function dialedAs(
  call: Call,
  { party, connectionId, device }: ParticipantFact,
): Participant | undefined {
  if (device) return undefined;
  return call.participants.find(
    (one) =>
      one.status === 'ringing' &&
      sameParty(one.party, party) &&
      (one.connectionId === undefined || one.connectionId === connectionId),
  );
}

/** The participant is on the call, with all that follows from it. */
export function joined(
  call: Call,
  fact: Omit<ParticipantFact, 'type' | 'at'>,
  now: string,
): CallEvent[] {
  const { party, connectionId, device, audibleTo, onHold } = fact;
  const events: CallEvent[] = [
    ...conferenceStarted(call, fact.conferenceId, now),
    {
      type: 'ParticipantJoined',
      party,
      connectionId,
      ...(device && { device }),
      audibleTo,
      onHold,
      at: now,
    },
  ];
  // The other connection is removed by a pending action.
  if (party.role !== 'customer' && connectionOf(call, party))
    return [...events, { type: 'DeviceChanged', party, device: device ?? 'softphone', at: now }];
  if (party.role === 'supervisor')
    events.push(...supervisorJoined(call, events, { interventionId: party.interventionId, now }));
  if (party.role === 'colleague' && rungRep(call, party.userId))
    events.push({ type: 'CallTaken', userId: party.userId, at: now });
  const after = evolveAll(call, events);
  const withoutRep = party.role === 'customer' ? answeredWithoutRep(after, now) : [];
  if (
    after.status === 'ringing' &&
    connectedParticipant(after, 'customer') &&
    (connectedParticipant(after, 'rep') || withoutRep.length > 0)
  )
    events.push(
      { type: 'CallAnswered', at: now },
      ...(call.opensWithDisclosure ? requestDisclosure(after, now) : []),
      ...withoutRep,
    );
  events.push(...transferAfterJoin(evolveAll(call, events), party, now));
  const guestEvents = guestAfterJoin(evolveAll(call, events), party, now);
  events.push(
    ...guestEvents,
    ...guestEvents.flatMap((event) =>
      event.type === 'GuestJoined'
        ? requestGuestDisclosure(evolveAll(call, [...events, ...guestEvents]), event.guestId, now)
        : [],
    ),
  );
  return [...events, ...repLossEnds(evolveAll(call, events), now)];
}

/**
 * A supervisor who connects before the announcement is over has not joined: a pending action
 * removes the connection.
 */
function supervisorJoined(
  call: Call,
  events: readonly CallEvent[],
  { interventionId, now }: { readonly interventionId: string; readonly now: string },
): CallEvent[] {
  const waiting = interventionOf(call, interventionId);
  if (waiting?.status !== 'joining' || awaitedAnnouncement(call, waiting)) return [];
  const joined: CallEvent = { type: 'SupervisorJoined', interventionId, at: now };
  const after = evolveAll(call, [...events, joined]);
  const isNotified = call.notices.some((notice) => notice.interventionId === interventionId);
  return [
    joined,
    ...(isNotified
      ? []
      : noticesFor(after, interventionOf(after, interventionId)!, { mode: JOIN_MODE, now })),
  ];
}

/** The connection of this party that is still rung. */
export const ringingOf = (call: Call, party: Party): Participant | undefined =>
  ringsOf(call, party)[0];

/** The connections of this party that are still rung. */
export const ringsOf = (call: Call, party: Party): readonly Participant[] =>
  call.participants.filter((p) => p.status === 'ringing' && sameParty(p.party, party));

/** A call has one conference, from the first report of it. */
export const conferenceStarted = (call: Call, conferenceId: string, now: string): CallEvent[] =>
  call.conferenceId || call.status === 'ended'
    ? []
    : [{ type: 'ConferenceStarted', conferenceId, at: now }];
