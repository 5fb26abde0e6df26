import type { Call } from '../call/call.ts';
import { isCovert } from '../call/covert.ts';
import type { CallEvent } from '../call/events.ts';
import { allHelpRequests } from '../call/helpRequest.ts';
import { isSilent } from '../call/modes.ts';
import { isPractice } from '../call/purpose.ts';
import { endedRepCalls } from '../call/repCalls.ts';
import { endedWaiting } from '../call/repLoss.ts';
import { isMissed } from '../call/ringing.ts';
import { repAt } from '../call/transfer.ts';
import type { OutboxMessage, OutboxTopic, RepNotification } from './message.ts';

/**
 * The topics of messages that follow from what happens on calls. Checkpoints, totals, what
 * follows calls in debriefs, training signals, calls that are planned together, and notifications of
 * those who follow reps are written with their own messages.
 */
type CallTopic = Exclude<
  OutboxTopic,
  | 'crm.callDay'
  | 'crm.checkpoint'
  | 'crm.coachingRatings'
  | 'crm.debriefRecord'
  | 'crm.debriefNotification'
  | 'crm.debriefEvent'
  | 'crm.trainingNotification'
  | 'crm.jointCallEvent'
  | 'crm.jointCallNotification'
  | 'crm.followNotification'
>;

/**
 * In the order in which messages of one change are written: a notification leads to the record of
 * its intervention.
 */
const MESSAGES: Record<CallTopic, (call: Call, event: CallEvent) => OutboxMessage[]> = {
  'crm.intervention': interventionMessages,
  'crm.call': repCallMessages,
  'crm.notification': notificationMessages,
  'crm.help': helpMessages,
  'crm.helpNotification': (call, event) => helpStepMessages(call, event, 'crm.helpNotification'),
  'carrier.helpCall': (call, event) => helpStepMessages(call, event, 'carrier.helpCall'),
  'crm.summonsNotification': (call, event) =>
    summonsMessages(call, event, 'crm.summonsNotification'),
  'carrier.summonsCall': (call, event) => summonsMessages(call, event, 'carrier.summonsCall'),
  'crm.acknowledgement': acknowledgementMessages,
  'crm.missedCall': missedCallMessages,
  'crm.missedCallNotification': missedCallNotifications,
};

/** The topics about which an event may have to be reported. */
const TOPICS: Record<CallEvent['type'], readonly CallTopic[]> = {
  CallPlaced: [],
  CallReceived: [],
  ConferenceStarted: [],
  ParticipantDialled: [],
  RingStepBegan: [],
  RepsBecameReady: [],
  RepsNotAwaited: [],
  CallTaken: [],
  MissedCallAssigned: [],
  DeviceChanged: [],
  RepLost: [],
  RepLossPlanned: [],
  RepLossEnded: [],
  RepHungUp: [],
  CustomerHeld: [],
  CustomerReleased: [],
  CustomerHoldRequested: [],
  ParticipantRung: [],
  ParticipantRings: [],
  ParticipantAnswered: [],
  ParticipantJoined: [],
  ParticipantChanged: [],
  ParticipantLeft: [],
  CallAnswered: [],
  CallEnded: ['crm.call', 'crm.help', 'crm.missedCall', 'crm.missedCallNotification'],
  InterventionRequested: [],
  SupervisorJoined: ['crm.help'],
  ModeRequested: [],
  ModeConfirmed: ['crm.help'],
  ModeFailed: [],
  AnnouncementRequested: [],
  AnnouncementEnded: [],
  RecordingStarted: [],
  RecordingEnded: ['crm.intervention', 'crm.call', 'crm.missedCall'],
  RecordingTranscribed: ['crm.missedCall'],
  RecordingPauseRequested: [],
  RecordingPaused: [],
  RecordingResumeRequested: [],
  RecordingResumed: [],
  FloorRequested: [],
  FloorReleased: [],
  LeaveRequested: [],
  InterventionEnded: ['crm.intervention', 'crm.notification', 'crm.help'],
  OutcomeGiven: ['crm.intervention', 'crm.notification'],
  NoticeGiven: [],
  NoticeAcknowledged: ['crm.intervention', 'crm.acknowledgement'],
  HelpRequested: ['crm.help', 'crm.helpNotification', 'carrier.helpCall'],
  HelpAccepted: ['crm.help'],
  HelpReopened: ['crm.help', 'crm.helpNotification', 'carrier.helpCall'],
  HelpRequestCancelled: ['crm.help'],
  HelpRequestExpired: ['crm.help'],
  HelpOfferWidened: ['crm.helpNotification', 'carrier.helpCall'],
  MomentFlagged: ['crm.intervention'],
  MonitoringChoiceGiven: [],
  SummonsSent: ['crm.summonsNotification', 'carrier.summonsCall'],
  SummonsWidened: ['crm.summonsNotification', 'carrier.summonsCall'],
  SummonsAnswered: [],
  TextWhispered: [],
  TextWhisperSeen: [],
  GuestInvited: [],
  GuestJoined: [],
  CallLeftToGuest: ['crm.call'],
  GuestEnded: [],
  TalkHoldBegan: [],
  TalkHoldEnded: [],
  TransferRequested: [],
  TransferStepBegan: [],
  TransferTaken: [],
  CallHandedOver: [],
  TransferCompleted: ['crm.call'],
  TransferCancelled: [],
  CallWrappedUp: ['crm.call'],
  AnswerDetected: [],
  MessageLeft: [],
  CustomerLinked: ['crm.intervention', 'crm.call'],
  PracticeReviewed: [],
};

