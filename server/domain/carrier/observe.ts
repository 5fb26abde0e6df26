import {
  type Call,
  type CallEndReason,
  type Participant,
  type Party,
  connectionOf,
  interventionOf,
  isActive,
  participantByConnection,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { isSomebodySought } from '../call/ringing.ts';
import { leavingRepOf } from '../call/transfer.ts';
import { endAnnouncement } from '../notices/playAnnouncements.ts';
import { announcementsMeant } from '../notices/reportedAnnouncement.ts';
import { unreachable } from '../unreachable.ts';
import { isAbandoned, repGone, ringingWithoutRep } from './awaitRep.ts';
import type { AnswerFact, CarrierFact, ParticipantFact } from './carrierFacts.ts';
import { participantStatus, partyNotReached } from './dialedStatus.ts';
import { endCall } from './endCall.ts';
import { guestAfterLeave, talkHoldAfterChange } from './followGuests.ts';
import { transferAfterLeave } from './handOver.ts';
import { conferenceStarted, participantJoined, ringingOf } from './joining.ts';
import { confirmMode, isModeInEffect } from './modeInEffect.ts';
import { recordingStatus, recordingTranscribed } from './recordingFacts.ts';

/**
 * The events that follow from a fact of the carrier. Facts apply forward only: a connection that
 * left stays left, an ended call stays ended, and a repeated fact has no effect.
 */
export function observe(call: Call, reported: CarrierFact, now: string): CallEvent[] {
  const fact = withKnownParty(call, reported);
  // The carrier opens a new conference only when the one before is over.
  if (orphanConference(call, fact))
    return [...allParticipantsLeave(call, now), ...endCall(call, 'hung_up', now)];
  switch (fact.type) {
    case 'conference-started':
      return conferenceStarted(call, fact.conferenceId, now);
    case 'conference-ended':
      return [
        ...allParticipantsLeave(call, now),
        ...endCall(call, endOf(call, fact.endedByConnectionId), now),
      ];
    case 'participant-joined':
      return participantJoined(call, fact, now);
    case 'participant-changed':
      return participantChanged(call, fact, now);
    case 'participant-left':
      return participantLeft(call, fact, now);
    case 'announcement-ended':
      return announcementsMeant(call, fact).reduce<CallEvent[]>(
        (events, announcementId) => [
          ...events,
          ...endAnnouncement(evolveAll(call, events), announcementId, { status: fact.status, now }),
        ],
        [],
      );
    case 'recording-status':
      return recordingStatus(call, fact, now);
    case 'recording-transcribed':
      return recordingTranscribed(call, fact, now);
    case 'participant-status':
      return participantStatus(call, fact, now);
    case 'answer-detected':
      return answerDetected(call, fact, now);
    default:
      return unreachable(fact);
  }
}

/** Applies to the customer's own connection, once. */
function answerDetected(call: Call, fact: AnswerFact, now: string): CallEvent[] {
  const known = participantByConnection(call, fact.connectionId);
  const isCustomers = !known || known.party.role === 'customer';
  return call.status !== 'ended' && call.answering?.status === 'awaited' && isCustomers
    ? [{ type: 'AnswerDetected', by: fact.by, at: now }]
    : [];
}

/**
 * The orphan conference of a participant who connected after the call's conference was over, or
 * after the end of a call that had none, if the fact is of one.
 */
export function orphanConference(call: Call, fact: CarrierFact): string | undefined {
  if (fact.type !== 'participant-joined' && fact.type !== 'participant-changed') return undefined;
  const isTooLate = call.status === 'ended' && !call.conferenceId;
  return isTooLate || (call.conferenceId && call.conferenceId !== fact.conferenceId)
    ? fact.conferenceId
    : undefined;
}

/** The label of a connection cannot change, but its party can, by a transfer. */
function withKnownParty(call: Call, fact: CarrierFact): CarrierFact {
  if (!('party' in fact)) return fact;
  const known = participantByConnection(call, fact.connectionId) ?? rungLeaver(call, fact);
  return known ? { ...fact, party: known.party } : fact;
}

/**
 * The former rep who was rung as the rep and whose connection was still unknown when a colleague
 * got the call. A rep who switches devices is known by the device.
 */
function rungLeaver(call: Call, fact: Extract<CarrierFact, { party: Party }>) {
  if (fact.party.role !== 'rep' || ('device' in fact && fact.device)) return undefined;
  const leaver = leavingRepOf(call)?.userId;
  return call.participants.find(
    ({ party, status, connectionId }) =>
      status === 'ringing' &&
      connectionId === undefined &&
      party.role === 'colleague' &&
      party.userId === leaver,
  );
}

function participantChanged(call: Call, fact: ParticipantFact, now: string): CallEvent[] {
  const participant = participantByConnection(call, fact.connectionId);
  if (call.status === 'ended' || participant?.status === 'left') return [];
  if (!participant || participant.status === 'ringing') return participantJoined(call, fact, now);
  const { party, connectionId, audibleTo, onHold } = fact;
  const moved = participant.audibleTo !== audibleTo || participant.onHold !== onHold;
  const events: CallEvent[] = moved
    ? [{ type: 'ParticipantChanged', party, connectionId, audibleTo, onHold, at: now }]
    : [];
  const after = evolveAll(call, events);
  return [...events, ...talkHoldAfterChange(after, now), ...confirmPendingModes(after, now)];
}

function participantLeft(call: Call, fact: ParticipantFact, now: string): CallEvent[] {
  const participant = participantByConnection(call, fact.connectionId);
  if (participant?.status === 'left') return [];
  if (participant?.status !== 'connected' && ringingOf(call, fact.party))
    return partyNotReached(call, fact, now);
  const events: CallEvent[] = [
    { type: 'ParticipantLeft', party: fact.party, connectionId: fact.connectionId, at: now },
  ];
  const staysOn = connectionOf(call, fact.party, fact.connectionId);
  if (staysOn && fact.party.role !== 'customer')
    return [...events, ...confirmPendingModes(evolveAll(call, events), now)];
  if (fact.party.role === 'supervisor') {
    const intervention = interventionOf(call, fact.party.interventionId);
    if (intervention && intervention.status !== 'ended') {
      events.push({
        type: 'InterventionEnded',
        interventionId: intervention.interventionId,
        endReason: 'supervisor_left',
        at: now,
      });
    }
  }
  events.push(...transferAfterLeave(evolveAll(call, events), fact.party, now));
  if (fact.party.role === 'rep') events.push(...repGone(call, evolveAll(call, events), fact, now));
  events.push(...guestAfterLeave(evolveAll(call, events), fact.party, now));
  return [...events, ...confirmPendingModes(evolveAll(call, events), now)];
}

/**
 * A caller has hung up while reps were being rung. A phone that rang and stopped was not answered:
 * the conference may report it before the phone does.
 */
function endOfRinging(call: Call, endedByConnectionId: string | undefined): CallEndReason {
  if (call.ringing) return 'abandoned';
  const endedBy =
    endedByConnectionId === undefined
      ? undefined
      : participantByConnection(call, endedByConnectionId);
  return endedBy?.status === 'ringing' &&
    endedBy.party.role === 'customer' &&
    !ringingWithoutRep(call)
    ? 'customer_unreachable'
    : 'not_answered';
}

function endOf(call: Call, endedByConnectionId: string | undefined): CallEndReason {
  if (call.status === 'ringing') return endOfRinging(call, endedByConnectionId);
  return isAbandoned(call) ? 'abandoned' : 'hung_up';
}

function allParticipantsLeave(call: Call, now: string): CallEvent[] {
  // A phone that rings until somebody takes the call rings on until it is stopped.
  const ringsOn = ({ status, connectionId, party }: Participant): boolean =>
    status === 'ringing' &&
    connectionId !== undefined &&
    isSomebodySought(call) &&
    party.role !== 'customer';
  return call.participants
    .filter((participant) => participant.status !== 'left' && !ringsOn(participant))
    .map(({ party, connectionId }) => ({ type: 'ParticipantLeft', party, connectionId, at: now }));
}

/**
 * Confirms the pending mode changes that the participants' audiences prove; the rep is notified of
 * each.
 */
function confirmPendingModes(call: Call, now: string): CallEvent[] {
  return call.interventions.flatMap((intervention) => {
    if (!isActive(intervention) || !intervention.pending) return [];
    const { mode } = intervention.pending;
    return isModeInEffect(call, intervention, mode)
      ? confirmMode(call, intervention, { mode, now })
      : [];
  });
}
