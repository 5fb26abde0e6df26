import type { Person } from '../../domain/people/people.ts';
import { decideFloorRequest, decideFloorRelease } from '../../domain/supervision/supervise.ts';
import { decideOn } from '../transact/decideOn.ts';
import { forIntervention, type InterventionResult, type SupervisionDeps } from '../transact/forIntervention.ts';

/** Keeps the word on a call for this supervisor; the others see it. */
export async function requestFloor(deps: SupervisionDeps, person: Person, { interventionId }: { interventionId: string }): Promise<InterventionResult> {
  return forIntervention(deps, person, interventionId, 'RequestFloor', (subject) =>
    decideOn(deps, subject, (call, now) => decideFloorRequest(call, { interventionId, supervisor: person }, now)));
}

/** Gives the word up without having spoken. */
export async function releaseFloor(deps: SupervisionDeps, person: Person, { interventionId }: { interventionId: string }): Promise<InterventionResult> {
  return forIntervention(deps, person, interventionId, 'ReleaseFloor', (subject) =>
    decideOn(deps, subject, (call, now) => decideFloorRelease(call, { interventionId, supervisor: person }, now)));
}
