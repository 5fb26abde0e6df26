import { interventionOf } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { reconcileCall } from '../carrier/reconcileCall.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import type { InterventionResult } from '../transact/forIntervention.ts';
import { leaveCall, type LeaveCallDeps } from './leaveCall.ts';
import {
  rehearseJoin,
  startIntervention,
  type StartInterventionDeps,
  type StartRequest,
} from './startIntervention.ts';

export type MoveToCallDeps = StartInterventionDeps & LeaveCallDeps;

export interface MoveRequest extends StartRequest {
  /** The intervention to leave first, on another call. */
  readonly moveFrom: string;
}

const LOOK_EVERY_MS = 100;
/** After so many looks in vain the carrier is asked, in case its callback is lost. */
const LOOKS_BEFORE_ASKING = 5;
/** About 3 s, and what the carrier takes to answer. */
const MOST_LOOKS = 30;

/**
 * Takes a supervisor off one call and puts them on another one, in monitor. Nothing is left before
 * the new call would let them in, and nothing is joined before the carrier has confirmed that they
 * left. The same request moves once.
 */
export async function moveToCall(
  deps: MoveToCallDeps,
  person: Person,
  { moveFrom, ...request }: MoveRequest,
): Promise<InterventionResult> {
  const rehearsal = await rehearseJoin(deps, person, request, moveFrom);
  if ('refusal' in rehearsal) return rehearsal;
  if (rehearsal.ok === 'joined_before') return startIntervention(deps, person, request);

  const left = await leaveCall(deps, person, {
    interventionId: moveFrom,
    movingTo: request.callId,
  });
  if ('refusal' in left) return left;
  const { call } = left.ok;
  if (!(await hasLeft(deps, call.callId, moveFrom)))
    return refuseAudited(
      deps,
      person,
      { action: 'StartIntervention', callId: request.callId },
      refusal('still_leaving', { values: { rep: call.rep.name } }),
    );
  return startIntervention(deps, person, request);
}

/** Whether the carrier confirms within MOST_LOOKS that the supervisor is off the call. */
async function hasLeft(
  deps: MoveToCallDeps,
  callId: string,
  interventionId: string,
): Promise<boolean> {
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const call = await deps.store.loadCall(callId);
    if (!call || interventionOf(call, interventionId)?.status === 'ended') return true;
    if (look % LOOKS_BEFORE_ASKING === 0) await reconcileCall(deps, callId);
    else await pause(deps);
  }
  return false;
}

const pause = ({ later }: MoveToCallDeps): Promise<void> =>
  new Promise((resolve) => later(LOOK_EVERY_MS, async () => resolve()));
