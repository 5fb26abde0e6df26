import { recipientsOf } from '../../domain/call/jointCall.ts';
import type { Person } from '../../domain/call/people.ts';
import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Directory,
  type JointCallNotification,
  type JointCallNotifications,
  type JointCalls,
  type WriteResult,
} from '../../ports/index.ts';
import { deliverDue } from './deliverDue.ts';

export interface DeliverJointCallsDeps {
  readonly jointCalls: Pick<JointCalls, 'find'>;
  readonly jointCallNotifications: JointCallNotifications;
  readonly directory: Pick<Directory, 'person'>;
}

type Message = OutboxMessageOf<'crm.jointCallNotification'>;

/** The handler of notifications of joint calls. Nothing more is said of one that was called off. */
export const deliverJointCallNotifications =
  (deps: DeliverJointCallsDeps) =>
  async (messages: readonly Message[]): Promise<readonly WriteResult[]> => {
    const notifications = await Promise.all(
      messages.map((message) => notificationOf(deps, message)),
    );
    return deliverDue(notifications, (due) => deps.jointCallNotifications.notifyOfJointCalls(due));
  };

async function notificationOf(
  { jointCalls, directory }: DeliverJointCallsDeps,
  { orgId, payload: { jointCallId, about } }: Message,
): Promise<JointCallNotification | CrmProblem | undefined> {
  const jointCall = await jointCalls.find(orgId, jointCallId);
  if (!jointCall || (jointCall.status === 'cancelled' && about !== 'cancelled')) return undefined;
  try {
    const person = (userId: string) => directory.person(orgId, userId);
    const [rep, supervisor] = await Promise.all([
      person(jointCall.repUserId),
      person(jointCall.supervisorUserId),
    ]);
    const told = recipientsOf(jointCall, about);
    return {
      orgId,
      about,
      jointCall,
      rep: rep?.name ?? '',
      supervisor: supervisor?.name ?? '',
      recipients: [supervisor, rep].filter(
        (one): one is Person => one !== undefined && told.includes(one.userId),
      ),
    };
  } catch (fault) {
    if (!(fault instanceof CrmUnavailable)) throw fault;
    return new CrmProblem('retry', fault.message, undefined, { isAway: true });
  }
}
