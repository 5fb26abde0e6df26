import type { Language } from '../call/language.ts';
import type { Speaker } from '../transcript/line.ts';
import { CONCEPTS } from './concepts.ts';
import { isNegated } from './negation.ts';
import { stemOf, tokensOf, type Token } from './words.ts';

/**
 * Phrases of a rule, one a line. Words follow each other in this order with at most `withinWords`
 * others between two of them, in any inflection.
 *
 * | Written | Means |
 * | --- | --- |
 * | `a/b/c` | one of these words |
 * | `{manager}` | one of the words or phrases of a concept |
 * | `cancel*`, `*vertrag` | a word that begins, or ends, like this |
 * | `=` before a word | exactly this form |
 * | `a & b` | both, in any order, anywhere in what was said |
 * | `a ! b` | `a`, unless `b` was said too |
 * | `~` at the beginning | also when it is negated |
 * | `rep:` or `customer:` at the beginning | only when they say it |
 */
export interface Pattern {
  readonly source: string;
  readonly groups: readonly Sequence[];
  readonly unless: readonly Sequence[];
  readonly evenNegated: boolean;
  /** Only when this one says it. */
  readonly saidBy?: Speaker;
}

interface Sequence {
  readonly elements: readonly Element[];
  readonly gap: number;
}

/** Alternatives for one place: each a row of words that stand side by side. */
type Element = readonly (readonly WordTest[])[];
type WordTest =
  | { readonly by: 'stem'; readonly stem: string }
  | { readonly by: 'form'; readonly form: string }
  | { readonly by: 'start'; readonly start: string }
  | { readonly by: 'end'; readonly end: string };

/** Which words of the line raised it. */
export interface PatternMatch {
  readonly source: string;
  readonly tokens: readonly number[];
}

export class PatternFault extends Error {
  readonly part: string;
  constructor(part: string) {
    super(`not a phrase: ${part}`);
    this.part = part;
  }
}

/** Throws PatternFault for what cannot be read, such as a concept that does not exist. */
export function parsePattern(written: string, language: Language, withinWords: number): Pattern {
  const source = written.trim();
  const [, saidBy, negated, rest = ''] = /^(?:(rep|customer):)?\s*(~?)(.*)$/.exec(source)!;
  const [wanted = '', ...unless] = rest.split('!');
  const sequence = (text: string): Sequence => {
    const parts = text.trim().split(/\s+/).filter(Boolean);
    if (parts.length === 0) throw new PatternFault(source);
    return { elements: parts.map((part) => elementOf(part, language)), gap: withinWords };
  };
  return {
    source,
    groups: wanted.split('&').map(sequence),
    unless: unless.map(sequence),
    evenNegated: negated === '~',
    ...(saidBy && { saidBy: saidBy as Speaker }),
  };
}

function elementOf(part: string, language: Language): Element {
  return part.split('/').flatMap((one) => {
    const concept = /^\{(\w+)\}$/.exec(one)?.[1];
    if (concept === undefined) {
      if (one === '' || /[{}]/.test(one)) throw new PatternFault(one || part);
      return [one.split('_').map((word) => testOf(word, language))];
    }
    const phrases = CONCEPTS[language][concept];
    if (!phrases) throw new PatternFault(one);
    return phrases.map((phrase) => phrase.split(/\s+/).map((word) => testOf(word, language)));
  });
}

function testOf(word: string, language: Language): WordTest {
  const folded = word.toLowerCase();
  if (folded.startsWith('=')) return { by: 'form', form: folded.slice(1) };
  if (folded.length > 3 && folded.endsWith('*')) return { by: 'start', start: folded.slice(0, -1) };
  if (folded.length > 3 && folded.startsWith('*')) return { by: 'end', end: folded.slice(1) };
  if (/[*=]/.test(folded)) throw new PatternFault(word);
  return { by: 'stem', stem: stemOf(folded, language) };
}

const passes = (test: WordTest, token: Token): boolean => {
  switch (test.by) {
    case 'stem':
      return token.stem === test.stem;
    case 'form':
      return token.text === test.form;
    case 'start':
      return token.text.startsWith(test.start);
    case 'end':
      return token.text.endsWith(test.end);
  }
};

