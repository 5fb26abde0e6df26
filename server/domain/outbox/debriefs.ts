import type { DebriefStage, DueStep } from '../call/debriefRules.ts';
import type { OutboxMessage } from './message.ts';

interface Named {
  readonly callId: string;
  readonly debriefId: string;
  readonly orgId: string;
}

interface RepNamed {
  readonly rep: { readonly userId: string };
}

/** The two get a task, and the rep is told. */
export function debriefPlannedMessages(named: Named & RepNamed): OutboxMessage[] {
  const { callId, debriefId, orgId, rep } = named;
  return [
    debriefRecordMessage(named, 'planned'),
    {
      key: `crm.debriefNotification:${debriefId}:planned`,
      orgId,
      topic: 'crm.debriefNotification',
      payload: { callId, interventionId: debriefId, about: 'planned', toUserId: rep.userId },
    },
  ];
}

/** How far the debrief is goes to the CRM, once for each act of the two. */
export const debriefRecordMessage = (
  { callId, debriefId, orgId }: Named,
  since: DebriefStage | 'planned' | 'closed' | `closed:${string}`,
): OutboxMessage => ({
  key: `crm.debriefRecord:${debriefId}:${since}`,
  orgId,
  topic: 'crm.debriefRecord',
  payload: { callId, interventionId: debriefId },
});

/** A booked time that is not needed any more is free again in both calendars. */
export const debriefUnbookedMessage = ({ callId, debriefId, orgId }: Named): OutboxMessage => ({
  key: `crm.debriefEvent:${debriefId}:closed`,
  orgId,
  topic: 'crm.debriefEvent',
  payload: { callId, interventionId: debriefId },
});

/** The time goes into both calendars, and both are told, once for each choice. */
export function debriefBookedMessages(
  { callId, debriefId, orgId }: Named,
  { moves }: { readonly moves: number },
): OutboxMessage[] {
  const payload = { callId, interventionId: debriefId };
  return [
    {
      key: `crm.debriefEvent:${debriefId}:${moves}`,
      orgId,
      topic: 'crm.debriefEvent',
      payload,
    },
    {
      key: `crm.debriefNotification:${debriefId}:booked:${moves}`,
      orgId,
      topic: 'crm.debriefNotification',
      payload: { ...payload, about: moves === 0 ? 'booked' : 'moved' },
    },
  ];
}

/** Notifications that time causes, each step once. */
export const debriefDueMessage = (
  { callId, debriefId, orgId }: Named,
  about: DueStep,
  toUserId: string | undefined,
): OutboxMessage => ({
  key: `crm.debriefNotification:${debriefId}:${about}`,
  orgId,
  topic: 'crm.debriefNotification',
  payload: { callId, interventionId: debriefId, about, ...(toUserId && { toUserId }) },
});

/** Both participants' ratings of a debrief are written to its record. */
export const coachingRatingMessages = ({ callId, debriefId, orgId }: Named): OutboxMessage[] => [
  {
    key: `crm.coachingRatings:${debriefId}`,
    orgId,
    topic: 'crm.coachingRatings',
    payload: { callId, interventionId: debriefId },
  },
];

/** The people concerned by a training signal are notified once. */
export const trainingNotificationMessage = (signalId: string, orgId: string): OutboxMessage => ({
  key: `crm.trainingNotification:${signalId}`,
  orgId,
  topic: 'crm.trainingNotification',
  payload: { signalId },
});
