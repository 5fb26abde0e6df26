import { mayGoOn, waitsFor } from './announceFirst.ts';
import type { Active, Call, Intervention, Party } from './call.ts';
import { interventionOf, present } from './call.ts';
import { isLeftAlone } from './company.ts';
import { isLouder, VOICE } from './modes.ts';
import { isInEffect } from './observe.ts';
import { switchSteps, type Step } from './switchSteps.ts';
import { askedTransfer, leaverOf } from './transfer.ts';
import { handOverSteps } from './transferring.ts';

/**
 * What Dealside owes a call at the carrier, read off its state. Done after each change and on each of the
 * reconciler's rounds, so a process that dies between saving and acting leaves nothing undone.
 */
export type Duty =
  | { readonly do: 'remove'; readonly callSid: string; readonly party: Party }
  | { readonly do: 'silence'; readonly callSid: string }
  | { readonly do: 'restore-rep'; readonly callSid: string }
  | { readonly do: 'end-call'; readonly conferenceSid: string }
  | { readonly do: 'record'; readonly callSid: string; readonly interventionId: string }
  | { readonly do: 'hand-over'; readonly steps: readonly Step[] }
  /** The switch of a supervisor who was announced first. */
  | { readonly do: 'go-on'; readonly steps: readonly Step[] }
  | { readonly do: 'stop-ringing'; readonly party: Party }
  | { readonly do: 'look' };

/** What is owed to a call now, in the order in which it has to be done. */
export function duties(call: Call): Duty[] {
  if (call.status === 'ended') return endedDuties(call);
  // The rep first: nobody falls silent or goes while the customer has nobody else to hear.
  return [...repDuties(call), ...supervisorDuties(call), ...colleagueDuties(call), ...lonelyCustomerDuties(call)];
}

function endedDuties(call: Call): Duty[] {
  const { conferenceSid } = call;
  return conferenceSid && call.participants.some((p) => p.status === 'present') ? [{ do: 'end-call', conferenceSid }] : [];
}

/** The second party is rung once the first one is in the conference. */
export function partyToDial(call: Call): 'customer' | 'rep' | undefined {
  if (call.status !== 'ringing') return undefined;
  const [first, second] = call.direction === 'outbound' ? (['rep', 'customer'] as const) : (['customer', 'rep'] as const);
  const isCalled = call.participants.some((p) => p.party.role === second);
  return present(call, first) && !isCalled ? second : undefined;
}

function supervisorDuties(call: Call): Duty[] {
  return call.participants.flatMap((leg): Duty[] => {
    const { party, callSid } = leg;
    if (leg.status !== 'present' || party.role !== 'supervisor' || !callSid) return [];
    const intervention = interventionOf(call, party.interventionId);
    if (!intervention || intervention.status === 'ended') return [{ do: 'remove', callSid, party }];
    if (intervention.status === 'joining') return waitsFor(call, intervention) ? [{ do: 'remove', callSid, party }] : [];
    if (intervention.leaving) return [{ do: 'remove', callSid, party }];
    if (leg.voice === 'rep' && !canBeCoached(call)) return [{ do: 'silence', callSid }];
    // A step that was given up for failed may still be done late: louder than agreed is silenced, never believed.
    if (!intervention.pending && isLouder(leg.voice, VOICE[intervention.mode])) return [{ do: 'silence', callSid }, { do: 'look' }];
    const isOff = !intervention.pending && !isInEffect(call, intervention, intervention.mode);
    return [...goOnDuty(call, intervention), ...(isOff ? [{ do: 'look' } as const] : []), ...recordingDuty(call, intervention, callSid)];
  });
}

function goOnDuty(call: Call, intervention: Intervention & Active): Duty[] {
  const { pending } = intervention;
  if (!pending || !mayGoOn(call, intervention) || isInEffect(call, intervention, pending.mode)) return [];
  const steps = switchSteps(call, intervention, pending.mode, { repAfter: pending.repAfterTakeover });
  return steps.length > 0 ? [{ do: 'go-on', steps }] : [];
}

/** A rep whom a takeover silenced gets the voice back as soon as nobody has the call any more. */
function repDuties(call: Call): Duty[] {
  const rep = present(call, 'rep');
  if (!rep?.callSid || rep.voice !== 'nobody') return [];
  return call.interventions.some(holdsTheCall) ? [] : [{ do: 'restore-rep', callSid: rep.callSid }];
}

function lonelyCustomerDuties(call: Call): Duty[] {
  const { conferenceSid } = call;
  if (call.status !== 'live' || !conferenceSid || !present(call, 'customer') || present(call, 'rep')) return [];
  const isRepRung = call.participants.some((p) => p.status === 'dialling' && (p.party.role === 'rep' || p.party.role === 'colleague'));
  if (isRepRung) return [];
  const isAnybodyThere = call.participants.some((p) => p.status === 'present' && p.party.role !== 'customer');
  if (!isAnybodyThere) return [{ do: 'end-call', conferenceSid }];
  return isLeftAlone(call) ? [{ do: 'look' }] : [];
}

/** Whoever neither is asked to take the call nor hands it over is let go. */
function colleagueDuties(call: Call): Duty[] {
  const handOver = handOverSteps(call);
  const letGo = call.participants.flatMap((leg): Duty[] => {
    const { party, callSid } = leg;
    if (party.role !== 'colleague' || leg.status === 'left') return [];
    if (party.userId === askedTransfer(call)?.to.userId || party.userId === leaverOf(call)?.userId) return [];
    if (leg.status === 'dialling') return [{ do: 'stop-ringing', party }];
    return callSid ? [{ do: 'remove', callSid, party }] : [];
  });
  return [...(handOver.length > 0 ? [{ do: 'hand-over', steps: handOver } as const] : []), ...letGo];
}

function recordingDuty(call: Call, { interventionId, isRecorded }: Intervention, callSid: string): Duty[] {
  const isKnown = call.recordings.some(({ of }) => of.kind === 'supervisor' && of.interventionId === interventionId);
  return isRecorded && !isKnown ? [{ do: 'record', callSid, interventionId }] : [];
}

/** A whisper to a rep who is away or on hold is heard by nobody: it falls to silence, never to louder. */
const canBeCoached = (call: Call): boolean => present(call, 'rep')?.onHold === false;

const holdsTheCall = (i: Intervention): boolean => isActive(i) && !i.leaving && (i.mode === 'takeover' || i.pending?.mode === 'takeover');

const isActive = (i: Intervention): i is Intervention & Active => i.status === 'active';
