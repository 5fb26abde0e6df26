import type { DebriefNotice } from '../call/debriefRules.ts';
import type { JointCallNews } from '../call/jointCall.ts';

/**
 * A message to another system, stored with the change that caused it. A key that exists already is
 * not written again.
 */
export type OutboxMessage = { readonly [T in OutboxTopic]: OutboxMessageOf<T> }[OutboxTopic];

export interface OutboxMessageOf<T extends OutboxTopic> {
  readonly key: string;
  readonly orgId: string;
  readonly topic: T;
  readonly payload: OutboxPayloads[T];
}

interface OutboxPayloads {
  'crm.intervention': { readonly callId: string; readonly interventionId: string };
  /** A rep's own ended call. */
  'crm.call': { readonly callId: string; readonly repUserId: string };
  /** A notification to the rep of the call, or to the supervisor. */
  'crm.notification': {
    readonly callId: string;
    readonly interventionId: string;
    readonly about: RepNotification | SupervisorNotification;
  };
  /** The state of a help request. */
  'crm.help': { readonly callId: string; readonly helpRequestId: string };
  /** The notification of it, to those whom a step of its offer adds. */
  'crm.helpNotification': {
    readonly callId: string;
    readonly helpRequestId: string;
    readonly step?: number;
  };
  /** The notification of an alert of compliance, to those whom a step of its summons names. */
  'crm.summonsNotification': {
    readonly callId: string;
    readonly alertId: string;
    readonly step: number;
  };
  /** The same as a call to the phones of people who are reached there. */
  'carrier.summonsCall': {
    readonly callId: string;
    readonly alertId: string;
    readonly step: number;
  };
  /**
   * How far a debrief is: on the record of its intervention, or else in the tasks of the two. In all
   * messages of debriefs `interventionId` is the id of the debrief, as former versions wrote it.
   */
  'crm.debriefRecord': { readonly callId: string; readonly interventionId: string };
  /** The time of a debrief, in the calendars of the two. */
  'crm.debriefEvent': { readonly callId: string; readonly interventionId: string };
  /** A debrief notification to both participants or, after an escalation, to `toUserId`. */
  'crm.debriefNotification': {
    readonly callId: string;
    readonly interventionId: string;
    readonly about: DebriefNotice;
    readonly toUserId?: string;
  };
  /** Both ratings of a debrief, once neither participant can still give one. */
  'crm.coachingRatings': { readonly callId: string; readonly interventionId: string };
  /** The notification of a reason that comes back across a team. */
  'crm.trainingNotification': { readonly signalId: string };
  /** A help request, to the phones of people who are reached there. */
  'carrier.helpCall': {
    readonly callId: string;
    readonly helpRequestId: string;
    readonly step: number;
  };
  /** The time of a call that a rep and a supervisor planned together, in their calendars. */
  'crm.jointCallEvent': { readonly jointCallId: string };
  /** What is said of such a call. */
  'crm.jointCallNotification': { readonly jointCallId: string; readonly about: JointCallNews };
  /** The notification to those who follow the rep that a call of theirs has begun. */
  'crm.followNotification': { readonly callId: string; readonly userId: string };
  /** The acknowledgement of a notice: a rep's first one under each policy version is recorded. */
  'crm.acknowledgement': { readonly callId: string; readonly noticeId: string };
  /** A missed call: a task to call back. */
  'crm.missedCall': { readonly callId: string };
  /** The notification of it, which leads to the task. */
  'crm.missedCallNotification': { readonly callId: string };
  /** The totals of a day. */
  'crm.callDay': { readonly day: string };
  /** A checkpoint of the audit, by its number. */
  'crm.checkpoint': { readonly number: number };
}

export type OutboxTopic = keyof OutboxPayloads;

/** `receipt` asks whether the intervention helped. `coaching` announces a debrief. */
export type RepNotification = 'receipt' | 'coaching';

/** `outcome` reminds of an outcome that is due. */
export type SupervisorNotification = 'outcome';
