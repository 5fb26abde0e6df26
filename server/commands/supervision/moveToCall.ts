import type { Person } from '../../domain/call/people.ts';
import type { InterventionResult } from '../transact/forIntervention.ts';
import type { LeaveCallDeps } from './leaveCall.ts';
import { leaveForAnother } from './leaveForAnother.ts';
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

/**
 * Takes a supervisor off one call and puts them on another one, in monitor. They leave only if the
 * new call would let them in, and join only once the carrier has confirmed that they left. The same
 * request moves once.
 */
export async function moveToCall(
  deps: MoveToCallDeps,
  person: Person,
  { moveFrom, ...request }: MoveRequest,
): Promise<InterventionResult> {
  const rehearsal = await rehearseJoin(deps, person, { ...request, leaving: moveFrom });
  if ('refusal' in rehearsal) return rehearsal;
  if (rehearsal.ok === 'joined_before') return startIntervention(deps, person, request);

  const left = await leaveForAnother(deps, person, {
    moveFrom,
    movingTo: request.callId,
    action: 'StartIntervention',
  });
  return 'refusal' in left ? left : startIntervention(deps, person, request);
}