/** The patterns of rules, ready to be looked for in lines of one language. */
export interface Matcher<Owner> {
  /** Each owner at most once, by its first pattern that matches. */
  find(
    text: string,
    speaker: Speaker,
  ): { readonly owner: Owner; readonly match: PatternMatch; readonly tokens: readonly Token[] }[];
}

/**
 * Looks for many patterns at once: only those are tried whose first word is in the line, so that a
 * line costs what it says and not how many patterns there are.
 */
export function createMatcher<Owner>(
  patterns: readonly { readonly owner: Owner; readonly pattern: Pattern }[],
  language: Language,
): Matcher<Owner> {
  type Entry = (typeof patterns)[number] & { readonly order: number };
  const byStem = new Map<string, Entry[]>();
  const byForm = new Map<string, Entry[]>();
  const others: Entry[] = [];
  const put = (index: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const there = index.get(key);
    if (!there) index.set(key, [entry]);
    else if (there.at(-1) !== entry) there.push(entry);
  };
  patterns.forEach((one, order) => {
    const entry = { ...one, order };
    for (const [test] of one.pattern.groups[0]!.elements[0]!) {
      if (test!.by === 'stem') put(byStem, test!.stem, entry);
      else if (test!.by === 'form') put(byForm, test!.form, entry);
      else if (others.at(-1) !== entry) others.push(entry);
    }
  });
  return {
    find(text, speaker) {
      const tokens = tokensOf(text, language);
      const tried = new Set<Entry>(others);
      for (const { stem, text: form } of tokens) {
        for (const entry of byStem.get(stem) ?? []) tried.add(entry);
        for (const entry of byForm.get(form) ?? []) tried.add(entry);
      }
      const found = new Map<Owner, { order: number; match: PatternMatch }>();
      for (const { owner, pattern, order } of tried) {
        if (pattern.saidBy && pattern.saidBy !== speaker) continue;
        if ((found.get(owner)?.order ?? Infinity) < order) continue;
        const match = matchPattern(pattern, tokens, language);
        if (match) found.set(owner, { order, match });
      }
      return [...found].map(([owner, { match }]) => ({ owner, match, tokens }));
    },
  };
}

/** Undefined when it was not said, or was negated. */
function matchPattern(
  pattern: Pattern,
  tokens: readonly Token[],
  language: Language,
): PatternMatch | undefined {
  const positions: number[] = [];
  for (const group of pattern.groups) {
    const at = findSequence(group, tokens, (found) =>
      pattern.evenNegated ? true : !isNegated(tokens, found, language),
    );
    if (!at) return undefined;
    positions.push(...at);
  }
  if (pattern.unless.some((group) => findSequence(group, tokens, () => true))) return undefined;
  return {
    source: pattern.source,
    tokens: [...new Set(positions)].toSorted((a, b) => a - b),
  };
}

function findSequence(
  { elements, gap }: Sequence,
  tokens: readonly Token[],
  isWanted: (positions: readonly number[]) => boolean,
): readonly number[] | undefined {
  for (let start = 0; start < tokens.length; start += 1) {
    const found = matchFrom(elements, 0, tokens, start, start, gap, []);
    if (found && isWanted(found)) return found;
  }
  return undefined;
}

/** The first element stands at `from`; each next one between `from` and `until`. */
function matchFrom(
  elements: readonly Element[],
  index: number,
  tokens: readonly Token[],
  from: number,
  until: number,
  gap: number,
  before: readonly number[],
): readonly number[] | undefined {
  const element = elements[index];
  if (!element) return before;
  for (let at = from; at <= until && at < tokens.length; at += 1) {
    for (const row of element) {
      if (at + row.length > tokens.length) continue;
      if (!row.every((test, i) => passes(test, tokens[at + i]!))) continue;
      const end = at + row.length;
      const rest = matchFrom(elements, index + 1, tokens, end, end + gap, gap, [
        ...before,
        ...row.map((_, i) => at + i),
      ]);
      if (rest) return rest;
    }
  }
  return undefined;
}
