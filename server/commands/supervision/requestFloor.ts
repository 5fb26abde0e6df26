import type { Person } from '../../domain/call/people.ts';
import { decideFloorRelease, decideFloorRequest } from '../../domain/supervision/floor.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import { forIntervention, type InterventionResult } from '../transact/forIntervention.ts';
import type { InterventionCommandDeps } from './interventionCommandDeps.ts';

/** A command about the floor of a call; the other supervisors see what comes of it. */
const floorCommand =
  (
    action: 'RequestFloor' | 'ReleaseFloor',
    decide: typeof decideFloorRequest | typeof decideFloorRelease,
  ) =>
  (
    deps: InterventionCommandDeps,
    person: Person,
    { interventionId }: { interventionId: string },
  ): Promise<InterventionResult> =>
    forIntervention(deps, person, {
      interventionId,
      action,
      act: async (subject) =>
        callAfter(
          await decideOn(deps, subject, (call, now) =>
            decide(call, { interventionId, supervisor: person }, now),
          ),
        ),
    });

/** Requests the floor of a call for this supervisor. */
export const requestFloor = floorCommand('RequestFloor', decideFloorRequest);

/** Withdraws the request for the floor. */
export const releaseFloor = floorCommand('ReleaseFloor', decideFloorRelease);
