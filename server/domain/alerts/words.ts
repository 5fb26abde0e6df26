import type { Language } from '../call/language.ts';

/** A word as it was said, and its stem, by which inflected forms are the same word. */
export interface Token {
  readonly text: string;
  readonly stem: string;
  /** Where it stands in the line. */
  readonly from: number;
  readonly to: number;
  /** A comma, full stop or the like stands before it. */
  readonly opensClause: boolean;
  /** Written with a capital though no sentence begins with it. */
  readonly isCapital: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|%/gu;

/** The words of a line. Cached stems make this cheap: most words are common ones. */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = word === '%' ? 'percent' : word.toLowerCase().replaceAll('’', "'");
    tokens.push({
      text: folded,
      stem: stemOf(folded, language),
      from: index,
      to: index + word.length,
      opensClause: /[.,;:!?–—]/.test(text.slice(last, index)),
      isCapital: last > 0 && /^\p{Lu}\p{Ll}/u.test(word) && !/[.:!?]/.test(text.slice(last, index)),
    });
    last = index + word.length;
  }
  return tokens;
}

const known: Record<Language, Map<string, string>> = { en: new Map(), de: new Map() };
const MOST_KNOWN = 50_000;

/** The stem of a folded word. */
export function stemOf(word: string, language: Language): string {
  const stems = known[language];
  const found = stems.get(word);
  if (found !== undefined) return found;
  const stem = language === 'de' ? germanStem(word) : englishStem(word);
  if (stems.size >= MOST_KNOWN) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Light: endings of plural, person, tense and degree; no derivation but -ation. */
function englishStem(word: string): string {
  let stem = word.replace(/'(s|re|ll|ve|d|m)$/, '');
  if (stem.length <= 3) return stem;
  stem = stem
    .replace(/ies$/, 'y')
    .replace(/ied$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const cut = /^(.*[aeiouy].*?)(ations?|ing|ed)$/.exec(stem);
  if (cut && cut[1]!.length >= 3) stem = cut[1]!;
  if (stem.length > 3) stem = stem.replace(/([bdfglmnprt])\1$/, '$1').replace(/e$/, '');
  if (stem.length > 3) stem = stem.replace(/i$/, 'y');
  return stem;
}

/**
 * CISTEM, by L. Weissweiler and A. Fraser, "Developing a Stemmer for German Based on a Comparative
 * Analysis of Publicly Available Stemmers" (2017).
 */
function germanStem(word: string): string {
  let stem = word.replace(/ü/g, 'u').replace(/ö/g, 'o').replace(/ä/g, 'a').replace(/ß/g, 'ss');
  stem = stem
    .replace(/^ge(.{4,})/, '$1')
    .replace(/sch/g, '$')
    .replace(/ei/g, '%');
  stem = stem.replace(/ie/g, '&').replace(/(.)\1/g, '$1*');
  while (stem.length > 3) {
    const before = stem;
    if (stem.length > 5) stem = stem.replace(/e[mr]$/, '').replace(/nd$/, '');
    if (stem === before) stem = stem.replace(/t$/, '');
    if (stem === before) stem = stem.replace(/[esn]$/, '');
    if (stem === before) break;
  }
  return stem
    .replace(/(.)\*/g, '$1$1')
    .replace(/%/g, 'ei')
    .replace(/&/g, 'ie')
    .replace(/\$/g, 'sch');
}
