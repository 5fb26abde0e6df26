import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import {
  holderOf,
  type CoachingRating,
  type Debrief,
  type DebriefDecision,
  type DebriefHolder,
  type DebriefProgress,
} from './debrief.ts';

/** The values of a rating, the lowest first. */
export const RATING_VALUES = [1, 2, 3, 4, 5] as const;

const DAY_MS = 86_400_000;
/** For how long after it was closed a debrief can be rated. */
export const RATED_WITHIN_MS = 30 * DAY_MS;

const otherOf = (holder: DebriefHolder): DebriefHolder => (holder === 'rep' ? 'supervisor' : 'rep');

/** One of the two rates a debrief that was held, once. */
export function decideRating(
  debrief: Debrief,
  { userId }: Pick<Person, 'userId'>,
  {
    given,
    now,
  }: { readonly given: Pick<CoachingRating, 'value' | 'comment'>; readonly now: string },
): DebriefDecision {
  const { progress } = debrief;
  const holder = holderOf(debrief, userId);
  if (!holder) return { refusal: refusal('debrief_not_found') };
  if (!wasHeld(progress)) return { refusal: refusal('debrief_not_held') };
  if (progress.ratings?.[holder]) return { refusal: refusal('debrief_given') };
  if (isRatingOver(progress.closedAt, now)) return { refusal: refusal('debrief_rating_over') };
  return {
    progress: { ...progress, ratings: { ...progress.ratings, [holder]: { ...given, at: now } } },
  };
}

/** Whether somebody is still asked for their rating. */
export const mayRate = (progress: DebriefProgress, by: DebriefHolder, now: string): boolean =>
  wasHeld(progress) && !progress.ratings?.[by] && !isRatingOver(progress.closedAt, now);

/** Closed by both: what one of the two closed alone was not held. */
const wasHeld = (
  progress: DebriefProgress,
): progress is DebriefProgress & { readonly closedAt: string } =>
  progress.closedAt !== undefined && !progress.closedAlone;

/** Both ratings as one of the two may know them: the other's only with their own. */
export function ratingsFor(
  { ratings }: DebriefProgress,
  holder: DebriefHolder,
): { readonly yours?: CoachingRating; readonly others?: CoachingRating } {
  const yours = ratings?.[holder];
  const others = yours && ratings?.[otherOf(holder)];
  return { ...(yours && { yours }), ...(others && { others }) };
}

/** Whether others may see the ratings of a debrief: neither participant can still give one. */
export const areRatingsFinal = ({ closedAt, ratings }: DebriefProgress, now: string): boolean =>
  closedAt !== undefined &&
  ((ratings?.rep !== undefined && ratings.supervisor !== undefined) || isRatingOver(closedAt, now));

const isRatingOver = (closedAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(closedAt) > RATED_WITHIN_MS;

/** The ratings of debriefs, as a distribution: `counts` of 1 to 5. */
export interface RatingSummary {
  readonly n: number;
  /** Undefined of none. */
  readonly mean?: number;
  readonly counts: readonly number[];
}

export function summaryOf(counts: readonly number[]): RatingSummary {
  const n = counts.reduce((sum, one) => sum + one, 0);
  const total = counts.reduce((sum, one, place) => sum + one * RATING_VALUES[place]!, 0);
  return { n, ...(n > 0 && { mean: total / n }), counts };
}
