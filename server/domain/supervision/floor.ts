import {
  isActive,
  type Active,
  type ActiveIntervention,
  type Call,
  type Intervention,
} from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import { isSilent } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { ownIntervention } from './ownIntervention.ts';

/** How long a floor request is valid for a supervisor who does not talk yet. */
const FLOOR_REQUEST_LIMIT_MS = 120_000;

/**
 * The supervisor who has the floor on this call. Several may monitor; one talks at a time, to the
 * rep or to everyone.
 * The supervisor who talks has it; one who requested it has it until FLOOR_REQUEST_LIMIT_MS have
 * passed.
 */
function floorHolder(call: Call, now: string): ActiveIntervention | undefined {
  const supervising = call.interventions.filter(isActive).filter((i) => !i.leaving);
  return supervising.find(isTalking) ?? supervising.find((i) => hasRequestedFloor(i, now));
}

/** Whether anybody hears this supervisor, or is about to. */
const isTalking = ({ mode, pending }: Active): boolean =>
  !isSilent(mode) || (pending !== undefined && !isSilent(pending.mode));

const hasRequestedFloor = ({ floorRequestedAt }: Active, now: string): boolean =>
  floorRequestedAt !== undefined &&
  Date.parse(now) - Date.parse(floorRequestedAt) < FLOOR_REQUEST_LIMIT_MS;

/** Reserves the floor for this supervisor for a while, so that two do not start to talk at once. */
export function decideFloorRequest(
  call: Call,
  command: { interventionId: string; supervisor: Person },
  now: string,
): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  if (found.status === 'ended') return refuse(refusal('intervention_ended'));
  if (found.status === 'joining') return refuse(refusal('not_joined_yet'));
  const taken = floorTaken(call, found, now);
  return taken
    ? refuse(taken)
    : happens({ type: 'FloorRequested', interventionId: found.interventionId, at: now });
}

/** Withdraws a floor request; without one nothing changes. */
export function decideFloorRelease(
  call: Call,
  command: { interventionId: string; supervisor: Person },
  now: string,
): Decision {
  const found = ownIntervention(call, command);
  if ('code' in found) return refuse(found);
  return found.status === 'active' && found.floorRequestedAt
    ? happens({ type: 'FloorReleased', interventionId: found.interventionId, at: now })
    : happens();
}

/** Why this supervisor may not talk: another one has the floor. */
export function floorTaken(call: Call, current: Intervention, now: string): Refusal | undefined {
  const holder = floorHolder(call, now);
  if (!holder || holder.interventionId === current.interventionId) return undefined;
  const { name } = holder.supervisor;
  return refusal('floor_taken', {
    wording: isTalking(holder) ? 'floor_taken.talking' : 'floor_taken.about_to_talk',
    values: { who: name },
  });
}
