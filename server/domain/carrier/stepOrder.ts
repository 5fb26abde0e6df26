import type { Call, Participant } from '../call/call.ts';
import { interventionOf } from '../call/call.ts';
import type { Step } from './switchSteps.ts';

/**
 * What a step waits for at the carrier. Silence waits for nothing; the rep's voice only for what is being done to the rep's own connection,
 * so that the customer always has somebody; all else for its turn at the conference.
 */
export type StepQueue = 'immediate' | 'afterRep' | 'serialized';

export function queueFor(call: Call, step: Step): StepQueue {
  const participant = participantByConnection(call, step.connectionId);
  if (step.do !== 'set' || !participant) return 'serialized';
  if (participant.party.role === 'supervisor') return step.audibleTo === 'nobody' ? 'immediate' : 'serialized';
  return talksWithCustomer(participant) && step.audibleTo === 'everyone' ? 'afterRep' : 'serialized';
}

/** Whether a step is done to the connection of a rep: of the one who has the call, gets it or hands it on. */
export function isRepStep(call: Call, { connectionId }: Step): boolean {
  const participant = participantByConnection(call, connectionId);
  return participant !== undefined && talksWithCustomer(participant);
}

/** Whether whoever is on this connection is to be heard by nobody now, whatever was asked for before. */
export function mustBeSilent(call: Call, connectionId: string): boolean {
  const participant = participantByConnection(call, connectionId);
  if (participant?.status !== 'connected' || participant.party.role !== 'supervisor') return false;
  const intervention = interventionOf(call, participant.party.interventionId);
  if (!intervention || intervention.status === 'ended') return true;
  return intervention.status === 'active' && (intervention.leaving === true || (intervention.pending?.mode ?? intervention.mode) === 'monitor');
}

const participantByConnection = (call: Call, connectionId: string): Participant | undefined => call.participants.find((participant) => participant.connectionId === connectionId);

const talksWithCustomer = ({ party }: Participant): boolean => party.role === 'rep' || party.role === 'colleague';
