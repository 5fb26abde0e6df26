import type { JointCall, JointCallNews } from '../call/jointCall.ts';
import type { OutboxMessage } from './message.ts';

type Planned = Pick<JointCall, 'jointCallId' | 'orgId' | 'startsAt'>;

/** What is in the calendars differs after these. */
const IN_CALENDARS: readonly JointCallNews[] = ['planned', 'moved', 'cancelled'];
/** What can be said again of another time. */
const OF_A_TIME: readonly JointCallNews[] = ['moved', 'soon'];

/** The messages of what becomes of a joint call: each thing is said once, in calendars first. */
export function jointCallMessages(jointCall: Planned, about: JointCallNews): OutboxMessage[] {
  const { jointCallId, orgId, startsAt } = jointCall;
  const what = OF_A_TIME.includes(about) ? `${about}:${startsAt}` : about;
  return [
    ...(IN_CALENDARS.includes(about)
      ? [
          {
            key: `crm.jointCallEvent:${jointCallId}:${what}`,
            orgId,
            topic: 'crm.jointCallEvent' as const,
            payload: { jointCallId },
          },
        ]
      : []),
    {
      key: `crm.jointCallNotification:${jointCallId}:${what}`,
      orgId,
      topic: 'crm.jointCallNotification',
      payload: { jointCallId, about },
    },
  ];
}
