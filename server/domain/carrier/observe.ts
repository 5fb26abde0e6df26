import { awaitedAnnouncement } from '../notices/announceFirst.ts';
import { endAnnouncement, requestDisclosure } from '../notices/playAnnouncements.ts';
import { announcementsMeant } from '../notices/reportedAnnouncement.ts';
import {
  type Call,
  type CallEndReason,
  type Participant,
  type Party,
  connectedParticipant,
  connectionOf,
  interventionOf,
  isActive,
  participantByConnection,
  sameParty,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { JOIN_MODE } from '../call/modes.ts';
import { isSomebodySought, rungRep } from '../call/ringing.ts';
import { leavingRepOf } from '../call/transfer.ts';
import { noticesFor } from '../notices/notices.ts';
import type {
  ParticipantStatusFact,
  ParticipantFact,
  RecordingFact,
  CarrierFact,
} from './carrierFacts.ts';
import { guestAfterJoin, guestAfterLeave, guestNotReached, talkHoldAfterChange } from './guests.ts';
import { requestGuestDisclosure } from '../notices/playAnnouncements.ts';
import { transferAfterJoin, transferAfterLeave, colleagueNotReached } from './handOver.ts';
import { withoutCardNumbers } from '../numbers/cardNumbers.ts';
import { unreachable } from '../unreachable.ts';
import { endCall } from './endCall.ts';
import { confirmMode, isModeInEffect } from './modeInEffect.ts';
import { isAbandoned, repGone, repLossEnds } from './awaitRep.ts';

/**
 * What a fact from the carrier means for a call. Facts apply forward only: a connection that left
 * stays left, an ended call stays ended, a repeated fact means nothing.
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
          ...endAnnouncement(evolveAll(call, events), announcementId, fact.status, now),
        ],
        [],
      );
    case 'recording-status':
      return recordingStatus(call, fact, now);
    case 'recording-transcribed':
      return recordingTranscribed(call, fact, now);
    case 'participant-status':
      return participantStatus(call, fact, now);
    default:
      return unreachable(fact);
  }
}

/**
 * The orphan conference of a participant who connected after the call's conference was over, if the
 * fact is of one.
 */
export function orphanConference(call: Call, fact: CarrierFact): string | undefined {
  if (fact.type !== 'participant-joined' && fact.type !== 'participant-changed') return undefined;
  return call.conferenceId && call.conferenceId !== fact.conferenceId
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
 * The former rep who was rung as the rep, and whose connection nobody knew yet when a colleague got
 * the call. A rep who changes the device is known by it.
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

/**
 * A connection in the conference. One that was dialed has joined only once it was answered: until
 * then the conference has what it sounds like while it rings.
 */
function participantJoined(call: Call, fact: ParticipantFact, now: string): CallEvent[] {
  const known = participantByConnection(call, fact.connectionId);
  if (call.status === 'ended' || (known && known.status !== 'ringing')) return [];
  const dialled = known ?? ringingOf(call, fact.party);
  if (!dialled || dialled.answeredAt || fact.isAnswered) return joined(call, fact, now);
  const { party, connectionId, audibleTo, onHold } = fact;
  const isChanged = !known?.joinedAt || known.audibleTo !== audibleTo || known.onHold !== onHold;
  return [
    ...conferenceStarted(call, fact.conferenceId, now),
    ...(isChanged
      ? [{ type: 'ParticipantRings' as const, party, connectionId, audibleTo, onHold, at: now }]
      : []),
  ];
}

function joined(call: Call, fact: Omit<ParticipantFact, 'type' | 'at'>, now: string): CallEvent[] {
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
    events.push(...supervisorJoined(call, events, party.interventionId, now));
  if (party.role === 'colleague' && rungRep(call, party.userId))
    events.push({ type: 'CallTaken', userId: party.userId, at: now });
  const after = evolveAll(call, events);
  if (
    after.status === 'ringing' &&
    connectedParticipant(after, 'customer') &&
    connectedParticipant(after, 'rep')
  )
    events.push(
      { type: 'CallAnswered', at: now },
      ...(call.opensWithDisclosure ? requestDisclosure(after, now) : []),
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
  interventionId: string,
  now: string,
): CallEvent[] {
  const waiting = interventionOf(call, interventionId);
  if (waiting?.status !== 'joining' || awaitedAnnouncement(call, waiting)) return [];
  const joined: CallEvent = { type: 'SupervisorJoined', interventionId, at: now };
  const after = evolveAll(call, [...events, joined]);
  const isTold = call.notices.some((notice) => notice.interventionId === interventionId);
  return [
    joined,
    ...(isTold ? [] : noticesFor(after, interventionOf(after, interventionId)!, JOIN_MODE, now)),
  ];
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
  if (participant?.status !== 'connected' && isRinging(call, fact.party))
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

const NOT_REACHED: Partial<Record<ParticipantStatusFact['status'], true>> = {
  busy: true,
  'no-answer': true,
  failed: true,
  canceled: true,
};

function participantStatus(call: Call, fact: ParticipantStatusFact, now: string): CallEvent[] {
  if (fact.party.role === 'supervisor')
    return supervisorNotReached(call, fact.party.interventionId, fact, now);
  if (fact.status === 'answered') return participantAnswered(call, fact, now);
  if (fact.status === 'ringing') return participantRung(call, fact, now);
  // A phone whose mailbox has answered ends without ever having been in the conference.
  const endsUnjoined =
    fact.status === 'completed' &&
    (fact.party.role === 'colleague' ||
      fact.party.role === 'guest' ||
      ringingOf(call, fact.party)?.connectionId === fact.connectionId);
  const isOver = NOT_REACHED[fact.status] || endsUnjoined;
  return isOver && isRinging(call, fact.party) ? partyNotReached(call, fact, now) : [];
}

/** Whichever the carrier reports last, the answer or the conference, the participant has joined. */
function participantAnswered(call: Call, fact: ParticipantStatusFact, now: string): CallEvent[] {
  const { party, connectionId, callId } = fact;
  const ringing = ringingOf(call, party);
  if (call.status === 'ended' || !ringing || ringing.answeredAt) return [];
  if (ringing.connectionId !== undefined && ringing.connectionId !== connectionId) return [];
  if (!ringing.joinedAt || !call.conferenceId)
    return [{ type: 'ParticipantAnswered', party, connectionId, at: now }];
  const { audibleTo, onHold, device } = ringing;
  const { conferenceId } = call;
  return joined(
    call,
    { callId, conferenceId, party, connectionId, device, audibleTo, onHold },
    now,
  );
}

/** Its name is what stops its ringing once the conference is over. */
function participantRung(
  call: Call,
  { party, connectionId }: ParticipantStatusFact,
  now: string,
): CallEvent[] {
  const ringing = ringingOf(call, party);
  return ringing && !ringing.connectionId
    ? [{ type: 'ParticipantRung', party, connectionId, at: now }]
    : [];
}

const ringingOf = (call: Call, party: Party): Participant | undefined =>
  call.participants.find((p) => p.status === 'ringing' && sameParty(p.party, party));

const isRinging = (call: Call, party: Party): boolean => ringingOf(call, party) !== undefined;

/** The carrier may report it for the connection or for the conference, in either order. */
function partyNotReached(
  call: Call,
  fact: ParticipantStatusFact | ParticipantFact,
  now: string,
): CallEvent[] {
  const { party, connectionId } = fact;
  if (party.role === 'colleague')
    return colleagueNotReached(call, party.userId, 'not_answered', now);
  if (party.role === 'guest') {
    const isBusy = fact.type === 'participant-status' && fact.status === 'busy';
    return guestNotReached(call, party.guestId, isBusy ? 'busy' : 'not_answered', now);
  }
  const left: CallEvent = { type: 'ParticipantLeft', party, connectionId, at: now };
  // Somebody else may take an inbound call: ringOn goes on.
  if (call.status !== 'ringing' || (call.ringing && party.role === 'rep')) return [left];
  const endReason: CallEndReason =
    party.role === 'customer' ? 'customer_unreachable' : 'rep_unreachable';
  return [left, ...endCall(call, endReason, now)];
}

/** A supervisor's phone that was not answered, or hung up before joining. */
function supervisorNotReached(
  call: Call,
  interventionId: string,
  { status }: ParticipantStatusFact,
  now: string,
): CallEvent[] {
  const isWaitedFor = interventionOf(call, interventionId)?.status === 'joining';
  const isOver = NOT_REACHED[status] || status === 'completed';
  return isWaitedFor && isOver
    ? [{ type: 'InterventionEnded', interventionId, endReason: 'join_failed', at: now }]
    : [];
}

function recordingStatus(call: Call, fact: RecordingFact, now: string): CallEvent[] {
  const { recordingId, interventionId, isVoicemail, status, startedAt, durationSeconds } = fact;
  const known = call.recordings.find((one) => one.recordingId === recordingId);
  const of = interventionId
    ? { kind: 'supervisor' as const, interventionId }
    : { kind: isVoicemail ? ('voicemail' as const) : ('call' as const) };
  const started: CallEvent[] = known
    ? []
    : [
        {
          type: 'RecordingStarted',
          recording: { recordingId, of, status: 'in_progress', startedAt },
          at: now,
        },
      ];
  const isOver = known !== undefined && known.status !== 'in_progress';
  if (status === 'in_progress' || isOver) return started;
  return [...started, { type: 'RecordingEnded', recordingId, status, durationSeconds, at: now }];
}

/**
 * Card numbers are masked before anything keeps the words. They can come before the recording itself
 * is reported; only messages are written down.
 */
function recordingTranscribed(
  call: Call,
  { recordingId, words }: { readonly recordingId: string; readonly words: string },
  now: string,
): CallEvent[] {
  const known = call.recordings.find((one) => one.recordingId === recordingId);
  const said = withoutCardNumbers(words).replace(/\s+/g, ' ').trim();
  if (!said || known?.words !== undefined || (known && known.of.kind !== 'voicemail')) return [];
  const started: CallEvent[] = known
    ? []
    : [
        {
          type: 'RecordingStarted',
          recording: {
            recordingId,
            of: { kind: 'voicemail' },
            status: 'in_progress',
            startedAt: now,
          },
          at: now,
        },
      ];
  return [...started, { type: 'RecordingTranscribed', recordingId, words: said, at: now }];
}

/**
 * A caller for whom somebody is still rung has hung up. A phone that was heard ringing and stopped
 * was not answered: the conference may report it before the phone does.
 */
function endOfRinging(call: Call, endedByConnectionId: string | undefined): CallEndReason {
  if (call.ringing) return 'abandoned';
  const endedBy =
    endedByConnectionId === undefined
      ? undefined
      : participantByConnection(call, endedByConnectionId);
  return endedBy?.status === 'ringing' && endedBy.party.role === 'customer'
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
      ? confirmMode(call, intervention, mode, now)
      : [];
  });
}

const conferenceStarted = (call: Call, conferenceId: string, now: string): CallEvent[] =>
  call.conferenceId || call.status === 'ended'
    ? []
    : [{ type: 'ConferenceStarted', conferenceId, at: now }];
