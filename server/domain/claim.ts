import type { Active, Call, Intervention } from './call.ts';

/** How long a claim keeps the word free for a supervisor who has not spoken yet. */
const CLAIM_LIMIT_MS = 120_000;

type Supervising = Intervention & Active;

/**
 * The supervisor who has the word on this call. Several may listen; one speaks at a time, to the rep or to
 * everyone. Who speaks has the word; who claimed it has it for a while before speaking.
 */
export function holderOfTheWord(call: Call, now: string): Supervising | undefined {
  const supervising = call.interventions.filter((i): i is Supervising => i.status === 'active' && !i.leaving);
  return supervising.find(speaks) ?? supervising.find((i) => hasClaimed(i, now));
}

/** Whether anybody hears this supervisor, or is about to. */
export const speaks = ({ mode, pending }: Active): boolean => mode !== 'monitor' || (pending !== undefined && pending.mode !== 'monitor');

const hasClaimed = ({ claimedAt }: Active, now: string): boolean =>
  claimedAt !== undefined && Date.parse(now) - Date.parse(claimedAt) < CLAIM_LIMIT_MS;
