import type { Person } from '../domain/people.ts';
import { decideFloorRequest, decideFloorRelease } from '../domain/supervise.ts';
import { decideOn } from './decideOn.ts';
import { forIntervention, type InterventionResult, type SupervisionDeps } from './onIntervention.ts';

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
