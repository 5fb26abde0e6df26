import type { Active, Call, Intervention } from '../call/call.ts';
import { connectedParticipant } from '../call/call.ts';
import { AUDIBLE_TO, type Mode, type RepAfterTakeover, type AudibleTo } from '../call/modes.ts';

/** One thing to do to one connection. Each step alone leaves the customer connected and spoken to. */
export type Step =
  | { readonly do: 'set'; readonly connectionId: string; readonly audibleTo?: AudibleTo; readonly coachedConnectionId?: string; readonly endsCall?: boolean; readonly mayFail?: true }
  | { readonly do: 'remove'; readonly connectionId: string };

/** What the steps depend on besides the call. */
export interface SwitchOptions {
  readonly repAfter?: RepAfterTakeover;
  /** A switch that was under way and gives way to this one: nobody knows how far it came. */
  readonly interrupts?: Mode;
}

/** The steps from the mode in effect to another one, in the order that never leaves the customer alone or unheard. */
export function switchSteps(call: Call, intervention: Intervention & Active, mode: Mode, { repAfter = 'leaves', interrupts }: SwitchOptions = {}): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  const rep = connectedParticipant(call, 'rep');
  if (!supervisor) return [];
  if (mode === 'takeover') return takeoverSteps(call, intervention, { supervisor, rep: rep?.connectionId, repAfter });

  const speaker: Step = { do: 'set', connectionId: supervisor, audibleTo: AUDIBLE_TO[mode], endsCall: false, ...(mode === 'whisper' && { coachedConnectionId: rep?.connectionId }) };
  return [...repAudibleAgain(call, intervention, interrupts), speaker];
}

/** When a switch fails half-way: the rep speaks, the supervisor is silent, nobody's leaving ends the call but the rep's. */
export function silenceSteps(call: Call, intervention: Intervention & Active): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  const rep = connectedParticipant(call, 'rep')?.connectionId;
  // Without a rep, silence would leave the customer with nobody: the supervisor keeps the call.
  if (!supervisor || !rep) return [];
  const silence: Step = { do: 'set', connectionId: supervisor, audibleTo: 'nobody', endsCall: false };
  if (isHeldByAnother(call, intervention)) return [silence];
  // The removal of a takeover that failed may still be done, late: it must not end the call then.
  const mayBeRemoved = intervention.pending?.mode === 'takeover';
  return [{ do: 'set', connectionId: rep, audibleTo: 'everyone', ...(!mayBeRemoved && { endsCall: true }) }, silence];
}

/** Before a supervisor goes, the rep who is there has the call again; the last to be with the customer ends it by going. */
export function leaveSteps(call: Call, intervention: Intervention & Active, interrupts?: Mode): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  if (!supervisor) return [];
  // A request to end the call by this connection's going may still be on its way from an earlier switch.
  const release: Step[] = connectedParticipant(call, 'rep') ? [{ do: 'set', connectionId: supervisor, audibleTo: 'nobody', endsCall: false }] : [];
  return [...repAudibleAgain(call, intervention, interrupts), ...release, { do: 'remove', connectionId: supervisor }];
}

/**
 * When the supervisor's softphone is gone: the rep speaks, the dead connection is silent, and only then it goes,
 * so that its going ends nothing.
 */
export function removalSteps(call: Call, intervention: Intervention & Active): Step[] {
  const supervisor = connectedParticipant(call, 'supervisor', intervention.interventionId)?.connectionId;
  if (!supervisor) return [];
  return [
    ...repAudibleAgain(call, intervention, intervention.pending?.mode),
    { do: 'set', connectionId: supervisor, audibleTo: 'nobody', endsCall: false },
    { do: 'remove', connectionId: supervisor },
  ];
}

interface Legs { supervisor: string; rep?: string; repAfter: RepAfterTakeover }

function takeoverSteps(call: Call, intervention: Intervention & Active, { supervisor, rep, repAfter }: Legs): Step[] {
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

function repAudibleAgain(call: Call, intervention: Intervention & Active, interrupts?: Mode): Step[] {
  const rep = connectedParticipant(call, 'rep');
  const mayBeSilent = intervention.mode === 'takeover' || interrupts !== undefined || rep?.audibleTo === 'nobody';
  if (!rep?.connectionId || !mayBeSilent || isHeldByAnother(call, intervention)) return [];
  return [{ do: 'set', connectionId: rep.connectionId, audibleTo: 'everyone', endsCall: true }];
}

/** Whether another supervisor has taken the call over from the rep, who then listens on. */
const isHeldByAnother = (call: Call, { interventionId }: Intervention): boolean =>
  call.interventions.some((i) => i.interventionId !== interventionId && i.status === 'active' && !i.leaving && (i.mode === 'takeover' || i.pending?.mode === 'takeover'));
