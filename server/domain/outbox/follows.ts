import type { Call } from '../call/call.ts';
import type { OutboxMessage } from './message.ts';

/** Each follower is notified of a call once. */
export const followMessages = (
  { orgId, callId }: Pick<Call, 'orgId' | 'callId'>,
  followers: readonly string[],
): OutboxMessage[] =>
  followers.map((userId) => ({
    key: `crm.followNotification:${callId}:${userId}`,
    orgId,
    topic: 'crm.followNotification',
    payload: { callId, userId },
  }));
