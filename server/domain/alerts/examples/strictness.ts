import type { Pattern } from '../pattern.ts';

/** From how much likeness to the examples on, in percent; what a rule does not say is not asked. */
export interface Strictness {
  /** A line raises the rule without any phrase. */
  readonly raises?: number;
  /** Likeness is the second sign of a phrase. */
  readonly second?: number;
  /** A phrase counts at all. */
  readonly needed?: number;
}

const NAMES = { raises: 'raises', second_sign: 'second', needed: 'needed' } as const;

/** The rules that ask for the examples; of two lines that say the same, the last one holds. */
export function strictnessOf<Owner>(
  patterns: readonly { readonly owner: Owner; readonly pattern: Pattern }[],
): ReadonlyMap<Owner, Strictness> {
  const all = new Map<Owner, Strictness>();
  for (const { owner, pattern } of patterns)
    if (pattern.examples) {
      const { use, sure } = pattern.examples;
      all.set(owner, { ...all.get(owner), [NAMES[use]]: sure });
    }
  return all;
}
