import {
  connectedParticipant,
  supervisorConnections,
  type ActiveIntervention,
  type Call,
  type Intervention,
} from '../call/call.ts';
import {
  AUDIBLE_TO,
  isHeardByRepOnly,
  isSilent,
  takesCall,
  type AudibleTo,
  type Mode,
  type RepAfterTakeover,
} from '../call/modes.ts';
import { openRepLoss } from '../call/repLoss.ts';
import { silenceStep } from './silence.ts';
import { repAudibleAgain, type Step } from './steps.ts';

/** What the steps depend on, besides the call. */
export interface SwitchOptions {
  readonly repAfter?: RepAfterTakeover;
  /** A mode change that was under way, perhaps done in part, and is replaced. */
  readonly interrupts?: Mode;
}

/**
 * The steps from the mode in effect to another one, in an order in which the customer always has
 * somebody to talk to.
 */
export function switchSteps(
  call: Call,
  intervention: ActiveIntervention,
  mode: Mode,
  { repAfter = 'leaves', interrupts }: SwitchOptions = {},
): Step[] {
  const participant = connectedParticipant(call, 'supervisor', intervention.interventionId);
  const rep = connectedParticipant(call, 'rep');
  if (!participant?.connectionId) return [];
  const { connectionId: supervisor, audibleTo } = participant;
  if (takesCall(mode))
    return takeoverSteps(call, intervention, { supervisor, rep: rep?.connectionId, repAfter });
  // Of two devices, during a change, the one that goes is silenced, too.
  const others = isSilent(mode)
    ? supervisorConnections(call, intervention.interventionId).filter(
        ({ connectionId }) => connectionId !== supervisor,
      )
    : [];
  return [
    ...repAudibleAgain(call, intervention, interrupts),
    ...others.map(({ connectionId }) => silenceStep(call, connectionId)),
    ...speakerSteps(call, { supervisor, rep: rep?.connectionId, mode, audibleTo }),
  ];
}

interface Speaker {
  readonly supervisor: string;
  readonly rep?: string;
  readonly mode: Mode;
  /** Who hears the supervisor now, as far as is known. */
  readonly audibleTo: AudibleTo;
}

/**
 * Silence, and only then whom a whisper would reach is cleared. A whisper the other way round: whom
 * it reaches is set while the supervisor is silent, and only then the rep hears it.
 */
function speakerSteps(call: Call, { supervisor, rep, mode, audibleTo }: Speaker): Step[] {
  if (isSilent(mode)) return [{ ...silenceStep(call, supervisor), clearsWhisper: true }];
  const speaks: Step = {
    do: 'set',
    connectionId: supervisor,
    audibleTo: AUDIBLE_TO[mode],
    endsCall: false,
    ...(isHeardByRepOnly(mode) && { coachedConnectionId: rep }),
  };
  // Of somebody whom everybody hears the rep alone hears the rest: nothing has to be silent first.
  return isHeardByRepOnly(mode) && audibleTo !== 'everyone'
    ? [{ ...speaks, audibleTo: 'nobody', staysSilent: true }, speaks]
    : [speaks];
}

/**
 * Before a supervisor leaves, a rep who is there is heard again. If nobody else is left with the
 * customer, leaving ends the call.
 */
export function leaveSteps(
  call: Call,
  intervention: ActiveIntervention,
  interrupts?: Mode,
): Step[] {
  const connections = supervisorConnections(call, intervention.interventionId);
  if (connections.length === 0) return [];
  const isRepThere = connectedParticipant(call, 'rep') !== undefined;
  return [
    ...repAudibleAgain(call, intervention, interrupts),
    // An earlier mode change may still set these connections to end the call by leaving.
    ...(isRepThere ? connections.map(({ connectionId }) => silenceStep(call, connectionId)) : []),
    ...connections.map(({ connectionId }): Step => ({ do: 'remove', connectionId })),
  ];
}

interface TakeoverConnections {
  supervisor: string;
  rep?: string;
  repAfter: RepAfterTakeover;
}

function takeoverSteps(
  call: Call,
  intervention: ActiveIntervention,
  { supervisor, rep, repAfter }: TakeoverConnections,
): Step[] {
  const takesTheCall: Step = {
    do: 'set',
    connectionId: supervisor,
    audibleTo: 'everyone',
    endsCall: false,
  };
  // The supervisor's leaving may end the call only when nobody else is left with the customer. If
  // this step fails, a pending action ends the call.
  const holdsTheCall: Step = { do: 'set', connectionId: supervisor, endsCall: true, mayFail: true };
  // A rep who was lost comes back, and is then left with the customer.
  if (!rep) return openRepLoss(call) ? [takesTheCall] : [takesTheCall, holdsTheCall];
  const repGoes: Step[] = [
    { do: 'set', connectionId: rep, endsCall: false },
    ...otherCoaches(call, intervention),
  ];
  return repAfter === 'leaves'
    ? [takesTheCall, ...repGoes, { do: 'remove', connectionId: rep }, holdsTheCall]
    : [takesTheCall, ...repGoes, { do: 'set', connectionId: rep, audibleTo: 'nobody' }];
}

function otherCoaches(call: Call, intervention: Intervention): Step[] {
  return call.participants.flatMap((participant): Step[] =>
    participant.status === 'connected' &&
    participant.connectionId &&
    participant.audibleTo === 'rep' &&
    participant.party.role === 'supervisor' &&
    participant.party.interventionId !== intervention.interventionId
      ? [silenceStep(call, participant.connectionId)]
      : [],
  );
}
