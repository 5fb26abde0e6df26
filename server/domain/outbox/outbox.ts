import type { CallEvent } from '../call/events.ts';
import type { Call } from '../call/call.ts';
import { isSilent } from '../call/modes.ts';
import { allHelpRequests } from '../help/decideHelp.ts';
import { repAt } from '../transfer/transfer.ts';
import { isCovert } from '../supervision/covert.ts';

/** A durable intent to tell another system. A key that exists already is not written again. */
export type OutboxMessage = { readonly [T in OutboxTopic]: OutboxMessageOf<T> }[OutboxTopic];

export interface OutboxMessageOf<T extends OutboxTopic> {
  readonly key: string;
  readonly orgId: string;
  readonly topic: T;
  readonly payload: OutboxPayloads[T];
}

export interface OutboxPayloads {
  'crm.intervention': { readonly callId: string; readonly interventionId: string };
  /** Something to tell the rep of the call in the org's own notification. */
  'crm.notification': { readonly callId: string; readonly interventionId: string; readonly about: RepNotification };
  /** What became of a rep's request for help. */
  'crm.help': { readonly callId: string; readonly helpRequestId: string };
  /** That a rep has seen a notice: the first one under a version of the policy stands for that version. */
  'crm.acknowledgement': { readonly callId: string; readonly noticeId: string };
  /** A checkpoint of the audit, by its number. */
  'crm.checkpoint': { readonly number: number };
}

export type OutboxTopic = keyof OutboxPayloads;

/** `receipt`: say whether it helped. `coaching`: a debrief is planned. */
export type RepNotification = 'receipt' | 'coaching';

/** The topics of messages that follow from what happens on calls. A checkpoint is written with its own message. */
type CallTopic = Exclude<OutboxTopic, 'crm.checkpoint'>;

/** In the order in which messages of one change are written: a notification leads to the record of its intervention. */
const MESSAGES: Record<CallTopic, (call: Call, event: CallEvent) => OutboxMessage[]> = {
  'crm.intervention': interventionMessages,
  'crm.notification': notificationMessages,
  'crm.help': helpMessages,
  'crm.acknowledgement': acknowledgementMessages,
};

/** Of what another system must hear because of an event. */
const TOPICS: Record<CallEvent['type'], readonly CallTopic[]> = {
  CallPlaced: [],
  CallReceived: [],
  ConferenceStarted: [],
  ParticipantDialled: [],
  ParticipantJoined: [],
  ParticipantChanged: [],
  ParticipantLeft: [],
  CallAnswered: [],
  CallEnded: ['crm.help'],
  InterventionRequested: [],
  SupervisorJoined: ['crm.help'],
  ModeRequested: [],
  ModeConfirmed: ['crm.help'],
  ModeFailed: [],
  AnnouncementRequested: [],
  AnnouncementEnded: [],
  RecordingStarted: [],
  RecordingEnded: ['crm.intervention'],
  FloorRequested: [],
  FloorReleased: [],
  LeaveRequested: [],
  InterventionEnded: ['crm.intervention', 'crm.notification', 'crm.help'],
  OutcomeGiven: ['crm.intervention', 'crm.notification'],
  NoticeGiven: [],
  NoticeAcknowledged: ['crm.intervention', 'crm.acknowledgement'],
  HelpRequested: ['crm.help'],
  HelpAccepted: ['crm.help'],
  HelpRequestCancelled: ['crm.help'],
  TextWhispered: [],
  TextWhisperSeen: [],
  TransferRequested: [],
  CallHandedOver: [],
  TransferCompleted: [],
  TransferCancelled: [],
};

/** What other systems must hear because of these events. The call is as it is after them. */
export function outboxMessages(call: Call, events: readonly CallEvent[]): OutboxMessage[] {
  return (Object.keys(MESSAGES) as CallTopic[]).flatMap((topic) =>
    events.flatMap((event) => (TOPICS[event.type].includes(topic) ? MESSAGES[topic](call, event) : [])));
}

