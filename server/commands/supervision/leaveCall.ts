import { activeIntervention } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { leaveSteps } from '../../domain/carrier/switchSteps.ts';
import { decideLeave } from '../../domain/supervision/leave.ts';
import { decideMoveAway } from '../../domain/supervision/moveToCall.ts';
import type { Later, Store } from '../../ports/index.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { reconcileLater } from '../carrier/reconcileLater.ts';
import { runSteps } from '../carrier/runSteps.ts';
import type { AppliedChange } from '../transact/changeCall.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import { forIntervention, type InterventionResult } from '../transact/forIntervention.ts';

export interface LeaveCallDeps extends CallDeps {
  readonly store: Pick<
    Store,
    'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'placeOfIntervention' | 'recordAudit'
  >;
  readonly later: Later;
}

export interface LeaveRequest {
  readonly interventionId: string;
  /** The call that the supervisor joins instead: then the customer must have somebody to talk to. */
  readonly movingTo?: string;
}

/**
 * Removes the supervisor from the call; rep and customer continue talking. Requests that the
 * carrier does not fulfil or report now are left to reconciliation.
 */
export async function leaveCall(
  deps: LeaveCallDeps,
  person: Person,
  { interventionId, movingTo }: LeaveRequest,
): Promise<InterventionResult> {
  return forIntervention(deps, person, {
    interventionId,
    action: 'LeaveCall',
    act: async (subject) => {
      const asked = { ...subject, ...(movingTo && { details: { movingToCallId: movingTo } }) };
      const decided = await decideOn(deps, asked, (call, now) =>
        movingTo
          ? decideMoveAway(call, { interventionId, supervisor: person, movingTo }, now)
          : decideLeave(call, { interventionId, supervisor: person }, now),
      );
      if ('ok' in decided) await removeAtCarrier(deps, decided.ok, interventionId);
      return callAfter(decided);
    },
  });
}

async function removeAtCarrier(
  deps: LeaveCallDeps,
  { before, call }: AppliedChange,
  interventionId: string,
): Promise<void> {
  const intervention = activeIntervention(call, interventionId);
  if (!intervention || !call.conferenceId) return;
  const interrupts = activeIntervention(before, interventionId)?.pending?.mode;
  await attemptAtCarrier(call, () =>
    runSteps(deps, call, leaveSteps(call, intervention, interrupts)),
  );
  reconcileLater(deps, call.callId, async () => {
    const now = await deps.store.loadCall(call.callId);
    return now !== undefined && activeIntervention(now, interventionId) !== undefined;
  });
}
