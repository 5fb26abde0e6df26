import { interventionOf, type Call } from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { callRepBack } from '../carrier/customerCover.ts';
import { ownIntervention } from './ownIntervention.ts';

/**
 * A supervisor who has not joined yet has left at once. For one who is on the call, the carrier
 * reports it.
 */
export function decideLeave(
  call: Call,
  command: { interventionId: string; supervisor: Person; movingTo?: string },
  now: string,
): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  const { interventionId } = found;
  if (found.status === 'ended' || (found.status === 'active' && found.leaving)) return happens();
  return found.status === 'joining'
    ? happens({ type: 'InterventionEnded', interventionId, endReason: 'supervisor_left', at: now })
    : happens({
        type: 'LeaveRequested',
        interventionId,
        ...(command.movingTo && { movingTo: command.movingTo }),
        at: now,
      });
}

/** The events that are due when the lease of a supervisor's softphone has run out. */
export function loseSupervisor(call: Call, interventionId: string, now: string): CallEvent[] {
  const found = interventionOf(call, interventionId);
  if (found?.status !== 'active') return [];
  const ended: CallEvent = {
    type: 'InterventionEnded',
    interventionId,
    endReason: 'connection_lost',
    at: now,
  };
  return [ended, ...callRepBack(call, now, interventionId)];
}