function interventionMessages(call: Call, event: CallEvent): OutboxMessage[] {
  return changedInterventions(call, event).flatMap((interventionId): OutboxMessage[] => {
    const joined = call.interventions.find((i) => i.interventionId === interventionId);
    if (joined?.status === 'ended' && !joined.joinedAt) return [];
    // The rep reads the deal’s timeline too. Administrators find who listened covertly in the audit.
    if (joined && isCovert(joined)) return [];
    return [{
      key: `crm.intervention:${interventionId}:${event.type}${keySuffixOf(event)}`,
      orgId: call.orgId,
      topic: 'crm.intervention',
      payload: { callId: call.callId, interventionId },
    }];
  });
}

/** What sets apart several events of one type about one intervention. */
function keySuffixOf(event: CallEvent): string {
  if (event.type === 'RecordingEnded') return `:${event.recordingId}`;
  return event.type === 'NoticeAcknowledged' ? `:${event.noticeId}` : '';
}

/** The rep is asked whether it helped when somebody was heard, and told of a debrief. Who listened covertly stays covert here too. */
function notificationMessages(call: Call, event: CallEvent): OutboxMessage[] {
  if (event.type !== 'InterventionEnded' && event.type !== 'OutcomeGiven') return [];
  const { interventionId } = event;
  const i = call.interventions.find((one) => one.interventionId === interventionId);
  if (i?.status !== 'ended' || !i.joinedAt || isCovert(i)) return [];
  const notification = (about: RepNotification): OutboxMessage => ({ key: `crm.notification:${interventionId}:${about}`, orgId: call.orgId, topic: 'crm.notification', payload: { callId: call.callId, interventionId, about } });
  if (event.type === 'InterventionEnded') return i.modeHistory.some(({ mode }) => !isSilent(mode)) ? [notification('receipt')] : [];
  return i.outcome.status === 'given' && i.outcome.coaching ? [notification('coaching')] : [];
}

/** A request for help is told when it is made, at each turn it takes, and once the intervention that answered it is there to be named. */
function helpMessages(call: Call, event: CallEvent): OutboxMessage[] {
  return changedHelpRequests(call, event).map((helpRequestId) => ({
    key: `crm.help:${helpRequestId}:${event.type}`, orgId: call.orgId, topic: 'crm.help', payload: { callId: call.callId, helpRequestId },
  }));
}

function changedHelpRequests(call: Call, event: CallEvent): string[] {
  if (event.type === 'HelpRequested') return [event.help.helpRequestId];
  if ('helpRequestId' in event) return [event.helpRequestId];
  if (event.type === 'InterventionEnded') {
    return allHelpRequests(call).filter((help) => help.status === 'closed' && help.answer?.interventionId === event.interventionId).map(({ helpRequestId }) => helpRequestId);
  }
  return call.help?.status === 'closed' && call.help.closedAt === event.at ? [call.help.helpRequestId] : [];
}

/** The key lets one message through per rep and version of the policy. */
function acknowledgementMessages(call: Call, event: CallEvent): OutboxMessage[] {
  if (event.type !== 'NoticeAcknowledged') return [];
  const notice = call.notices.find(({ noticeId }) => noticeId === event.noticeId);
  const intervention = call.interventions.find(({ interventionId }) => interventionId === notice?.interventionId);
  if (!intervention) return [];
  return [{
    key: `crm.acknowledgement:${call.orgId}:${repAt(call, event.at).userId}:${intervention.policyVersion}`, orgId: call.orgId,
    topic: 'crm.acknowledgement', payload: { callId: call.callId, noticeId: event.noticeId },
  }];
}

/** What comes after an intervention's end brings its record up to date: a notice that is seen late, a recording that is kept. */
function changedInterventions(call: Call, event: CallEvent): string[] {
  if (event.type === 'InterventionEnded' || event.type === 'OutcomeGiven') return [event.interventionId];
  const over = call.interventions.filter(({ status }) => status === 'ended').map(({ interventionId }) => interventionId);
  if (event.type === 'NoticeAcknowledged') return over.filter((interventionId) => call.notices.some((notice) => notice.noticeId === event.noticeId && notice.interventionId === interventionId));
  if (event.type !== 'RecordingEnded') return [];
  const of = call.recordings.find(({ recordingId }) => recordingId === event.recordingId)?.of;
  return of?.kind === 'supervisor' ? over.filter((interventionId) => interventionId === of.interventionId) : of ? over : [];
}
