import { createHash } from 'node:crypto';

/** What a suggestion is about. Those that protect somebody are shown, whatever the policy says. */
export const SUGGESTION_TOPICS = [
  'compliance',
  'safety',
  'abuse',
  'coaching',
  'deal',
  'retention',
] as const;
type SuggestionTopic = (typeof SUGGESTION_TOPICS)[number];

const MAY_BE_HELD_OUT: Record<SuggestionTopic, boolean> = {
  compliance: false,
  safety: false,
  abuse: false,
  coaching: true,
  deal: true,
  retention: true,
};

/** Something that suggests a call to a supervisor. */
export interface Suggestion {
  readonly orgId: string;
  readonly callId: string;
  readonly repUserId: string;
  readonly topic: SuggestionTopic;
  /** Its origin: a rule, or a person who asked (never held out). */
  readonly askedBy: 'machine' | 'rep' | 'customer';
}

export interface HoldOutPolicy {
  /**
   * The share of eligible suggestions to hold out, in percent: a multiple of 5 up to 50. 0: no
   * hold-out.
   */
  readonly percent: number;
}

export const NO_HOLD_OUT: HoldOutPolicy = { percent: 0 };

/** In each block of this many successive calls of a rep, exactly the share is held out. */
export const BLOCK = 20;
const HIGHEST_PERCENT = 50;

export type Arm = 'shown' | 'held_out';

export type Assignment =
  /** It takes no part: it is shown, and counted nowhere. */
  | {
      readonly status: 'not_in_it';
      readonly arm: 'shown';
      readonly because: 'asked_for' | 'protects' | 'no_hold_out';
    }
  | { readonly status: 'drawn'; readonly arm: Arm; readonly percent: number };

/** Whether the org's value can be a share that blocks can hold. */
export const isPercent = (percent: number): boolean =>
  percent >= 0 && percent <= HIGHEST_PERCENT && (percent * BLOCK) % 100 === 0;

/** Whether a suggestion takes part, before anything is drawn. */
export function assignWithoutDraw(
  { topic, askedBy }: Pick<Suggestion, 'topic' | 'askedBy'>,
  { percent }: HoldOutPolicy,
): Assignment | undefined {
  const shown = (because: 'asked_for' | 'protects' | 'no_hold_out'): Assignment => ({
    status: 'not_in_it',
    arm: 'shown',
    because,
  });
  if (askedBy !== 'machine') return shown('asked_for');
  if (!MAY_BE_HELD_OUT[topic]) return shown('protects');
  if (percent === 0 || !isPercent(percent)) return shown('no_hold_out');
  return undefined;
}

/**
 * Draws whether a suggestion is shown. Reps are strata: of each rep's successive calls, in blocks of
 * twenty, exactly the share is held out, at places that only the seed knows.
 *
 * @param position how many of the rep's calls were drawn with this share before
 * @param seed of the org, never shown
 */
export function assign(
  suggestion: Suggestion,
  policy: HoldOutPolicy,
  { position, seed }: { readonly position: number; readonly seed: string },
): Assignment {
  const apart = assignWithoutDraw(suggestion, policy);
  if (apart) return apart;
  const { orgId, repUserId } = suggestion;
  const { percent } = policy;
  const block = Math.floor(position / BLOCK);
  const held = (percent * BLOCK) / 100;
  const lots = createHash('sha512')
    .update(JSON.stringify([seed, orgId, repUserId, percent, block]))
    .digest();
  const places = Array.from({ length: BLOCK }, (_, place) => place);
  const heldOutPlaces = Array.from({ length: held }, (_, lot) => {
    const chosen = lots.readUInt32BE(lot * 4) % places.length;
    return places.splice(chosen, 1)[0]!;
  });
  const heldOut = heldOutPlaces.includes(position % BLOCK);
  return { status: 'drawn', arm: heldOut ? 'held_out' : 'shown', percent };
}
