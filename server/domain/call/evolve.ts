import { unreachable } from '../unreachable.ts';
import { evolveAnswering } from './answering.ts';
import type { Call, Recording } from './call.ts';
import type { CallEvent } from './events.ts';
import { evolveHelp } from './evolveHelp.ts';
import { evolveIntervention } from './evolveIntervention.ts';
import { evolveParticipants } from './evolveParticipants.ts';
import { evolveSummonses } from './evolveSummonses.ts';
import { evolveGuests } from './guest.ts';
import { isPractice, practiceOf } from './purpose.ts';
import { evolveRecordingPause } from './recordingPause.ts';
import { evolveRepLoss } from './repLoss.ts';
import { evolveRinging } from './ringing.ts';
import { evolveTransfer } from './transfer.ts';

/**
 * The call after this event. Facts arrive late and more than once, so what has ended stays ended.
 */
export function evolve(call: Call, event: CallEvent): Call {
  const help = evolveHelp(call, event);
  const summonses = evolveSummonses(call, event);
  const changed = evolved(call, event);
  const after = summonses === call.summonses ? changed : { ...changed, summonses };
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
    case 'ParticipantRung':
    case 'ParticipantRings':
    case 'ParticipantAnswered':
    case 'ParticipantJoined':
    case 'ParticipantChanged':
    case 'ParticipantLeft':
      return evolveParticipants(call, event);
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
    case 'RecordingEnded':
    case 'RecordingTranscribed':
      return evolveRecordings(call, event);
    case 'HelpRequested':
    case 'HelpAccepted':
    case 'HelpReopened':
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
    case 'HelpOfferWidened':
    case 'SummonsSent':
    case 'SummonsWidened':
    case 'SummonsAnswered':
      return call;
    case 'MomentFlagged':
      return { ...call, moments: [...(call.moments ?? []), event.moment] };
    case 'MonitoringChoiceGiven':
      return { ...call, monitoringChoice: event.choice };
    case 'TextWhispered':
    case 'TextWhisperSeen':
    case 'NoticeAcknowledged':
      return evolveReadTexts(call, event);
    case 'RecordingPauseRequested':
    case 'RecordingPaused':
    case 'RecordingResumeRequested':
    case 'RecordingResumed':
      return evolveRecordingPause(call, event);
    case 'CallWrappedUp': {
      const { repUserId } = event.wrapUp;
      const others = (call.wrapUps ?? []).filter((one) => one.repUserId !== repUserId);
      return { ...call, wrapUps: [...others, event.wrapUp] };
    }
    case 'CustomerLinked': {
      const { customer, opportunity } = event;
      return { ...call, customer, ...(opportunity && { opportunity }) };
    }
    case 'AnswerDetected':
    case 'MessageLeft':
      return evolveAnswering(call, event);
    case 'PracticeReviewed': {
      const practice = practiceOf(call);
      return practice ? { ...call, purpose: { ...practice, review: event.review } } : call;
    }
    case 'GuestInvited':
    case 'GuestJoined':
    case 'CallLeftToGuest':
    case 'GuestEnded':
    case 'TalkHoldBegan':
    case 'TalkHoldEnded':
      return evolveGuests(call, event);
    case 'TransferRequested':
    case 'TransferStepBegan':
    case 'TransferTaken':
    case 'CallHandedOver':
    case 'TransferCompleted':
    case 'TransferCancelled':
      return evolveTransfer(call, event);
    case 'RingStepBegan':
    case 'RepsBecameReady':
    case 'RepsNotAwaited':
    case 'CallTaken':
    case 'MissedCallAssigned':
      return evolveRinging(call, event);
    case 'DeviceChanged':
      return withDevice(call, event);
    case 'RepLost':
    case 'RepLossPlanned':
    case 'RepLossEnded':
    case 'RepHungUp':
    case 'CustomerHeld':
    case 'CustomerReleased':
    case 'CustomerHoldRequested':
      return evolveRepLoss(call, event);
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
          i.interventionId === event.interventionId
            ? evolveIntervention(i, event, { asksOutcome: !isPractice(call) })
            : i,
        ),
      };
    default:
      return unreachable(event);
  }
}

type EventOf<Type extends CallEvent['type']> = Extract<CallEvent, { type: Type }>;

function evolveRecordings(
  call: Call,
  event: EventOf<'RecordingStarted' | 'RecordingEnded' | 'RecordingTranscribed'>,
): Call {
  switch (event.type) {
    case 'RecordingStarted':
      return { ...call, recordings: [...call.recordings, event.recording] };
    case 'RecordingEnded':
      return {
        ...call,
        recordings: call.recordings.map((one) =>
          one.recordingId === event.recordingId ? recordingEnded(one, event) : one,
        ),
      };
    case 'RecordingTranscribed':
      return {
        ...call,
        recordings: call.recordings.map((one) =>
          one.recordingId === event.recordingId ? { ...one, words: event.words } : one,
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

/** Texts for the rep, and what the rep has seen of them. */
function evolveReadTexts(
  call: Call,
  event: EventOf<'TextWhispered' | 'TextWhisperSeen' | 'NoticeAcknowledged'>,
): Call {
  switch (event.type) {
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
    default:
      return unreachable(event);
  }
}

function withDevice(call: Call, { party, device }: EventOf<'DeviceChanged'>): Call {
  if (party.role !== 'supervisor') return call;
  return {
    ...call,
    interventions: call.interventions.map((one) =>
      one.interventionId === party.interventionId && one.status !== 'ended'
        ? { ...one, device }
        : one,
    ),
  };
}

/** The call after these events, one after the other. */
export const evolveAll = (call: Call, events: readonly CallEvent[]): Call =>
  events.reduce(evolve, call);
