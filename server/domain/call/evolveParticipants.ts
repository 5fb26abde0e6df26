import { unreachable } from '../unreachable.ts';
import { sameParty, type Call, type Participant, type Party } from './call.ts';
import type { CallEvent } from './events.ts';
import { holding } from './holds.ts';

type ParticipantChange = Extract<
  CallEvent,
  {
    type:
      | 'ParticipantDialled'
      | 'ParticipantRung'
      | 'ParticipantRings'
      | 'ParticipantAnswered'
      | 'ParticipantJoined'
      | 'ParticipantChanged'
      | 'ParticipantLeft';
  }
>;

/** The call after an event about who is in its conference, or is being rung for it. */
export function evolveParticipants(call: Call, event: ParticipantChange): Call {
  switch (event.type) {
    case 'ParticipantDialled':
      return withParticipant(call, {
        party: event.party,
        status: 'ringing',
        audibleTo: 'everyone',
        onHold: false,
      });
    case 'ParticipantRung':
      return named(call, event);
    case 'ParticipantRings':
      return mapParticipants(call, isParticipantOf(event), (participant) => ({
        ...participant,
        connectionId: event.connectionId,
        audibleTo: event.audibleTo,
        onHold: event.onHold,
        joinedAt: participant.joinedAt ?? event.at,
      }));
    case 'ParticipantAnswered':
      return mapParticipants(call, isParticipantOf(event), (participant) => ({
        ...participant,
        connectionId: event.connectionId,
        answeredAt: event.at,
      }));
    case 'ParticipantJoined':
      return withParticipant(afterReturn(call, event.party), {
        ...participantFacts(event),
        status: 'connected',
        joinedAt: event.at,
      });
    case 'ParticipantChanged':
      return mapParticipants(call, isParticipantOf(event), (participant) => ({
        ...holding(participant, event.onHold, event.at),
        audibleTo: event.audibleTo,
      }));
    case 'ParticipantLeft':
      return mapParticipants(call, isParticipantOf(event), (participant) => ({
        ...holding(participant, false, event.at),
        connectionId: participant.connectionId ?? event.connectionId,
        onHold: participant.onHold,
        status: 'left',
        leftAt: event.at,
      }));
    default:
      return unreachable(event);
  }
}

/** A rep who hung up only for themselves, and comes back, can be lost again. */
const afterReturn = (call: Call, { role }: Party): Call =>
  role === 'rep' && call.hangUp && !call.hangUp.endsCall ? { ...call, hangUp: undefined } : call;

interface ParticipantEvent {
  readonly party: Party;
  readonly connectionId?: string;
}

/**
 * Matches the participant of an event: by its connectionId, or by its party while it is still
 * dialed.
 */
const isParticipantOf =
  (event: ParticipantEvent) =>
  (participant: Participant): boolean =>
    participant.status !== 'left' &&
    sameParty(participant.party, event.party) &&
    (!participant.connectionId ||
      !event.connectionId ||
      participant.connectionId === event.connectionId);

/** The participant's fields in a join event. */
const participantFacts = ({
  party,
  connectionId,
  device,
  audibleTo,
  onHold,
}: Extract<CallEvent, { type: 'ParticipantJoined' }>) => ({
  party,
  connectionId,
  ...(device && { device }),
  audibleTo,
  onHold,
});

/**
 * Adds a participant, in place of the dialed one of the same party. One that rings at another phone
 * stays, because it rings on until it is stopped.
 */
function withParticipant(call: Call, participant: Participant): Call {
  const others = call.participants.filter(
    (p) =>
      p.status !== 'ringing' ||
      !sameParty(p.party, participant.party) ||
      isOfAnotherConnection(p, participant),
  );
  return { ...call, participants: [...others, participant] };
}

/**
 * The ring has its id. A rep may have joined by another connection meanwhile: then the ring is one
 * more, until it is stopped.
 */
function named(
  call: Call,
  { party, connectionId }: Extract<CallEvent, { type: 'ParticipantRung' }>,
): Call {
  const isUnnamed = (one: Participant): boolean =>
    one.status === 'ringing' && !one.connectionId && sameParty(one.party, party);
  if (call.participants.some(isUnnamed))
    return mapParticipants(call, isUnnamed, (one) => ({ ...one, connectionId }));
  const ring: Participant = {
    party,
    connectionId,
    status: 'ringing',
    audibleTo: 'everyone',
    onHold: false,
  };
  return { ...call, participants: [...call.participants, ring] };
}

const isOfAnotherConnection = (one: Participant, other: Participant): boolean =>
  one.connectionId !== undefined &&
  other.connectionId !== undefined &&
  one.connectionId !== other.connectionId;

/** Changes the participants that match. */
function mapParticipants(
  call: Call,
  matches: (participant: Participant) => boolean,
  change: (participant: Participant) => Participant,
): Call {
  return {
    ...call,
    participants: call.participants.map((participant) =>
      matches(participant) ? change(participant) : participant,
    ),
  };
}
