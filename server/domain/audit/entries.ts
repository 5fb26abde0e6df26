import type { CallEvent } from '../call/events.ts';
import { interventionOf, type Call } from '../call/call.ts';
import { transferRung } from '../call/transfer.ts';
import type { Refusal, RefusalCode } from '../call/refusals.ts';
import type { ActAction, AttemptAction, StoredAction } from './actions.ts';
import { personalFacts, type PersonalFact } from './personalFacts.ts';
import { unreachable } from '../unreachable.ts';

/** What was done or refused, by whom, on which call (D27–D30). Append-only. */
export interface AuditEntry {
  readonly auditId: string;
  readonly orgId: string;
  readonly at: string;
  readonly actor: Actor;
  /** A stored entry may be of a former version. New entries use AuditAction. */
  readonly action: StoredAction;
  readonly callId?: string;
  readonly interventionId?: string;
  readonly queue?: string;
  readonly direction?: Call['direction'];
  readonly opportunityId?: string;
  readonly result: 'done' | 'refused';
  readonly code?: RefusalCode;
  /** Ids, codes and numbers. Names, phone numbers and what people wrote belong in `personal`. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Stored beside the chain, so that it can be erased. */
  readonly personal?: readonly PersonalFact[];
}

/** The org id of entries about requests whose org could not be verified. */
export const UNKNOWN_ORG = 'unknown';

/** Who acted: a person, Dealside, the carrier, or somebody unknown. */
export type Actor =
  | { readonly kind: 'person'; readonly userId: string; readonly role?: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'carrier' }
  /** Somebody at the command line of the server's machine. */
  | { readonly kind: 'operator'; readonly account: string }
  | { readonly kind: 'unknown'; readonly claimedUserId?: string };

type Details = Readonly<Record<string, unknown>>;

export interface AuditContext {
  readonly actor: Actor;
  readonly nextId: () => string;
}

/** The audit entries of what happened on a call: one per event. */
export function auditEvents(
  call: Call,
  events: readonly CallEvent[],
  { actor, nextId }: AuditContext,
): AuditEntry[] {
  return events.map((event) => ({
    auditId: nextId(),
    orgId: call.orgId,
    at: event.at,
    actor,
    action: event.type,
    callId: call.callId,
    ...interventionIn(event),
    ...aboutCall(call),
    result: 'done',
    details: { ...detailsOf(event, call), ...presenceIn(event, call) },
    personal: personalFacts(event, call),
  }));
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

/**
 * Which call it was, for readers who have the audit alone (D28). Calls are routed to the rep who
 * owns the deal, not to a queue: the queues are those of the rep when the call began.
 */
function aboutCall(call: Call): Pick<AuditEntry, 'queue' | 'direction' | 'opportunityId'> {
  return {
    queue: call.rep.queueIds?.join(',') || undefined,
    direction: call.direction,
    opportunityId: call.opportunity?.opportunityId,
  };
}

/**
 * The entry of an act that changes no call: an export, an erasure, a policy change, a recording
 * opened.
 */
export function auditAct(
  {
    call,
    ...act
  }: Pick<AuditEntry, 'orgId' | 'at'> & { readonly action: ActAction } & Partial<
      Pick<AuditEntry, 'callId' | 'interventionId' | 'details' | 'personal'>
    > & { readonly call?: Call },
  { actor, nextId }: AuditContext,
): AuditEntry {
  return {
    details: {},
    ...act,
    ...(call && { callId: call.callId, ...aboutCall(call) }),
    auditId: nextId(),
    actor,
    result: 'done',
  };
}

/** The audit entry of a refusal. */
export function auditRefusal(
  refusal: Refusal,
  about: {
    orgId: string;
    at: string;
    action: AttemptAction;
    callId?: string;
    interventionId?: string;
    call?: Call;
    details?: Details;
    personal?: AuditEntry['personal'];
  },
  { actor, nextId }: AuditContext,
): AuditEntry {
  const { details = {}, call, ...subject } = about;
  return {
    auditId: nextId(),
    actor,
    ...subject,
    ...(call && aboutCall(call)),
    result: 'refused',
    code: refusal.code,
    details,
  };
}

/** The intervention that an event is about, if it is about one. */
function interventionIn(event: CallEvent): { interventionId?: string } {
  if ('interventionId' in event) return { interventionId: event.interventionId };
  switch (event.type) {
    case 'InterventionRequested':
      return { interventionId: event.intervention.interventionId };
    case 'RecordingStarted':
      return event.recording.of.kind === 'supervisor'
        ? { interventionId: event.recording.of.interventionId }
        : {};
    case 'NoticeGiven':
      return { interventionId: event.notice.interventionId };
    case 'AnnouncementRequested':
      return event.announcement.interventionId
        ? { interventionId: event.announcement.interventionId }
        : {};
    case 'TextWhispered':
      return { interventionId: event.textWhisper.interventionId };
    case 'DeviceChanged':
      return event.party.role === 'supervisor'
        ? { interventionId: event.party.interventionId }
        : {};
    case 'CallPlaced':
    case 'CallReceived':
    case 'ConferenceStarted':
    case 'ParticipantDialled':
    case 'ParticipantRung':
    case 'ParticipantRings':
    case 'ParticipantAnswered':
    case 'ParticipantJoined':
    case 'ParticipantChanged':
    case 'ParticipantLeft':
    case 'CallAnswered':
    case 'CallEnded':
    case 'AnnouncementEnded':
    case 'RecordingEnded':
    case 'RecordingTranscribed':
    case 'NoticeAcknowledged':
    case 'HelpRequested':
    case 'HelpAccepted':
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
    case 'TextWhisperSeen':
    case 'RingStepBegan':
    case 'CallTaken':
    case 'RepLost':
    case 'RepLossPlanned':
    case 'RepLossEnded':
    case 'RepHungUp':
    case 'CustomerHeld':
    case 'CustomerReleased':
    case 'CustomerHoldRequested':
    case 'GuestInvited':
    case 'GuestJoined':
    case 'CallLeftToGuest':
    case 'GuestEnded':
    case 'TalkHoldBegan':
    case 'TalkHoldEnded':
    case 'TransferRequested':
    case 'TransferStepBegan':
    case 'TransferTaken':
    case 'CallHandedOver':
    case 'TransferCompleted':
    case 'TransferCancelled':
    case 'RecordingPauseRequested':
    case 'RecordingPaused':
    case 'RecordingResumeRequested':
    case 'RecordingResumed':
    case 'CallWrappedUp':
      return {};
    default:
      return unreachable(event);
  }
}

function detailsOf(event: CallEvent, call: Call): Details {
  switch (event.type) {
    case 'CallPlaced':
    case 'CallReceived':
      return {
        direction: call.direction,
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
      return { outcome: event.code, coachingDueOn: event.coaching?.dueOn };
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
      return { helpRequestId: event.help.helpRequestId, reasonCode: event.help.reasonCode };
    case 'HelpAccepted':
      return { helpRequestId: event.helpRequestId, takenByUserId: event.takenBy.userId };
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
      return { helpRequestId: event.helpRequestId };
    case 'TextWhispered':
      return { textWhisperId: event.textWhisper.textWhisperId, toldUserId: call.rep.userId };
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