/**
 * The messages that follow from these events. `call` is the call after them. No other system hears
 * of a practice call.
 */
export function outboxMessages(call: Call, events: readonly CallEvent[]): OutboxMessage[] {
  if (isPractice(call)) return [];
  return (Object.keys(MESSAGES) as CallTopic[]).flatMap((topic) =>
    events.flatMap((event) =>
      TOPICS[event.type].includes(topic) ? MESSAGES[topic](call, event) : [],
    ),
  );
}

function interventionMessages(call: Call, event: CallEvent): OutboxMessage[] {
  return changedInterventions(call, event).flatMap((interventionId): OutboxMessage[] => {
    const joined = call.interventions.find((i) => i.interventionId === interventionId);
    if (joined?.status === 'ended' && !joined.joinedAt) return [];
    // The rep can read the deal’s timeline. Administrators find covert monitoring in the audit.
    if (joined && isCovert(joined)) return [];
    return [
      {
        key: `crm.intervention:${interventionId}:${event.type}${keySuffixOf(event)}`,
        orgId: call.orgId,
        topic: 'crm.intervention',
        payload: { callId: call.callId, interventionId },
      },
    ];
  });
}

/**
 * The calls of reps whose record changes: at the end of a call all of them, by a wrap-up its rep's.
 * A key names what changed, so a fact that is reported twice is one message.
 */
function repCallMessages(call: Call, event: CallEvent): OutboxMessage[] {
  const isOfOneSupervisor =
    event.type === 'RecordingEnded' &&
    call.recordings.find(({ recordingId }) => recordingId === event.recordingId)?.of.kind !==
      'call';
  if (isOfOneSupervisor) return [];
  const suffix =
    event.type === 'RecordingEnded' ? `:${event.recordingId}` : `:${event.type}:${event.at}`;
  return endedRepCalls(call)
    .map(({ rep }) => rep.userId)
    .filter((userId) => event.type !== 'CallWrappedUp' || event.wrapUp.repUserId === userId)
    .map((repUserId) => ({
      key: `crm.call:${call.callId}:${repUserId}${suffix}`,
      orgId: call.orgId,
      topic: 'crm.call',
      payload: { callId: call.callId, repUserId },
    }));
}

/** Distinguishes several events of one type about one intervention. */
function keySuffixOf(event: CallEvent): string {
  if (event.type === 'RecordingEnded' || event.type === 'RecordingTranscribed')
    return `:${event.recordingId}`;
  if (event.type === 'MomentFlagged') return `:${event.moment.momentId}`;
  return event.type === 'NoticeAcknowledged' ? `:${event.noticeId}` : '';
}

/**
 * A receipt when the supervisor was heard, and a notification of a debrief. None for covert
 * monitoring.
 */
function notificationMessages(call: Call, event: CallEvent): OutboxMessage[] {
  if (event.type !== 'InterventionEnded' && event.type !== 'OutcomeGiven') return [];
  const { interventionId } = event;
  const i = call.interventions.find((one) => one.interventionId === interventionId);
  if (i?.status !== 'ended' || !i.joinedAt || isCovert(i)) return [];
  const notification = (about: RepNotification): OutboxMessage => ({
    key: `crm.notification:${interventionId}:${about}`,
    orgId: call.orgId,
    topic: 'crm.notification',
    payload: { callId: call.callId, interventionId, about },
  });
  if (event.type === 'InterventionEnded')
    return i.modeHistory.some(({ mode }) => !isSilent(mode)) ? [notification('receipt')] : [];
  return i.outcome.status === 'given' && i.outcome.coaching ? [notification('coaching')] : [];
}

/**
 * A help request is reported at each change, and again when the intervention that answered it has
 * ended and has a record.
 */
function helpMessages(call: Call, event: CallEvent): OutboxMessage[] {
  return changedHelpRequests(call, event).map((helpRequestId) => ({
    key: `crm.help:${helpRequestId}:${event.type}${reopeningOf(call)}`,
    orgId: call.orgId,
    topic: 'crm.help',
    payload: { callId: call.callId, helpRequestId },
  }));
}

/** What distinguishes the messages of a request that is open again from those before. */
function reopeningOf({ help }: Call): string {
  const times = help?.status === 'closed' ? 0 : (help?.givenBackBy?.length ?? 0);
  return times > 0 ? `:reopened-${times}` : '';
}

