import { connectedParticipant, type ActiveIntervention, type Call, type Intervention } from '../call/call.ts';
import { AUDIBLE_TO, isHeardByRepOnly, takesCall, type Mode, type RepAfterTakeover } from '../call/modes.ts';
import { silenceStep } from './silence.ts';
import { repAudibleAgain, type Step } from './steps.ts';

/** What the steps depend on besides the call. */
export interface SwitchOptions {
  readonly repAfter?: RepAfterTakeover;
  /** A switch that was under way and gives way to this one: nobody knows how far it came. */
  readonly interrupts?: Mode;
}

/** The steps from the mode in effect to another one, in the order that never leaves the customer alone or unheard. */
export function switchSteps(call: Call, intervention: ActiveIntervention, mode: Mode, { repAfter = 'leaves', interrupts }: SwitchOptions = {}): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  const rep = connectedParticipant(call, 'rep');
  if (!supervisor) return [];
  if (takesCall(mode)) return takeoverSteps(call, intervention, { supervisor, rep: rep?.connectionId, repAfter });

  const speaker: Step = { do: 'set', connectionId: supervisor, audibleTo: AUDIBLE_TO[mode], endsCall: false, ...(isHeardByRepOnly(mode) && { coachedConnectionId: rep?.connectionId }) };
  return [...repAudibleAgain(call, intervention, interrupts), speaker];
}

/** Before a supervisor goes, the rep who is there has the call again; the last to be with the customer ends it by going. */
export function leaveSteps(call: Call, intervention: ActiveIntervention, interrupts?: Mode): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  if (!supervisor) return [];
  // A request to end the call by this connection's going may still be on its way from an earlier switch.
  const release: Step[] = connectedParticipant(call, 'rep') ? [silenceStep(supervisor)] : [];
  return [...repAudibleAgain(call, intervention, interrupts), ...release, { do: 'remove', connectionId: supervisor }];
}

interface TakeoverConnections { supervisor: string; rep?: string; repAfter: RepAfterTakeover }

function takeoverSteps(call: Call, intervention: ActiveIntervention, { supervisor, rep, repAfter }: TakeoverConnections): Step[] {
  const takesTheCall: Step = { do: 'set', connectionId: supervisor, audibleTo: 'everyone', endsCall: false };
  // Only when nobody else is left to talk to the customer may the supervisor's going end the call; should this fail, a pending action ends it.
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
