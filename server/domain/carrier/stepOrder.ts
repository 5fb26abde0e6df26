import { participantByConnection, type Call, type Participant } from '../call/call.ts';
import type { Step } from './steps.ts';

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

const talksWithCustomer = ({ party }: Participant): boolean => party.role === 'rep' || party.role === 'colleague';
