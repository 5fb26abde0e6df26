import type { Vocabulary } from './vocabulary.ts';

/**
 * The new words, plus the reasons and outcomes of the words before that they lack, with the status
 * `gone`: they cannot be chosen, and past interventions keep their last label.
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
