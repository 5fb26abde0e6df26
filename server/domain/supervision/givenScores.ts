import type { Person } from '../call/people.ts';
import type { Score } from './scorecard.ts';

/**
 * The scores of a call once they can no longer influence each other: both scores of a debrief, or
 * one of a calibration.
 */
export type GivenScore = {
  /** Names the score in pages: the intervention, or call and scorer. */
  readonly scoreId: string;
  readonly callId: string;
  /** Since when it is complete. */
  readonly at: string;
} & (
  | {
      readonly kind: 'debrief';
      readonly interventionId: string;
      readonly self: Score;
      readonly supervisor: Score;
    }
  | { readonly kind: 'calibration'; readonly score: Score }
);

/**
 * Whether this reader may know of a score: of a calibration only who has scored the call, because
 * it is scored blind, and administrators, who score none.
 */
export const mayKnowScore = (
  given: GivenScore,
  { userId, roles }: Pick<Person, 'userId' | 'roles'>,
  scorersOf: (callId: string) => readonly string[],
): boolean => {
  switch (given.kind) {
    case 'debrief':
      return true;
    case 'calibration':
      return roles.includes('admin') || scorersOf(given.callId).includes(userId);
    default:
      return given satisfies never;
  }
};
