import type { Vocabulary } from './vocabulary.ts';

/**
 * The words of a new policy, with the reasons and outcomes that the one before had and it lacks:
 * nobody can choose them, and what they were given to keeps its last label.
 */
export const withGone = (before: Vocabulary, after: Vocabulary): Vocabulary => ({
  ...after,
  reasons: keepingGone(before.reasons, after.reasons),
  outcomes: keepingGone(before.outcomes, after.outcomes),
});

function keepingGone<Entry extends Vocabulary['reasons' | 'outcomes'][number]>(
  before: readonly Entry[],
  after: readonly Entry[],
): readonly Entry[] {
  const codes = new Set(after.map(({ code }) => code));
  return [
    ...after,
    ...before
      .filter(({ code }) => !codes.has(code))
      .map((entry): Entry => ({ ...entry, status: 'gone' })),
  ];
}

/** The words as the org has them now, which are what the version of a policy is made of. */
export const withoutGone = (vocabulary: Vocabulary): Vocabulary => ({
  ...vocabulary,
  reasons: vocabulary.reasons.filter(({ status }) => status !== 'gone'),
  outcomes: vocabulary.outcomes.filter(({ status }) => status !== 'gone'),
});
