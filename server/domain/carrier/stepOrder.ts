import { participantByConnection, type Call, type Participant } from '../call/call.ts';
import type { Step } from './steps.ts';

/**
 * What a step waits for at the carrier. `immediate`: silence waits for nothing. `afterRep`: making
 * the rep audible waits only for requests about the rep's own connection, so that the customer
 * always has somebody. `serialized`: everything else waits for the lock of the conference.
 */
export type StepQueue = 'immediate' | 'afterRep' | 'serialized';

/** The queue in which a step waits on this call. */
export function queueFor(call: Call, step: Step): StepQueue {
  const participant = participantByConnection(call, step.connectionId);
  if (step.do !== 'set' || !participant) return 'serialized';
  if (participant.party.role === 'supervisor')
    return step.audibleTo === 'nobody' && !step.staysSilent ? 'immediate' : 'serialized';
  return talksWithCustomer(participant) && step.audibleTo === 'everyone'
    ? 'afterRep'
    : 'serialized';
}

/**
 * Whether a step is on the connection of a rep: the one who has the call, gets it, or hands it
 * over.
 */
export function isRepStep(call: Call, { connectionId }: Step): boolean {
  const participant = participantByConnection(call, connectionId);
  return participant !== undefined && talksWithCustomer(participant);
}

const talksWithCustomer = ({ party }: Participant): boolean =>
  party.role === 'rep' || party.role === 'colleague';
