import { connectedParticipant, type Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Device, Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import { openRepLoss } from '../call/repLoss.ts';
import { ownIntervention } from './ownIntervention.ts';

/**
 * Whether a rep may go on with another device, or come back with a softphone after a loss. Nothing
 * changes before that one has joined.
 * `address` is what would be dialed; the softphone needs none.
 */
export function decideRepDevice(
  call: Call,
  { rep, device, address }: { rep: Person; device: Device; address: string | undefined },
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.status !== 'live') return refuse(refusal('call_not_live'));
  if (device !== 'softphone' && !address) return refuse(refusal('device_unknown'));
  // A softphone connects by itself, and is the way back for a rep who was lost.
  const isThere = connectedParticipant(call, 'rep') !== undefined;
  return isThere || (device === 'softphone' && openRepLoss(call))
    ? happens()
    : refuse(refusal('rep_not_present', { wording: 'rep_not_present.yourself' }));
}

/** The same for a supervisor, who is on the call and not just changing the mode. */
export function decideSupervisorDevice(
  call: Call,
  command: {
    interventionId: string;
    supervisor: Person;
    device: Device;
    address: string | undefined;
  },
): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  if (call.status !== 'live' || found.status === 'ended')
    return refuse(refusal('intervention_ended'));
  if (found.status === 'joining') return refuse(refusal('not_joined_yet'));
  if (found.leaving) return refuse(refusal('intervention_ended'));
  if (found.pending) return refuse(refusal('switch_pending'));
  return command.device !== 'softphone' && !command.address
    ? refuse(refusal('device_unknown'))
    : happens();
}
