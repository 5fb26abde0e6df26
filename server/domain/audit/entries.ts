import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import type { Refusal, RefusalCode } from '../call/refusals.ts';
import { unreachable } from '../unreachable.ts';
import type { ActAction, AttemptAction, StoredAction } from './actions.ts';
import type { Details } from './details.ts';
import { eventDetails } from './eventDetails.ts';
import { personalFacts, type PersonalFact } from './personalFacts.ts';

/** An audit entry: what was done or refused, by whom, on which call (D27–D30). Append-only. */
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
  readonly details: Details;
  /** Stored beside the chain, so that it can be erased. */
  readonly personal?: readonly PersonalFact[];
}

/** The org id of entries about requests whose org could not be verified. */
export const UNKNOWN_ORG = 'unknown';

/** The actor: a person, Dealside, the carrier, or somebody unknown. */
export type Actor =
  | { readonly kind: 'person'; readonly userId: string; readonly role?: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'carrier' }
  /** Somebody at the command line of the server's machine. */
  | { readonly kind: 'operator'; readonly account: string }
  | { readonly kind: 'unknown'; readonly claimedUserId?: string };

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
    details: eventDetails(event, call),
    personal: personalFacts(event, call),
  }));
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
    case 'HelpReopened':
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
    case 'HelpOfferWidened':
    case 'MomentFlagged':
    case 'MonitoringChoiceGiven':
    case 'SummonsSent':
    case 'SummonsWidened':
    case 'SummonsAnswered':
    case 'TextWhisperSeen':
    case 'RingStepBegan':
    case 'RepsBecameReady':
    case 'RepsNotAwaited':
    case 'CallTaken':
    case 'MissedCallAssigned':
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
    case 'CustomerLinked':
    case 'AnswerDetected':
    case 'MessageLeft':
    case 'PracticeReviewed':
      return {};
    default:
      return unreachable(event);
  }
}
