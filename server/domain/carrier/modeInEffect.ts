import {
  connectedParticipant,
  interventionOf,
  supervisorConnections,
  type ActiveIntervention,
  type Call,
  type Intervention,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolve } from '../call/evolve.ts';
import {
  AUDIBLE_TO,
  isHeardByCustomer,
  isWiderAudience,
  replacesRep,
  type Mode,
} from '../call/modes.ts';
import { noticesFor } from '../notices/notices.ts';
import { transferAfterTakeover } from './handOver.ts';

/**
 * Whether the participants are such that exactly the parties of this mode hear the supervisor, and
 * the rep is heard as it says.
 */
export function isModeInEffect(call: Call, intervention: ActiveIntervention, mode: Mode): boolean {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId);
  if (!supervisor || supervisor.audibleTo !== AUDIBLE_TO[mode]) return false;
  const connections = supervisorConnections(call, intervention.interventionId);
  if (connections.some(({ audibleTo }) => isWiderAudience(audibleTo, AUDIBLE_TO[mode])))
    return false;
  const rep = connectedParticipant(call, 'rep');
  const repIsSilenced = !rep || rep.audibleTo === 'nobody';
  if (replacesRep(mode)) return repIsSilenced;
  const leavesTakeover = replacesRep(intervention.mode) || isHeardByCustomer(mode);
  return leavesTakeover ? !repIsSilenced : true;
}

/** The mode is confirmed, and the rep is notified of it. */
export function confirmMode(
  call: Call,
  intervention: Intervention,
  { mode, now }: { readonly mode: Mode; readonly now: string },
): CallEvent[] {
  const event: CallEvent = {
    type: 'ModeConfirmed',
    interventionId: intervention.interventionId,
    mode,
    at: now,
  };
  const after = evolve(call, event);
  return [
    event,
    ...(replacesRep(mode) ? transferAfterTakeover(after, intervention, now) : []),
    ...(isNotifiedAtHandOver(call, intervention, mode)
      ? []
      : noticesFor(after, interventionOf(after, intervention.interventionId)!, { mode, now })),
  ];
}

/** Whether the rep was notified of this mode when the call became theirs, ahead of the carrier. */
function isNotifiedAtHandOver(
  { notices, pastReps }: Call,
  { interventionId }: Intervention,
  mode: Mode,
): boolean {
  const latest = notices.findLast((notice) => notice.interventionId === interventionId);
  return latest?.mode === mode && latest.at === pastReps?.at(-1)?.until;
}
