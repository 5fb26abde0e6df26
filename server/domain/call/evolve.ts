import { evolveHelp } from '../help/decideHelp.ts';
import type {
  Active,
  Call,
  Ended,
  Intervention,
  Outcome,
  Participant,
  Party,
  Recording,
} from './call.ts';
import { sameParty } from './call.ts';
import type { CallEvent } from './events.ts';
import { takesCall, isSilent, JOIN_MODE, type Mode } from './modes.ts';
import { evolveTransfer } from '../transfer/transfer.ts';
import { unreachable } from '../unreachable.ts';

/**
 * The call after this event. Facts arrive late and more than once, so what has ended stays ended.
 */
export function evolve(call: Call, event: CallEvent): Call {
  const help = evolveHelp(call, event);
  const after = evolved(call, event);
  if (help === call.help) return after;
  const isAnother = call.help && help?.helpRequestId !== call.help.helpRequestId;
  return { ...after, help, ...(isAnother && { pastHelp: [...(call.pastHelp ?? []), call.help] }) };
}

function evolved(call: Call, event: CallEvent): Call {
  switch (event.type) {
    case 'CallPlaced':
    case 'CallReceived':
      return event.call;
    case 'ConferenceStarted':
      return { ...call, conferenceId: event.conferenceId };
    case 'ParticipantDialled':
      return withParticipant(call, {
        party: event.party,
        status: 'ringing',
        audibleTo: 'everyone',
        onHold: false,
      });
    case 'ParticipantJoined':
      return withParticipant(call, {
        ...participantFacts(event),
        status: 'connected',
        joinedAt: event.at,
      });
    case 'ParticipantChanged':
      return mapParticipants(call, isParticipantOf(event), (participant) => ({
        ...participant,
        audibleTo: event.audibleTo,
        onHold: event.onHold,
      }));
    case 'ParticipantLeft':
      return mapParticipants(call, isParticipantOf(event), (participant) => ({
        ...participant,
        status: 'left',
        leftAt: event.at,
      }));
    case 'CallAnswered':
      return call.status === 'ringing' ? { ...call, status: 'live', answeredAt: event.at } : call;
    case 'CallEnded':
      return call.status === 'ended'
        ? call
        : { ...call, status: 'ended', endedAt: event.at, endReason: event.endReason };
    case 'InterventionRequested':
      return { ...call, interventions: [...call.interventions, event.intervention] };
    case 'NoticeGiven':
      return { ...call, notices: [...call.notices, event.notice] };
    case 'AnnouncementRequested':
      return { ...call, announcements: [...call.announcements, event.announcement] };
    case 'AnnouncementEnded':
      return {
        ...call,
        announcements: call.announcements.map((one) =>
          one.announcementId === event.announcementId
            ? { ...one, status: event.status, endedAt: event.at }
            : one,
        ),
      };
    case 'RecordingStarted':
      return { ...call, recordings: [...call.recordings, event.recording] };
    case 'RecordingEnded':
      return {
        ...call,
        recordings: call.recordings.map((one) =>
          one.recordingId === event.recordingId ? recordingEnded(one, event) : one,
        ),
      };
    case 'HelpRequested':
    case 'HelpAccepted':
    case 'HelpRequestCancelled':
      return call;
    case 'TextWhispered':
      return { ...call, textWhispers: [...(call.textWhispers ?? []), event.textWhisper] };
    case 'TextWhisperSeen':
      return {
        ...call,
        textWhispers: call.textWhispers?.map((one) =>
          one.textWhisperId === event.textWhisperId && !one.seenAt
            ? { ...one, seenAt: event.at }
            : one,
        ),
      };
    case 'NoticeAcknowledged':
      return {
        ...call,
        notices: call.notices.map((n) =>
          n.noticeId === event.noticeId && !n.acknowledgedAt
            ? { ...n, acknowledgedAt: event.at }
            : n,
        ),
      };
    case 'TransferRequested':
    case 'CallHandedOver':
    case 'TransferCompleted':
    case 'TransferCancelled':
      return evolveTransfer(call, event);
    case 'SupervisorJoined':
    case 'ModeRequested':
    case 'ModeConfirmed':
    case 'ModeFailed':
    case 'FloorRequested':
    case 'FloorReleased':
    case 'LeaveRequested':
    case 'InterventionEnded':
    case 'OutcomeGiven':
      return {
        ...call,
        interventions: call.interventions.map((i) =>
          i.interventionId === event.interventionId ? evolveIntervention(i, event) : i,
        ),
      };
    default:
      return unreachable(event);
  }
}

function recordingEnded(
  recording: Recording,
  { status, durationSeconds }: Extract<CallEvent, { type: 'RecordingEnded' }>,
): Recording {
  return recording.status === 'in_progress' ? { ...recording, status, durationSeconds } : recording;
}

export const evolveAll = (call: Call, events: readonly CallEvent[]): Call =>
  events.reduce(evolve, call);

