import type { Person } from '../../domain/call/people.ts';
import { decideFloorRelease, decideFloorRequest } from '../../domain/supervision/floor.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import { forIntervention, type InterventionResult } from '../transact/forIntervention.ts';
import type { InterventionCommandDeps } from './interventionCommandDeps.ts';

/** Requests the floor of a call for this supervisor; the other supervisors see it. */
export async function requestFloor(
  deps: InterventionCommandDeps,
  person: Person,
  { interventionId }: { interventionId: string },
): Promise<InterventionResult> {
  return forIntervention(
    deps,
    person,
    { interventionId, action: 'RequestFloor' },
    async (subject) =>
      callAfter(
        await decideOn(deps, subject, (call, now) =>
          decideFloorRequest(call, { interventionId, supervisor: person }, now),
        ),
      ),
  );
}

/** Withdraws the request for the floor. */
export async function releaseFloor(
  deps: InterventionCommandDeps,
  person: Person,
  { interventionId }: { interventionId: string },
): Promise<InterventionResult> {
  return forIntervention(
    deps,
    person,
    { interventionId, action: 'ReleaseFloor' },
    async (subject) =>
      callAfter(
        await decideOn(deps, subject, (call, now) =>
          decideFloorRelease(call, { interventionId, supervisor: person }, now),
        ),
      ),
  );
}
