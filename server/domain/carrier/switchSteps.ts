import { connectedParticipant, type ActiveIntervention, type Call, type Intervention } from '../call/call.ts';
import { AUDIBLE_TO, isHeardByRepOnly, takesCall, type Mode, type RepAfterTakeover } from '../call/modes.ts';
import { silenceStep } from './silence.ts';
import { repAudibleAgain, type Step } from './steps.ts';

/** What the steps depend on, besides the call. */
export interface SwitchOptions {
  readonly repAfter?: RepAfterTakeover;
  /** A mode change that this one interrupts. It is not known which of its steps were done. */
  readonly interrupts?: Mode;
}

/** The steps of a mode change, in an order that leaves the customer with somebody to talk to after each of them. */
export function switchSteps(call: Call, intervention: ActiveIntervention, mode: Mode, { repAfter = 'leaves', interrupts }: SwitchOptions = {}): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  const rep = connectedParticipant(call, 'rep');
  if (!supervisor) return [];
  if (takesCall(mode)) return takeoverSteps(call, intervention, { supervisor, rep: rep?.connectionId, repAfter });

  const speaker: Step = { do: 'set', connectionId: supervisor, audibleTo: AUDIBLE_TO[mode], endsCall: false, ...(isHeardByRepOnly(mode) && { coachedConnectionId: rep?.connectionId }) };
  return [...repAudibleAgain(call, intervention, interrupts), speaker];
}

/** The steps before a supervisor leaves: a connected rep gets the call back. Without a rep, the call ends with the supervisor. */
export function leaveSteps(call: Call, intervention: ActiveIntervention, interrupts?: Mode): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  if (!supervisor) return [];
  // An earlier mode change may have let the call end with this connection.
  const release: Step[] = connectedParticipant(call, 'rep') ? [silenceStep(supervisor)] : [];
  return [...repAudibleAgain(call, intervention, interrupts), ...release, { do: 'remove', connectionId: supervisor }];
}

interface TakeoverConnections { supervisor: string; rep?: string; repAfter: RepAfterTakeover }

function takeoverSteps(call: Call, intervention: ActiveIntervention, { supervisor, rep, repAfter }: TakeoverConnections): Step[] {
  const takesTheCall: Step = { do: 'set', connectionId: supervisor, audibleTo: 'everyone', endsCall: false };
  // The call may end with the supervisor only when nobody else can talk to the customer. If this fails, a pending action ends it.
  const holdsTheCall: Step = { do: 'set', connectionId: supervisor, endsCall: true, mayFail: true };
  if (!rep) return [takesTheCall, holdsTheCall];
  const repGoes: Step[] = [{ do: 'set', connectionId: rep, endsCall: false }, ...otherCoaches(call, intervention)];
  return repAfter === 'leaves'
    ? [takesTheCall, ...repGoes, { do: 'remove', connectionId: rep }, holdsTheCall]
    : [takesTheCall, ...repGoes, { do: 'set', connectionId: rep, audibleTo: 'nobody' }];
}

function otherCoaches(call: Call, intervention: Intervention): Step[] {
  return call.participants.flatMap((participant): Step[] =>
    participant.status === 'connected' && participant.connectionId && participant.audibleTo === 'rep' && participant.party.role === 'supervisor' &&
    participant.party.interventionId !== intervention.interventionId
      ? [{ do: 'set', connectionId: participant.connectionId, audibleTo: 'nobody' }]
      : [],
  );
}
