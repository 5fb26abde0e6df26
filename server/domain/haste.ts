import type { Call, Participant } from './call.ts';
import { interventionOf } from './call.ts';
import type { Step } from './switchSteps.ts';

/**
 * What a step waits for at the carrier. Silence waits for nothing; the rep's voice only for what is being done to the rep's own leg,
 * so that the customer always has somebody; all else for its turn at the conference.
 */
export type Haste = 'at_once' | 'after_the_rep' | 'in_turn';

export function hasteOf(call: Call, step: Step): Haste {
  const leg = legOf(call, step.callSid);
  if (step.do !== 'set' || !leg) return 'in_turn';
  if (leg.party.role === 'supervisor') return step.voice === 'nobody' ? 'at_once' : 'in_turn';
  return talksWithTheCustomer(leg) && step.voice === 'everyone' ? 'after_the_rep' : 'in_turn';
}

/** Whether a step is done to the leg of a rep: of the one who has the call, gets it or hands it on. */
export function isAboutTheRep(call: Call, { callSid }: Step): boolean {
  const leg = legOf(call, callSid);
  return leg !== undefined && talksWithTheCustomer(leg);
}

/** Whether whoever is on this leg is to be heard by nobody now, whatever was asked for before. */
export function isMeantSilent(call: Call, callSid: string): boolean {
  const leg = legOf(call, callSid);
  if (leg?.status !== 'present' || leg.party.role !== 'supervisor') return false;
  const intervention = interventionOf(call, leg.party.interventionId);
  if (!intervention || intervention.status === 'ended') return true;
  return intervention.status === 'active' && (intervention.leaving === true || (intervention.pending?.mode ?? intervention.mode) === 'monitor');
}

const legOf = (call: Call, callSid: string): Participant | undefined => call.participants.find((leg) => leg.callSid === callSid);

const talksWithTheCustomer = ({ party }: Participant): boolean => party.role === 'rep' || party.role === 'colleague';
