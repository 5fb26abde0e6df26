import type { Person } from '../domain/people.ts';
import { decideClaim, decideRelease } from '../domain/supervise.ts';
import { decideOn } from './decideOn.ts';
import { onIntervention, type Supervised, type Supervision } from './onIntervention.ts';

/** Keeps the word on a call for this supervisor; the others see it. */
export async function claimWord(deps: Supervision, person: Person, { interventionId }: { interventionId: string }): Promise<Supervised> {
  return onIntervention(deps, person, interventionId, 'ClaimWord', (subject) =>
    decideOn(deps, subject, (call, now) => decideClaim(call, { interventionId, supervisor: person }, now)));
}

/** Gives the word up without having spoken. */
export async function releaseWord(deps: Supervision, person: Person, { interventionId }: { interventionId: string }): Promise<Supervised> {
  return onIntervention(deps, person, interventionId, 'ReleaseWord', (subject) =>
    decideOn(deps, subject, (call, now) => decideRelease(call, { interventionId, supervisor: person }, now)));
}
