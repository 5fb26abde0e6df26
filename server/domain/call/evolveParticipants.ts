import { sameParty, type Call, type Participant, type Party } from './call.ts';
import type { CallEvent } from './events.ts';

interface ParticipantEvent {
  readonly party: Party;
  readonly connectionId?: string;
}

/**
 * Matches the participant of an event: by its connectionId, or by its party while it is still
 * dialed.
 */
export const isParticipantOf =
  (event: ParticipantEvent) =>
  (participant: Participant): boolean =>
    participant.status !== 'left' &&
    sameParty(participant.party, event.party) &&
    (!participant.connectionId ||
      !event.connectionId ||
      participant.connectionId === event.connectionId);

/** What a join says of its participant. */
export const participantFacts = ({
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
export function withParticipant(call: Call, participant: Participant): Call {
  const others = call.participants.filter(
    (p) =>
      p.status !== 'ringing' ||
      !sameParty(p.party, participant.party) ||
      isOfAnotherConnection(p, participant),
  );
  return { ...call, participants: [...others, participant] };
}

const isOfAnotherConnection = (one: Participant, other: Participant): boolean =>
  one.connectionId !== undefined &&
  other.connectionId !== undefined &&
  one.connectionId !== other.connectionId;

/** Changes the participants that match. */
export function mapParticipants(
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
