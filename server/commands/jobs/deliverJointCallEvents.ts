import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Directory,
  type JointCallCalendars,
  type JointCallEntry,
  type JointCalls,
  type WriteResult,
} from '../../ports/index.ts';
import { deliverDue } from './deliverDue.ts';
import { onceForEach } from './onceForEach.ts';

export interface DeliverJointCallEventsDeps {
  readonly jointCalls: Pick<JointCalls, 'find'>;
  readonly calendars: JointCallCalendars;
  readonly directory: Pick<Directory, 'person'>;
}

type Message = OutboxMessageOf<'crm.jointCallEvent'>;

/**
 * The handler of the times of joint calls. What is written is how a call is planned now, so of two
 * messages neither leaves an older time; what is not kept any more is done with.
 */
export const deliverJointCallEvents =
  (deps: DeliverJointCallEventsDeps) =>
  async (messages: readonly Message[]): Promise<readonly WriteResult[]> => {
    const entries = await Promise.all(messages.map((message) => entryOf(deps, message)));
    return deliverDue(entries, (due) =>
      onceForEach(due, ({ jointCall }) => jointCall.jointCallId, deps.calendars.putJointCalls),
    );
  };

async function entryOf(
  { jointCalls, directory }: DeliverJointCallEventsDeps,
  { orgId, payload: { jointCallId } }: Message,
): Promise<JointCallEntry | CrmProblem | undefined> {
  const jointCall = await jointCalls.find(orgId, jointCallId);
  if (!jointCall) return undefined;
  try {
    const [rep, supervisor] = await Promise.all(
      [jointCall.repUserId, jointCall.supervisorUserId].map((id) => directory.person(orgId, id)),
    );
    return rep && supervisor
      ? { orgId, jointCall, rep: rep.name, supervisor: supervisor.name }
      : undefined;
  } catch (fault) {
    if (!(fault instanceof CrmUnavailable)) throw fault;
    return new CrmProblem('retry', fault.message, undefined, { isAway: true });
  }
}
