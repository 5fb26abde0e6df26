import type { WordTest } from './pattern.ts';
import { stemOf, type Token } from './words.ts';

/** In letters. */
const SHORTEST_COMPOUND = 6;

/** Not what begins a compound: "zu sagen" is not "zusagen". */
// Words side by side, as in a dictionary.
// oxfmt-ignore
const STAND_ALONE: ReadonlySet<string> = new Set([
  'zu', 'so', 'da', 'das', 'die', 'der', 'den', 'dem', 'des', 'es', 'ein', 'eine', 'einen', 'kein', 'mein', 'dein', 'sein', 'ihr', 'mit', 'nicht', 'ist', 'hat', 'war', 'ich', 'sie', 'er', 'wir', 'du', 'wo', 'was', 'wer', 'wie', 'man', 'mal', 'noch', 'nur', 'auch', 'ja', 'und', 'oder', 'in', 'im', 'am', 'um', 'bei', 'von', 'auf', 'für', 'nach', 'will', 'soll', 'kann', 'muss', 'dann', 'wenn',
]);

/** The words that somebody looks for, each by itself. */
export interface WordsLookedFor {
  readonly stems: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly starts: readonly string[];
}

export function wordsLookedFor(tests: readonly WordTest[]): WordsLookedFor {
  const stems = new Set<string>();
  const forms = new Set<string>();
  const starts = new Set<string>();
  for (const test of tests)
    if (test.by === 'stem') stems.add(test.stem);
    else if (test.by === 'form') forms.add(test.form);
    else if (test.by === 'start' && test.start.length >= SHORTEST_COMPOUND) starts.add(test.start);
  return { stems, forms, starts: [...starts] };
}

/**
 * "Vor gesetzten" is "vorgesetzten": a recogniser cuts German compounds. Two words are one where
 * the one is a word that is looked for.
 */
export function joinCompounds(tokens: readonly Token[], words: WordsLookedFor): readonly Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [one, next] = [tokens[at]!, tokens[at + 1]];
    const compound = next && compoundOf(one, next, words);
    joined.push(compound ?? one);
    if (compound) at += 1;
  }
  return joined;
}

function compoundOf(one: Token, next: Token, words: WordsLookedFor): Token | undefined {
  if (next.opensClause || next.text.length <= 2 || STAND_ALONE.has(one.text)) return undefined;
  const text = one.text + next.text;
  if (text.length < SHORTEST_COMPOUND) return undefined;
  const stem = stemOf(text, 'de');
  // The part that the second word brings must be looked for too.
  const isLookedFor =
    (stem.length > one.text.length && words.stems.has(stem)) ||
    words.forms.has(text) ||
    words.starts.some((start) => start.length > one.text.length && text.startsWith(start));
  return isLookedFor ? { ...one, text, stem, to: next.to } : undefined;
}
