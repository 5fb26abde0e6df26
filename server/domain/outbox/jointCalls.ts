import type { JointCall, JointCallNews } from '../call/jointCall.ts';
import type { OutboxMessage } from './message.ts';

/** Each thing is said of a joint call once. */
export const jointCallMessage = (
  { jointCallId, orgId }: Pick<JointCall, 'jointCallId' | 'orgId'>,
  about: JointCallNews,
): OutboxMessage => ({
  key: `crm.jointCallNotification:${jointCallId}:${about}`,
  orgId,
  topic: 'crm.jointCallNotification',
  payload: { jointCallId, about },
});
