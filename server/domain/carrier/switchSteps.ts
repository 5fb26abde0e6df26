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
  replacesRep,
  type AudibleTo,
  type Mode,
  type RepAfterTakeover,
} from '../call/modes.ts';
import { openRepLoss } from '../call/repLoss.ts';
import { silenceStep } from './silence.ts';
import { repAudibleAgain, type Step } from './steps.ts';

/** The inputs of the steps besides the call. */
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
  if (replacesRep(mode))
    return takeoverSteps(call, intervention, { supervisor, rep: rep?.connectionId, repAfter });
  // While a supervisor switches devices, the old device is silenced too.
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
  /** The supervisor's current audience, as far as known. */
  readonly audibleTo: AudibleTo;
}

/**
 * To silence: mute first, then clear the rep that a whisper would reach. To whisper, the other way
 * round: set the rep while the supervisor is silent, then unmute.
 */
function speakerSteps(call: Call, { supervisor, rep, mode, audibleTo }: Speaker): Step[] {
  if (isSilent(mode)) return [{ ...silenceStep(call, supervisor), clearsWhisper: true }];
  const speaks: Step = {
    do: 'set',
    connectionId: supervisor,
    audibleTo: AUDIBLE_TO[mode],
    endsCall: false,
    ...(isHeardByRepOnly(mode) && { whispersToConnectionId: rep }),
  };
  // Going from everybody to the rep alone needs no silence first, because the rep already hears the
  // supervisor.
  return isHeardByRepOnly(mode) && audibleTo !== 'everyone'
    ? [{ ...speaks, audibleTo: 'nobody', staysSilent: true }, speaks]
    : [speaks];
}

/**
 * Before a supervisor leaves, a connected rep becomes audible again. If nobody else is left with
 * the customer, leaving ends the call.
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