type InterventionEvent = Extract<CallEvent, { interventionId: string }>;

function evolveIntervention(intervention: Intervention, event: InterventionEvent): Intervention {
  if (event.type === 'OutcomeGiven') {
    if (intervention.status !== 'ended') return intervention;
    const { code, note, coaching, at } = event;
    return { ...intervention, outcome: { status: 'given', code, note, coaching, at } };
  }
  if (intervention.status === 'ended') return intervention;
  if (event.type === 'InterventionEnded') return ended(intervention, event);
  if (event.type === 'SupervisorJoined') {
    if (intervention.status !== 'joining') return intervention;
    return {
      ...intervention,
      status: 'active',
      joinedAt: event.at,
      mode: JOIN_MODE,
      modeSince: event.at,
      modeHistory: [{ mode: JOIN_MODE, at: event.at }],
    };
  }
  return intervention.status === 'active' ? evolveActive(intervention, event) : intervention;
}

type ActiveEvent = Exclude<
  InterventionEvent,
  { type: 'OutcomeGiven' | 'InterventionEnded' | 'SupervisorJoined' }
>;

function evolveActive(intervention: Intervention & Active, event: ActiveEvent): Intervention {
  switch (event.type) {
    case 'ModeRequested':
      return {
        ...intervention,
        pending: event.pending,
        problem: undefined,
        consent: event.pending.consent ?? intervention.consent,
      };
    case 'ModeConfirmed': {
      const asked = intervention.pending?.mode === event.mode ? intervention.pending : undefined;
      const reason = asked?.reason ?? intervention.reason;
      return {
        ...intervention,
        mode: event.mode,
        modeSince: event.at,
        noticeKinds: noticeKindsIn(intervention, event.mode),
        pending: undefined,
        floorRequestedAt: isSilent(event.mode) ? undefined : intervention.floorRequestedAt,
        problem: asked ? undefined : intervention.problem,
        reason,
        repAfterTakeover: takesCall(event.mode)
          ? (asked?.repAfterTakeover ?? intervention.repAfterTakeover)
          : undefined,
        whisperSkipped: intervention.whisperSkipped || asked?.whisperSkipped === true,
        modeHistory: [
          ...intervention.modeHistory,
          {
            mode: event.mode,
            at: event.at,
            ...(asked?.reason && { reasonCode: asked.reason.code }),
          },
        ],
      };
    }
    case 'ModeFailed':
      return {
        ...intervention,
        pending: undefined,
        problem: { ...event.problem, mode: event.mode },
      };
    case 'FloorRequested':
      return { ...intervention, floorRequestedAt: event.at };
    case 'FloorReleased':
      return { ...intervention, floorRequestedAt: undefined };
    case 'LeaveRequested':
      return { ...intervention, leaving: true, pending: undefined };
    default:
      return unreachable(event);
  }
}

/**
 * The kinds of notice in this mode. A supervisor who is heard has at least the banner, even where
 * the carrier connected a wider audience than was requested.
 */
function noticeKindsIn(
  { noticeKinds, pending }: Intervention & Active,
  mode: Mode,
): Intervention['noticeKinds'] {
  if (isSilent(mode)) return noticeKinds;
  const asked = pending?.mode === mode ? pending.policy?.noticeKinds : undefined;
  return asked ?? (noticeKinds.length > 0 ? noticeKinds : ['banner']);
}

function ended(
  intervention: Intervention,
  event: Extract<CallEvent, { type: 'InterventionEnded' }>,
): Intervention {
  const {
    interventionId,
    supervisor,
    policyVersion,
    policyRule,
    noticeKinds,
    device,
    consent,
    isRecorded,
    requestedAt,
    modeHistory,
    whisperSkipped,
  } = intervention;
  const facts = {
    interventionId,
    supervisor,
    policyVersion,
    policyRule,
    noticeKinds,
    device,
    consent,
    isRecorded,
    requestedAt,
    modeHistory,
    whisperSkipped,
  };
  const wasHeard = modeHistory.some((change) => !isSilent(change.mode));
  const outcome: Outcome = { status: wasHeard ? 'due' : 'not_asked' };
  const end: Ended = { status: 'ended', leftAt: event.at, endReason: event.endReason, outcome };
  return intervention.status === 'active'
    ? { ...facts, ...end, joinedAt: intervention.joinedAt, reason: intervention.reason }
    : { ...facts, ...end };
}

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

const participantFacts = ({
  party,
  connectionId,
  audibleTo,
  onHold,
}: Extract<CallEvent, { type: 'ParticipantJoined' }>) => ({
  party,
  connectionId,
  audibleTo,
  onHold,
});

function withParticipant(call: Call, participant: Participant): Call {
  const others = call.participants.filter(
    (p) => !(p.status === 'ringing' && sameParty(p.party, participant.party)),
  );
  return { ...call, participants: [...others, participant] };
}

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
