import type { JointCall } from '../call/jointCall.ts';
import { isHeardByCustomer } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import type { ReasonCode, ShippedReasonCode } from '../call/reasons.ts';
import { vocabularyOf, type Policy } from '../policy/policy.ts';
import { reachesInSomeMode } from '../policy/reach.ts';
import { reasonOf } from '../vocabulary/vocabulary.ts';

/**
 * Whether a supervisor and a rep may plan a call: whom a rule lets talk with the customers of this
 * rep. Who may only listen or whisper cannot be the third on a call.
 */
export const mayPlanTogether = (policy: Policy, supervisor: Person, rep: Person): boolean =>
  supervisor.userId !== rep.userId &&
  supervisor.active &&
  rep.active &&
  reachesInSomeMode(policy, supervisor, { rep, isMeant: isHeardByCustomer });

/** What the audit says of a joint call. */
export const jointCallDetails = ({
  jointCallId,
  repUserId,
  supervisorUserId,
  startsAt,
  opportunityId,
}: JointCall) => ({
  jointCallId,
  repUserId,
  supervisorUserId,
  startsAt,
  ...(opportunityId && { opportunityId }),
});

const PLANNED: ShippedReasonCode = 'planned_three_way';

/** The reason of a supervisor who joins a planned call, where the org offers it without a note. */
export function reasonToJoin(policy: Policy): ReasonCode | undefined {
  const reason = reasonOf(vocabularyOf(policy), PLANNED);
  return reason?.status === 'active' && !reason.noteRequired ? PLANNED : undefined;
}