/**
 * A help request rings when it is made, when it is open again, and when it is offered to more
 * people: once for each.
 */
function helpStepMessages(
  call: Call,
  event: CallEvent,
  topic: 'crm.helpNotification' | 'carrier.helpCall',
): OutboxMessage[] {
  const message = (helpRequestId: string, step: number): OutboxMessage => ({
    key: `${topic}:${helpRequestId}${step > 0 ? `:${step}` : ''}${reopeningOf(call)}`,
    orgId: call.orgId,
    topic,
    payload: { callId: call.callId, helpRequestId, step },
  });
  if (event.type === 'HelpRequested') return [message(event.help.helpRequestId, 0)];
  if (event.type === 'HelpReopened') return [message(event.helpRequestId, 0)];
  return event.type === 'HelpOfferWidened' ? [message(event.helpRequestId, event.step)] : [];
}

/** A summons rings once for each of its steps. */
function summonsMessages(
  call: Call,
  event: CallEvent,
  topic: 'crm.summonsNotification' | 'carrier.summonsCall',
): OutboxMessage[] {
  if (event.type !== 'SummonsSent' && event.type !== 'SummonsWidened') return [];
  const [alertId, step] =
    event.type === 'SummonsSent' ? [event.summons.alertId, 0] : [event.alertId, event.step];
  return [
    {
      key: `${topic}:${alertId}:${step}`,
      orgId: call.orgId,
      topic,
      payload: { callId: call.callId, alertId, step },
    },
  ];
}

function changedHelpRequests(call: Call, event: CallEvent): string[] {
  if (event.type === 'HelpRequested') return [event.help.helpRequestId];
  if ('helpRequestId' in event) return [event.helpRequestId];
  if (event.type === 'InterventionEnded') {
    return allHelpRequests(call)
      .filter(
        (help) => help.status === 'closed' && help.answer?.interventionId === event.interventionId,
      )
      .map(({ helpRequestId }) => helpRequestId);
  }
  return call.help?.status === 'closed' && call.help.closedAt === event.at
    ? [call.help.helpRequestId]
    : [];
}

/** Nobody took the call, or took it again after its rep was lost. */
const leavesTask = (call: Call): boolean => isMissed(call) || endedWaiting(call);

/** A missed call is reported when it ends, and again when its message is kept, and written down. */
function missedCallMessages(call: Call, event: CallEvent): OutboxMessage[] {
  if (!leavesTask(call)) return [];
  return [
    {
      key: `crm.missedCall:${call.callId}:${event.type}${keySuffixOf(event)}`,
      orgId: call.orgId,
      topic: 'crm.missedCall',
      payload: { callId: call.callId },
    },
  ];
}

function missedCallNotifications(call: Call): OutboxMessage[] {
  if (!leavesTask(call)) return [];
  return [
    {
      key: `crm.missedCallNotification:${call.callId}`,
      orgId: call.orgId,
      topic: 'crm.missedCallNotification',
      payload: { callId: call.callId },
    },
  ];
}

/** The key allows one message per rep and policy version. */
function acknowledgementMessages(call: Call, event: CallEvent): OutboxMessage[] {
  if (event.type !== 'NoticeAcknowledged') return [];
  const notice = call.notices.find(({ noticeId }) => noticeId === event.noticeId);
  const intervention = call.interventions.find(
    ({ interventionId }) => interventionId === notice?.interventionId,
  );
  if (!intervention) return [];
  return [
    {
      key: `crm.acknowledgement:${call.orgId}:${repAt(call, event.at).userId}:${intervention.policyVersion}`,
      orgId: call.orgId,
      topic: 'crm.acknowledgement',
      payload: { callId: call.callId, noticeId: event.noticeId },
    },
  ];
}

/**
 * The interventions whose record changes. After the end, a late acknowledgement or a completed
 * recording changes it.
 */
function changedInterventions(call: Call, event: CallEvent): string[] {
  if (event.type === 'InterventionEnded' || event.type === 'OutcomeGiven')
    return [event.interventionId];
  const over = call.interventions
    .filter(({ status }) => status === 'ended')
    .map(({ interventionId }) => interventionId);
  if (event.type === 'NoticeAcknowledged')
    return over.filter((interventionId) =>
      call.notices.some(
        (notice) => notice.noticeId === event.noticeId && notice.interventionId === interventionId,
      ),
    );
  if (event.type === 'CustomerLinked') return over;
  // A moment is kept on every intervention that ends after it, and on those that are over.
  if (event.type === 'MomentFlagged') return over;
  if (event.type !== 'RecordingEnded') return [];
  const of = call.recordings.find(({ recordingId }) => recordingId === event.recordingId)?.of;
  return of?.kind === 'supervisor'
    ? over.filter((interventionId) => interventionId === of.interventionId)
    : of
      ? over
      : [];
}
