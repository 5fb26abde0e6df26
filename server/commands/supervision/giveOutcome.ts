import type { CoachingTask } from '../../domain/call/call.ts';
import type { Person } from '../../domain/people/people.ts';
import { decideOutcome } from '../../domain/supervision/supervise.ts';
import { decideOn } from '../transact/decideOn.ts';
import { forIntervention, type InterventionResult, type SupervisionDeps } from '../transact/forIntervention.ts';

export interface GivenOutcome {
  readonly interventionId: string;
  readonly outcome: string;
  readonly note?: string;
  readonly coaching?: CoachingTask;
}

/** Keeps how the intervention ended and the coaching that follows; the CRM hears of it through the outbox. */
export async function giveOutcome(deps: SupervisionDeps, person: Person, command: GivenOutcome): Promise<InterventionResult> {
  return forIntervention(deps, person, command.interventionId, 'GiveOutcome', (subject) =>
    decideOn(deps, subject, (call, now) => decideOutcome(call, { ...command, supervisor: person }, now)));
}
