import type { Call, Participant } from '../call/call.ts';
import { interventionOf } from '../call/call.ts';
import type { Step } from './switchSteps.ts';

/**
 * What a step waits for at the carrier. Silence waits for nothing; the rep's voice only for what is being done to the rep's own leg,
 * so that the customer always has somebody; all else for its turn at the conference.
 */
export type StepQueue = 'immediate' | 'afterRep' | 'serialized';

export function queueFor(call: Call, step: Step): StepQueue {
  const leg = participantBySid(call, step.callSid);
  if (step.do !== 'set' || !leg) return 'serialized';
  if (leg.party.role === 'supervisor') return step.audibleTo === 'nobody' ? 'immediate' : 'serialized';
  return talksWithCustomer(leg) && step.audibleTo === 'everyone' ? 'afterRep' : 'serialized';
}

/** Whether a step is done to the leg of a rep: of the one who has the call, gets it or hands it on. */
export function isRepLegStep(call: Call, { callSid }: Step): boolean {
  const leg = participantBySid(call, callSid);
  return leg !== undefined && talksWithCustomer(leg);
}

/** Whether whoever is on this leg is to be heard by nobody now, whatever was asked for before. */
export function mustBeSilent(call: Call, callSid: string): boolean {
  const leg = participantBySid(call, callSid);
  if (leg?.status !== 'connected' || leg.party.role !== 'supervisor') return false;
  const intervention = interventionOf(call, leg.party.interventionId);
  if (!intervention || intervention.status === 'ended') return true;
  return intervention.status === 'active' && (intervention.leaving === true || (intervention.pending?.mode ?? intervention.mode) === 'monitor');
}

const participantBySid = (call: Call, callSid: string): Participant | undefined => call.participants.find((leg) => leg.callSid === callSid);

const talksWithCustomer = ({ party }: Participant): boolean => party.role === 'rep' || party.role === 'colleague';
