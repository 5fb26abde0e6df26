import { interventionOf, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { unreachable } from '../unreachable.ts';
import type { Details } from './details.ts';
import { handoverDetails } from './handoverDetails.ts';
import { helpDetails } from './helpDetails.ts';
import { supervisionDetails } from './supervisionDetails.ts';

/**
 * The details in the audit entry of an event, besides actor, time and call. `call` is the call that
 * the entry is about.
 */
export function eventDetails(event: CallEvent, call: Call): Details {
  return { ...detailsOf(event, call), ...presenceIn(event, call) };
}

/**
 * The supervisor that an entry is about when the carrier or Dealside acted; at the end also when
 * they joined and left (D27, D29).
 */
function presenceIn(event: CallEvent, call: Call): Details {
  if (
    event.type !== 'SupervisorJoined' &&
    event.type !== 'ModeConfirmed' &&
    event.type !== 'ModeFailed' &&
    event.type !== 'InterventionEnded'
  )
    return {};
  const intervention = interventionOf(call, event.interventionId);
  if (!intervention) return {};
  const {
    supervisor: { userId: supervisorUserId, role: supervisorRole },
  } = intervention;
  const times =
    intervention.status === 'ended'
      ? { joinedAt: intervention.joinedAt, leftAt: intervention.leftAt }
      : {};
  return { supervisorUserId, supervisorRole, ...times };
}

function detailsOf(event: CallEvent, call: Call): Details {
  switch (event.type) {
    case 'CallPlaced':
    case 'CallReceived':
      return {
        direction: call.direction,
        ...(call.purpose.kind === 'practice' && { practice: call.purpose.scenario }),
        repUserId: call.rep.userId,
        opportunityId: call.opportunity?.opportunityId,
        language: call.language,
        ...(call.callerId && { callerId: call.callerId.because }),
      };
    case 'ConferenceStarted':
      return { conferenceId: event.conferenceId };
    case 'ParticipantRings':
    case 'ParticipantJoined':
    case 'ParticipantChanged':
      return {
        party: event.party.role,
        connectionId: event.connectionId,
        audibleTo: event.audibleTo,
        onHold: event.onHold,
      };
    case 'ParticipantRung':
    case 'ParticipantAnswered':
    case 'ParticipantLeft':
      return { party: event.party.role, connectionId: event.connectionId };
    case 'ParticipantDialled':
      return { party: event.party.role };
    case 'DeviceChanged':
      return { party: event.party.role, device: event.device };
    case 'CallEnded':
      return { endReason: event.endReason };
    case 'RecordingStarted':
      return { recordingId: event.recording.recordingId, of: event.recording.of.kind };
    case 'RecordingEnded':
      return {
        recordingId: event.recordingId,
        status: event.status,
        durationSeconds: event.durationSeconds,
      };
    case 'RecordingTranscribed':
      return { recordingId: event.recordingId, characters: event.words.length };
    case 'MonitoringChoiceGiven':
      return { isDeclined: event.choice.isDeclined, source: event.choice.source };
    case 'TalkHoldBegan':
    case 'TalkHoldEnded':
      return {};
    case 'RecordingPauseRequested':
      return { byUserId: event.pause.by.userId, until: event.pause.until };
    case 'RecordingResumeRequested':
      return { because: event.because };
    case 'RecordingPaused':
    case 'RecordingResumed':
      return {};
    case 'CallWrappedUp': {
      const { repUserId, disposition, followUp, about } = event.wrapUp;
      return {
        repUserId,
        disposition,
        followUpDueOn: followUp?.dueOn,
        ...(about && {
          movedTo: about.contactId ? 'record' : 'none',
          opportunityId: about.opportunity?.opportunityId,
        }),
      };
    }
    case 'CustomerLinked':
      return { opportunityId: event.opportunity?.opportunityId };
    case 'AnswerDetected':
      return { by: event.by };
    case 'MessageLeft':
      return {
        repUserId: event.userId,
        name: event.message.name,
        language: event.message.language,
      };
    case 'PracticeReviewed':
      return { repUserId: call.rep.userId, ticked: event.review.ticked.join(',') };
    case 'CallAnswered':
    case 'SupervisorJoined':
    case 'FloorRequested':
    case 'FloorReleased':
      return {};
    case 'InterventionEnded':
    case 'InterventionRequested':
    case 'ModeRequested':
    case 'ModeConfirmed':
    case 'ModeFailed':
    case 'OutcomeGiven':
    case 'NoticeGiven':
    case 'AnnouncementRequested':
    case 'AnnouncementEnded':
    case 'NoticeAcknowledged':
    case 'MomentFlagged':
    case 'TextWhispered':
    case 'TextWhisperSeen':
    case 'LeaveRequested':
      return supervisionDetails(event, call);
    case 'HelpRequested':
    case 'HelpOfferWidened':
    case 'SummonsSent':
    case 'SummonsWidened':
    case 'SummonsAnswered':
    case 'HelpAccepted':
    case 'HelpReopened':
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
      return helpDetails(event, call);
    case 'RingStepBegan':
    case 'RepsBecameReady':
    case 'RepsNotAwaited':
    case 'CallTaken':
    case 'MissedCallAssigned':
    case 'RepLost':
    case 'CustomerHeld':
    case 'CustomerReleased':
    case 'RepLossPlanned':
    case 'RepLossEnded':
    case 'RepHungUp':
    case 'CustomerHoldRequested':
    case 'TransferRequested':
    case 'TransferStepBegan':
    case 'TransferTaken':
    case 'GuestInvited':
    case 'GuestJoined':
    case 'CallLeftToGuest':
    case 'GuestEnded':
    case 'CallHandedOver':
    case 'TransferCompleted':
    case 'TransferCancelled':
      return handoverDetails(event, call);
    default:
      return unreachable(event);
  }
}
