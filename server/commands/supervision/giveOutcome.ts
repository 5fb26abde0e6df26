import type { CoachingTask } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { decideOutcome } from '../../domain/supervision/outcome.ts';
import type { CoachingRulesSource, Policies } from '../../ports/index.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import { forIntervention, type InterventionResult } from '../transact/forIntervention.ts';
import type { InterventionCommandDeps } from './interventionCommandDeps.ts';

export interface GivenOutcome {
  readonly interventionId: string;
  readonly outcome: string;
  readonly note?: string;
  readonly tag?: string;
  /** The supervisor praised the rep by voice. */
  readonly praised?: boolean;
  readonly coaching?: CoachingTask;
}

export interface GiveOutcomeDeps extends InterventionCommandDeps {
  readonly policies: Pick<Policies, 'lastKnown'>;
  readonly coachingRules: CoachingRulesSource;
}

/**
 * Stores the outcome of the intervention and the planned coaching; the outbox delivers them to the
 * CRM.
 */
export async function giveOutcome(
  deps: GiveOutcomeDeps,
  person: Person,
  command: GivenOutcome,
): Promise<InterventionResult> {
  return forIntervention(deps, person, {
    interventionId: command.interventionId,
    action: 'GiveOutcome',
    act: async (subject) =>
      callAfter(
        await decideOn(deps, subject, (call, now) =>
          decideOutcome(
            call,
            {
              ...command,
              supervisor: person,
              tags: deps.coachingRules.of(person.orgId).tags,
              vocabulary: vocabularyOf(deps.policies.lastKnown(person.orgId)),
            },
            now,
          ),
        ),
      ),
  });
}
