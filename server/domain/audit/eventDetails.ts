import { interventionOf, type Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { transferRung } from '../call/transfer.ts';
import { unreachable } from '../unreachable.ts';

/** Ids, codes and numbers. Names, phone numbers and what people wrote belong in `personal`. */
export type Details = Readonly<Record<string, unknown>>;

/**
 * What the audit entry of an event says about it, beside who, when and on which call. `call` is the
 * call that the entry is about.
 */
export function eventDetails(event: CallEvent, call: Call): Details {
  return { ...detailsOf(event, call), ...presenceIn(event, call) };
}

/**
 * The supervisor whom an entry concerns when the carrier or Dealside acted; at the end also when
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
    case 'InterventionEnded':
      return { endReason: event.endReason, ...(event.because && { because: event.because }) };
    case 'InterventionRequested':
      return {
        supervisorUserId: event.intervention.supervisor.userId,
        supervisorRole: event.intervention.supervisor.role,
        repUserId: call.rep.userId,
        policyVersion: event.intervention.policyVersion,
        policyRule: event.intervention.policyRule,
        ...(event.intervention.consent && {
          consentRule: event.intervention.consent.rule,
          consentEvidence: event.intervention.consent.evidence,
        }),
      };
    case 'ModeRequested':
      return {
        mode: event.pending.mode,
        reasonCode: event.pending.reason?.code,
        ...(event.pending.because && { because: event.pending.because }),
        repAfterTakeover: event.pending.repAfterTakeover,
        whisperSkipped: event.pending.whisperSkipped,
        policyVersion: event.pending.policy?.version,
        policyRule: event.pending.policy?.rule,
        consentRule: event.pending.consent?.rule,
        consentEvidence: event.pending.consent?.evidence,
      };
    case 'ModeConfirmed':
      return { mode: event.mode };
    case 'ModeFailed':
      return { mode: event.mode, problem: event.problem.code };
    case 'OutcomeGiven':
      return { outcome: event.code, tag: event.tag, coachingDueOn: event.coaching?.dueOn };
    case 'NoticeGiven':
      return {
        noticeId: event.notice.noticeId,
        mode: event.notice.mode,
        toldUserId: call.rep.userId,
      };
    case 'AnnouncementRequested': {
      const { announcementId, kind: what, to, language, noticeId, before } = event.announcement;
      return { announcementId, what, to, language, noticeId, before };
    }
    case 'AnnouncementEnded':
      return { announcementId: event.announcementId, status: event.status };
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
    case 'NoticeAcknowledged':
      return { noticeId: event.noticeId };
    case 'HelpRequested':
      return {
        helpRequestId: event.help.helpRequestId,
        reasonCode: event.help.reasonCode,
        ...(event.help.offer && { offeredToUserIds: event.help.offer.steps[0]?.join(',') }),
      };
    case 'HelpOfferWidened':
      return {
        helpRequestId: event.helpRequestId,
        step: event.step,
        offeredToUserIds: call.help?.offer?.steps[event.step]?.join(','),
      };
    case 'MomentFlagged':
      return { momentId: event.moment.momentId };
    case 'SummonsSent':
      return {
        alertId: event.summons.alertId,
        family: event.summons.family,
        summonedUserIds: event.summons.offer?.steps[0]?.join(','),
      };
    case 'SummonsWidened':
      return {
        alertId: event.alertId,
        step: event.step,
        summonedUserIds: call.summonses
          ?.find(({ alertId }) => alertId === event.alertId)
          ?.offer?.steps[event.step]?.join(','),
      };
    case 'SummonsAnswered':
      return { alertId: event.alertId, byUserId: event.by.userId };
    case 'MonitoringChoiceGiven':
      return { isDeclined: event.choice.isDeclined, told: event.choice.told };
    case 'HelpAccepted':
      return { helpRequestId: event.helpRequestId, takenByUserId: event.takenBy.userId };
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
      return { helpRequestId: event.helpRequestId };
    case 'TextWhispered':
      return {
        textWhisperId: event.textWhisper.textWhisperId,
        toldUserId: event.textWhisper.toSupervisor
          ? interventionOf(call, event.textWhisper.interventionId)?.supervisor.userId
          : call.rep.userId,
        ...(event.textWhisper.isPraise && { isPraise: true }),
      };
    case 'TextWhisperSeen':
      return { textWhisperId: event.textWhisperId };
    case 'RingStepBegan':
      return {
        step: event.step,
        rungUserIds: (call.repLoss ?? call).ringing?.steps[event.step]?.reps
          .map(({ userId }) => userId)
          .join(','),
      };
    case 'CallTaken':
      return { takenByUserId: event.userId };
    case 'RepLost':
    case 'CustomerHeld':
    case 'CustomerReleased':
      return { repUserId: call.rep.userId };
    case 'RepLossPlanned':
      return {
        rungUserIds: event.ringing.steps
          .flatMap(({ reps }) => reps.map(({ userId }) => userId))
          .join(','),
        returnSeconds: event.ringing.steps[0]?.seconds,
        otherwise: event.ringing.otherwise,
      };
    case 'RepLossEnded':
      return { because: event.because, repUserId: call.rep.userId };
    case 'RepHungUp':
      return { endsCall: event.endsCall };
    case 'CustomerHoldRequested':
      return { onHold: event.onHold };
    case 'TransferRequested':
      return {
        transferId: event.transfer.transferId,
        repUserId: call.rep.userId,
        toUserId: event.transfer.to.userId,
        completesItself: event.transfer.completesItself,
        ...(event.transfer.by && { by: event.transfer.by }),
        ...(event.transfer.group && {
          group: event.transfer.group.name,
          rungUserIds: event.transfer.group.steps[0]?.reps.map(({ userId }) => userId).join(','),
        }),
      };
    case 'TransferStepBegan':
      return {
        transferId: call.transfer?.transferId,
        step: event.step,
        rungUserIds: transferRung(call)
          .map(({ userId }) => userId)
          .join(','),
      };
    case 'TransferTaken':
      return { transferId: call.transfer?.transferId, takenByUserId: event.userId };
    case 'GuestInvited': {
      const { guestId, who, takesCallAtOnce } = event.guest;
      return {
        guestId,
        repUserId: call.rep.userId,
        kind: who.kind,
        ...(who.kind === 'person' && { toUserId: who.userId }),
        takesCallAtOnce,
      };
    }
    case 'GuestJoined':
    case 'CallLeftToGuest':
      return { guestId: event.guestId, repUserId: call.rep.userId };
    case 'GuestEnded':
      return { guestId: event.guestId, because: event.because };
    case 'TalkHoldBegan':
    case 'TalkHoldEnded':
      return {};
    case 'CallHandedOver':
    case 'TransferCompleted':
      return { transferId: call.transfer?.transferId, repUserId: call.rep.userId };
    case 'TransferCancelled':
      return { transferId: call.transfer?.transferId, because: event.because };
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
    case 'LeaveRequested':
      return event.movingTo ? { movingToCallId: event.movingTo } : {};
    default:
      return unreachable(event);
  }
}
