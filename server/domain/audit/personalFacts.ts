import type { Call, Customer } from '../call/call.ts';
import { interventionOf } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { unreachable } from '../unreachable.ts';

/** A value about people. It is erased at the request of any of its `subjects`. */
export interface PersonalFact {
  readonly name: string;
  readonly value: string;
  readonly subjects: readonly DataSubject[];
}

export type DataSubject = `user:${string}` | `contact:${string}` | `phone:${string}`;

/** The names under which the data of a customer is found. */
export const subjectsOfCustomer = ({
  contactId,
  phone,
}: Pick<Customer, 'contactId' | 'phone'>): DataSubject[] => [
  ...(contactId ? [`contact:${contactId}` as const] : []),
  ...(phone ? [`phone:${phone}` as const] : []),
];

/** The name under which the data of a user of the org is found. */
export const subjectOfUser = (userId: string): DataSubject => `user:${userId}`;

/**
 * The personal data in an event: names, phone numbers and what people wrote. Only what is listed
 * here can be erased, so every event must be listed. The audit records that a text whisper was
 * written, but never its text.
 */
export function personalFacts(event: CallEvent, call: Call): PersonalFact[] {
  const customer = subjectsOfCustomer(call.customer);
  const rep = subjectOfUser(call.rep.userId);
  switch (event.type) {
    case 'CallPlaced':
    case 'CallReceived':
      return presentFacts([
        ['customer.name', call.customer.name, customer],
        ['customer.phone', call.customer.phone, customer],
        ['rep.name', call.rep.name, [rep]],
        ['callerId.number', call.callerId?.number, [rep]],
      ]);
    case 'InterventionRequested': {
      const { supervisor } = event.intervention;
      return presentFacts([
        ['supervisor.name', supervisor.name, [subjectOfUser(supervisor.userId)]],
      ]);
    }
    case 'ModeRequested': {
      const all = everyoneOnCall(call, event.interventionId);
      return presentFacts([
        ['reason.note', event.pending.reason?.note, all],
        ['reason.point', event.pending.reason?.point, all],
      ]);
    }
    case 'OutcomeGiven': {
      const all = everyoneOnCall(call, event.interventionId);
      return presentFacts([
        ['outcome.note', event.note, all],
        ['coaching.note', event.coaching?.note, all],
      ]);
    }
    case 'TransferRequested': {
      const { to } = event.transfer;
      return presentFacts([['colleague.name', to.name, [subjectOfUser(to.userId)]]]);
    }
    case 'GuestInvited': {
      const { who } = event.guest;
      return who.kind === 'person'
        ? presentFacts([['guest.name', who.name, [subjectOfUser(who.userId)]]])
        : presentFacts([['guest.phone', who.phone, [`phone:${who.phone}`]]]);
    }
    case 'HelpRequested':
      return presentFacts([
        ['help.skill', event.help.skill, [...customer, rep]],
        ['help.note', event.help.note, [...customer, rep]],
      ]);
    case 'MomentFlagged':
      return presentFacts([['moment.note', event.moment.note, [...customer, rep]]]);
    case 'RecordingPauseRequested': {
      const { by } = event.pause;
      return presentFacts([['pausedBy.name', by.name, [subjectOfUser(by.userId)]]]);
    }
    case 'CallWrappedUp': {
      const { repUserId, notes, followUp, about } = event.wrapUp;
      const subjects = [...customer, subjectOfUser(repUserId), ...subjectsOfCustomer(about ?? {})];
      return presentFacts([
        ['wrapUp.notes', notes, subjects],
        ['followUp.subject', followUp?.subject, subjects],
        ['wrapUp.customer', about?.name, subjectsOfCustomer(about ?? {})],
        ['wrapUp.contactId', about?.contactId, subjectsOfCustomer(about ?? {})],
      ]);
    }
    case 'CustomerLinked': {
      const { name, contactId } = event.customer;
      const subjects = subjectsOfCustomer(event.customer);
      return presentFacts([
        ['customer.name', name, subjects],
        ['customer.contactId', contactId, subjects],
      ]);
    }
    case 'AnswerDetected':
    case 'MessageLeft':
    case 'DeviceChanged':
    case 'PracticeReviewed':
    case 'RecordingPaused':
    case 'RecordingResumeRequested':
    case 'RecordingResumed':
    case 'ConferenceStarted':
    case 'ParticipantDialled':
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
    case 'ParticipantRung':
    case 'ParticipantRings':
    case 'ParticipantAnswered':
    case 'ParticipantJoined':
    case 'ParticipantChanged':
    case 'ParticipantLeft':
    case 'CallAnswered':
    case 'CallEnded':
    case 'SupervisorJoined':
    case 'ModeConfirmed':
    case 'ModeFailed':
    case 'AnnouncementRequested':
    case 'AnnouncementEnded':
    case 'RecordingStarted':
    case 'RecordingEnded':
    case 'RecordingTranscribed':
    case 'FloorRequested':
    case 'FloorReleased':
    case 'LeaveRequested':
    case 'InterventionEnded':
    case 'NoticeGiven':
    case 'NoticeAcknowledged':
    case 'HelpAccepted':
    case 'HelpReopened':
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
    case 'HelpOfferWidened':
    case 'MonitoringChoiceGiven':
    case 'SummonsSent':
    case 'SummonsWidened':
    case 'SummonsAnswered':
    case 'TextWhispered':
    case 'TextWhisperSeen':
    case 'GuestJoined':
    case 'CallLeftToGuest':
    case 'GuestEnded':
    case 'TalkHoldBegan':
    case 'TalkHoldEnded':
    case 'TransferStepBegan':
    case 'TransferTaken':
    case 'CallHandedOver':
    case 'TransferCompleted':
    case 'TransferCancelled':
      return [];
    default:
      return unreachable(event);
  }
}

/** The subjects of a note: it may be about anybody on the call. */
function everyoneOnCall(call: Call, interventionId: string): DataSubject[] {
  const supervisor = interventionOf(call, interventionId)?.supervisor;
  return [
    ...subjectsOfCustomer(call.customer),
    subjectOfUser(call.rep.userId),
    ...(supervisor ? [subjectOfUser(supervisor.userId)] : []),
  ];
}

const presentFacts = (
  facts: readonly [string, string | undefined, readonly DataSubject[]][],
): PersonalFact[] =>
  facts.flatMap(([name, value, subjects]) => (value ? [{ name, value, subjects }] : []));
