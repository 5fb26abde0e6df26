import type { DueStep } from '../call/debriefRules.ts';
import type { OutboxMessage } from './message.ts';

interface Named {
  readonly callId: string;
  readonly interventionId: string;
  readonly orgId: string;
}

/** The time goes into both calendars, and both are told, once for each choice. */
export function debriefBookedMessages(
  { callId, interventionId, orgId }: Named,
  { moves }: { readonly moves: number },
): OutboxMessage[] {
  const payload = { callId, interventionId };
  return [
    {
      key: `crm.debriefEvent:${interventionId}:${moves}`,
      orgId,
      topic: 'crm.debriefEvent',
      payload,
    },
    {
      key: `crm.debriefNotification:${interventionId}:booked:${moves}`,
      orgId,
      topic: 'crm.debriefNotification',
      payload: { ...payload, about: moves === 0 ? 'booked' : 'moved' },
    },
  ];
}

/** Notifications that time causes, each step once. */
export const debriefDueMessage = (
  { callId, interventionId, orgId }: Named,
  about: DueStep,
  toUserId: string | undefined,
): OutboxMessage => ({
  key: `crm.debriefNotification:${interventionId}:${about}`,
  orgId,
  topic: 'crm.debriefNotification',
  payload: { callId, interventionId, about, ...(toUserId && { toUserId }) },
});

/** Both participants' ratings of a debrief are written to its record. */
export const coachingRatingMessages = ({
  callId,
  interventionId,
  orgId,
}: Named): OutboxMessage[] => [
  {
    key: `crm.coachingRatings:${interventionId}`,
    orgId,
    topic: 'crm.coachingRatings',
    payload: { callId, interventionId },
  },
];

/** The people concerned by a training signal are notified once. */
export const trainingNotificationMessage = (signalId: string, orgId: string): OutboxMessage => ({
  key: `crm.trainingNotification:${signalId}`,
  orgId,
  topic: 'crm.trainingNotification',
  payload: { signalId },
});
