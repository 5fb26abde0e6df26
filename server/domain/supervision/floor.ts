import type { Active, Call, Intervention } from '../call/call.ts';

/** How long a claim keeps the word free for a supervisor who has not spoken yet. */
const FLOOR_REQUEST_LIMIT_MS = 120_000;

type ActiveSupervision = Intervention & Active;

/**
 * The supervisor who has the word on this call. Several may listen; one speaks at a time, to the rep or to
 * everyone. Who speaks has the word; who claimed it has it for a while before speaking.
 */
export function floorHolder(call: Call, now: string): ActiveSupervision | undefined {
  const supervising = call.interventions.filter((i): i is ActiveSupervision => i.status === 'active' && !i.leaving);
  return supervising.find(isTalking) ?? supervising.find((i) => hasRequestedFloor(i, now));
}

/** Whether anybody hears this supervisor, or is about to. */
export const isTalking = ({ mode, pending }: Active): boolean => mode !== 'monitor' || (pending !== undefined && pending.mode !== 'monitor');

const hasRequestedFloor = ({ floorRequestedAt }: Active, now: string): boolean =>
  floorRequestedAt !== undefined && Date.parse(now) - Date.parse(floorRequestedAt) < FLOOR_REQUEST_LIMIT_MS;
