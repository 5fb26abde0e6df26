import type { Active, Call, Intervention } from './call.ts';
import { present } from './call.ts';
import { VOICE, type Mode, type RepAfterTakeover, type Voice } from './modes.ts';

/** One thing to do to one leg. Each step alone leaves the customer connected and spoken to. */
export type Step =
  | { readonly do: 'set'; readonly callSid: string; readonly voice?: Voice; readonly coachedCallSid?: string; readonly endsCall?: boolean }
  | { readonly do: 'remove'; readonly callSid: string };

/** The steps from the mode in effect to another one, in the order that never leaves the customer alone or unheard. */
export function switchSteps(call: Call, intervention: Intervention & Active, mode: Mode, repAfter: RepAfterTakeover = 'leaves'): Step[] {
  const supervisor = present(call, 'supervisor', intervention.interventionId)?.callSid;
  const rep = present(call, 'rep');
  if (!supervisor) return [];
  if (mode === 'takeover') return takeoverSteps(call, intervention, { supervisor, rep: rep?.callSid, repAfter });

  const speaker: Step = { do: 'set', callSid: supervisor, voice: VOICE[mode], endsCall: false, ...(mode === 'whisper' && { coachedCallSid: rep?.callSid }) };
  return [...repSpeaksAgain(call, intervention), speaker];
}

/** When a switch fails half-way: the rep speaks, the supervisor is silent, nobody's leaving ends the call but the rep's. */
export function silenceSteps(call: Call, intervention: Intervention & Active): Step[] {
  const supervisor = present(call, 'supervisor', intervention.interventionId)?.callSid;
  const rep = present(call, 'rep')?.callSid;
  // Without a rep, silence would leave the customer with nobody: the supervisor keeps the call.
  if (!supervisor || !rep) return [];
  return [
    { do: 'set', callSid: rep, voice: 'everyone', endsCall: true },
    { do: 'set', callSid: supervisor, voice: 'nobody', endsCall: false },
  ];
}

/** Before a supervisor who took over goes, the rep who listened gets the call back. */
export function leaveSteps(call: Call, intervention: Intervention & Active): Step[] {
  const supervisor = present(call, 'supervisor', intervention.interventionId)?.callSid;
  if (!supervisor) return [];
  const release: Step[] =
    intervention.mode === 'takeover' && present(call, 'rep') ? [{ do: 'set', callSid: supervisor, voice: 'nobody', endsCall: false }] : [];
  return [...repSpeaksAgain(call, intervention), ...release, { do: 'remove', callSid: supervisor }];
}

/**
 * When the supervisor's softphone is gone: the rep speaks, the dead leg is silent, and only then it goes,
 * so that its going ends nothing.
 */
export function lostSteps(call: Call, intervention: Intervention & Active): Step[] {
  const supervisor = present(call, 'supervisor', intervention.interventionId)?.callSid;
  if (!supervisor) return [];
  return [
    { do: 'set', callSid: supervisor, voice: 'nobody', endsCall: false },
    ...repSpeaksAgain(call, intervention),
    { do: 'remove', callSid: supervisor },
  ];
}

interface Legs { supervisor: string; rep?: string; repAfter: RepAfterTakeover }

function takeoverSteps(call: Call, intervention: Intervention & Active, { supervisor, rep, repAfter }: Legs): Step[] {
  const repGoes: Step[] = !rep ? [] : [
    { do: 'set', callSid: rep, endsCall: false },
    ...otherCoaches(call, intervention),
    repAfter === 'leaves' ? { do: 'remove', callSid: rep } : { do: 'set', callSid: rep, voice: 'nobody' },
  ];
  // With the rep still listening, a supervisor who vanishes must not take the customer along.
  return [{ do: 'set', callSid: supervisor, voice: 'everyone', endsCall: repAfter === 'leaves' }, ...repGoes];
}

function otherCoaches(call: Call, intervention: Intervention): Step[] {
  return call.participants.flatMap((leg): Step[] =>
    leg.status === 'present' && leg.callSid && leg.voice === 'rep' && leg.party.role === 'supervisor' &&
    leg.party.interventionId !== intervention.interventionId
      ? [{ do: 'set', callSid: leg.callSid, voice: 'nobody' }]
      : [],
  );
}

function repSpeaksAgain(call: Call, intervention: Active): Step[] {
  const rep = present(call, 'rep');
  const tookOver = intervention.mode === 'takeover' || intervention.pending?.mode === 'takeover';
  return rep?.callSid && (tookOver || rep.voice === 'nobody') ? [{ do: 'set', callSid: rep.callSid, voice: 'everyone', endsCall: true }] : [];
}
