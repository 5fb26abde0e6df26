import type { Chance } from './chances.ts';

/** The effects that are built into suggested calls. */
export interface Planted {
  /** How much a supervisor who joins adds to the probability that the call goes well. */
  readonly perJoin: number;
  /**
   * What makes supervisors more likely to join calls that would go well anyway: a deal, which
   * everybody sees, or the customer's good mood, which nobody records.
   */
  readonly confoundedBy: 'deal' | 'mood';
}

/** Showing adds six percentage points, because six of ten shown calls are joined. */
export const PLANTED: Planted = { perJoin: 0.1, confoundedBy: 'mood' };
export const JOINED_OF_SHOWN = 0.6;
const GOOD_PROMISE = 0.35;

const POOR = 0.25;
const JOINED = { promising: 0.85, other: 0.35 } as const;

interface SuggestedCall {
  readonly isOnDeal: boolean;
  readonly isJoined: boolean;
  readonly wentWell: boolean;
}

/**
 * A call that was suggested to a supervisor, shown or held out, and how it went.
 *
 * @param level how much more likely this rep's calls are to go well than others', as a difference
 * of probabilities
 */
export function suggestedCall(
  chance: Chance,
  { level, isShown }: { readonly level: number; readonly isShown: boolean },
  { perJoin, confoundedBy }: Planted,
): SuggestedCall {
  const isOnDeal = chance() < 0.5;
  const isInGoodMood = chance() < 0.5;
  const isPromising = confoundedBy === 'deal' ? isOnDeal : isInGoodMood;
  const isJoined = isShown && chance() < (isPromising ? JOINED.promising : JOINED.other);
  const wellness = POOR + level + (isPromising ? GOOD_PROMISE : 0) + (isJoined ? perJoin : 0);
  return { isOnDeal, isJoined, wentWell: chance() < Math.min(0.98, Math.max(0.02, wellness)) };
}
