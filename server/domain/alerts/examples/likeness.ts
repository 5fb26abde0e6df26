import type { Language } from '../../call/language.ts';
import type { SaidBefore } from '../matcher.ts';
import { isNegated } from '../negation.ts';
import type { AlertFamily } from '../rule.ts';
import type { Token } from '../words.ts';
import english from './english.json' with { type: 'json' };
import { featuresOf, visitFeatures } from './features.ts';
import german from './german.json' with { type: 'json' };

/** The families that have examples, in the order of their weights. */
export const FAMILIES_OF_EXAMPLES = [
  'asks_for_manager',
  'threatens_to_cancel',
  'legal_or_regulator',
  'abuse',
  'beyond_authority',
  'competitor',
  'account_security',
  'stumped_rep',
  'close_at_hand',
] as const satisfies readonly AlertFamily[];

/** What was learned from the examples of a language; `bench/learnExamples.ts` writes it. */
export interface LearnedWeights {
  /** One of each family. */
  readonly bias: readonly number[];
  /** A feature and its weights in hundredths: `cancel b120a-8`, by the letter of the family. */
  readonly weights: readonly string[];
}

/** The words by which a line is like the examples. */
interface WordsOfExample {
  /** Those that say so most. */
  readonly places: readonly number[];
  readonly tokens: readonly Token[];
  /** One of the two strongest is said of something that is not so, or is not wanted. */
  readonly isNegated: boolean;
}

/** How much a line reads like the examples of a family. */
interface Likeness {
  /** In percent. */
  readonly sure: number;
  words(): WordsOfExample;
}

/** Looks at a line once, however many families are asked for. */
export type LikenessOfLine = (family: AlertFamily) => Likeness | undefined;

/** How many words are named, and how much of the strongest one's weight each has at least. */
const MOST_WORDS = 4;
const STRONGEST_WORDS = 2;
const LEAST_SHARE = 0.25;

const WRITTEN: Readonly<Record<Language, LearnedWeights>> = { en: english, de: german };
const read: Partial<Record<Language, Examples>> = {};

export interface Examples {
  likeness(line: SaidBefore, before: SaidBefore | undefined): LikenessOfLine;
}

/** The shipped examples of a language, read when it is first spoken. */
export const examplesIn = (language: Language): Examples =>
  (read[language] ??= createExamples(WRITTEN[language], language));

export function createExamples({ bias, weights }: LearnedWeights, language: Language): Examples {
  const known = new Map(weights.map(readWeights));
  /** A line is judged by several rules, and by a rule before and after its change. */
  const scored = new WeakMap<SaidBefore, Float32Array>();

  function scoresOf(line: SaidBefore, before: SaidBefore | undefined): Float32Array {
    const there = scored.get(line);
    if (there) return there;
    const sums = new Float32Array(FAMILIES_OF_EXAMPLES.length);
    // What is in no example costs a look: most of a line is not.
    const found = new Set<Float32Array>();
    visitFeatures(line, { before, language }, (name) => {
      const own = known.get(name);
      if (!own || found.has(own)) return;
      found.add(own);
      for (let n = 0; n < sums.length; n += 1) sums[n]! += own[n]!;
    });
    const share = shareOf(found.size);
    const scores = sums.map((sum, n) => bias[n]! + sum * share);
    scored.set(line, scores);
    return scores;
  }

  function wordsFor(index: number, line: SaidBefore): WordsOfExample {
    const { features, tokens } = featuresOf(line, undefined, language);
    const byPlace = tokens.map(() => 0);
    for (const [name, places] of features)
      for (const at of places) byPlace[at]! += (known.get(name)?.[index] ?? 0) / places.length;
    const places = strongestOf(byPlace);
    return {
      places,
      tokens,
      isNegated: places
        .toSorted((a, b) => byPlace[b]! - byPlace[a]!)
        .slice(0, STRONGEST_WORDS)
        .some((at) => isNegated(tokens, [at], language)),
    };
  }

  return {
    likeness: (line, before) => (family) => {
      const index = (FAMILIES_OF_EXAMPLES as readonly AlertFamily[]).indexOf(family);
      if (index === -1) return undefined;
      return {
        sure: percentOf(scoresOf(line, before)[index]!),
        words: () => wordsFor(index, line),
      };
    },
  };
}

/** What each of so many known features weighs, so that a long line does not weigh more. */
export const shareOf = (count: number): number => 1 / Math.sqrt(count + 1);

const percentOf = (score: number): number => 100 / (1 + Math.exp(-score));

function readWeights(written: string): [string, Float32Array] {
  const end = written.lastIndexOf(' ');
  const weights = new Float32Array(FAMILIES_OF_EXAMPLES.length);
  for (const [, letter, hundredths] of written.slice(end + 1).matchAll(/([a-z])(-?\d+)/g))
    weights[letter!.charCodeAt(0) - 'a'.charCodeAt(0)] = Number(hundredths) / 100;
  return [written.slice(0, end), weights];
}

function strongestOf(byPlace: readonly number[]): number[] {
  const most = Math.max(0, ...byPlace);
  return byPlace
    .map((weight, at) => ({ weight, at }))
    .filter(({ weight }) => weight > 0 && weight >= most * LEAST_SHARE)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
}
