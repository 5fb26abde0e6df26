import type { Language } from '../call/language.ts';
import type { Speaker } from '../transcript/line.ts';
import { CONCEPTS } from './concepts.ts';
import { isNegated } from './negation.ts';
import { isFiller, spokenFor, spokenOf, type Spoken } from './spoken.ts';
import { stemOf, type Token } from './words.ts';

/**
 * Phrases of a rule, one a line. Words follow each other in this order with at most `withinWords`
 * others between two of them, in any inflection. Fillers ("um") do not count.
 *
 * | Written | Means |
 * | --- | --- |
 * | `a/b/c` | one of these words |
 * | `a_b` | these words side by side, as one of the words of a place |
 * | `{manager}` | one of the words or phrases of a concept |
 * | `a + b` | side by side |
 * | `a .. b` | with up to 8 words between them |
 * | `cancel*`, `*vertrag` | a word that begins, or ends, like this |
 * | `=` before a word | exactly this form |
 * | `a & b` | both, in any order, anywhere in what was said |
 * | `a ! b` | `a`, unless `b` was said too |
 * | `a !4 b` | `a`, unless `b` was said within 4 words of it |
 * | `a @ b` | `a`, where `b` was said in one of the 4 lines before; `@ rep: b` where the rep did |
 * | `a !@ b` | `a`, unless `b` was said in one of the 4 lines before |
 * | `! b`, `!4 b`, `!@ b` on a line of its own | the same for every phrase of the rule |
 * | `~` at the beginning | also when it is negated |
 * | `rep:` or `customer:` at the beginning | only when they say it |
 */
export interface Pattern {
  readonly source: string;
  /** None where the line only says what no phrase of the rule is to be said with. */
  readonly groups: readonly Sequence[];
  readonly unless: readonly Exclusion[];
  readonly before: readonly Earlier[];
  readonly evenNegated: boolean;
  /** It looks for a filler itself. */
  readonly heedsFillers: boolean;
  /** Only when this one says it. */
  readonly saidBy?: Speaker;
}

interface Sequence {
  readonly elements: readonly Element[];
}

interface Exclusion {
  readonly sequence: Sequence;
  /** Only so many words away; anywhere in what was said where there is none. */
  readonly within?: number;
}

/** What was said before, or was not. */
interface Earlier {
  readonly sequence: Sequence;
  readonly isWanted: boolean;
  readonly saidBy?: Speaker;
}

/** One place: alternatives, each a row of words that stand side by side. */
interface Element {
  readonly rows: readonly Row[];
  /** The rows that a word can begin, so that long lists cost no more than short ones. */
  readonly byStem: ReadonlyMap<string, readonly Row[]>;
  readonly byForm: ReadonlyMap<string, readonly Row[]>;
  readonly byPart: readonly Row[];
  /** How many other words can stand before it. */
  readonly gap: number;
}
type Row = readonly WordTest[];
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

/** What `..` can bridge. */
const FAR = 8;
/** How many lines `@` looks back. */
export const LINES_BEFORE = 4;

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
  const [wanted = '', ...others] = rest.split(/(!@|!\d*|@|&)/);
  const groups: Sequence[] = [];
  const unless: Exclusion[] = [];
  const before: Earlier[] = [];
  const sequence = (text: string): Sequence => sequenceOf(text, language, withinWords, source);
  const opensWithExclusion = wanted.trim() === '' && others[0]?.startsWith('!');
  if (!opensWithExclusion) groups.push(sequence(wanted));
  for (let at = 0; at < others.length; at += 2) {
    const [operator, text] = [others[at]!, others[at + 1]!];
    if (operator === '&') groups.push(sequence(text));
    else if (operator === '@' || operator === '!@') {
      const [, by, said = ''] = /^\s*(?:(rep|customer):)?(.*)$/.exec(text)!;
      before.push({
        sequence: sequence(said),
        isWanted: operator === '@',
        ...(by && { saidBy: by as Speaker }),
      });
    } else {
      const within = operator.length > 1 ? Number(operator.slice(1)) : undefined;
      unless.push({ sequence: sequence(text), ...(within !== undefined && { within }) });
    }
  }
  if (opensWithExclusion && (groups.length > 0 || before.some(({ isWanted }) => isWanted)))
    throw new PatternFault(source);
  return {
    source,
    groups,
    unless,
    before,
    evenNegated: negated === '~',
    heedsFillers: wanted.split(/[\s/_=+]+/).some((word) => isFiller(word, language)),
    ...(saidBy && { saidBy: saidBy as Speaker }),
  };
}

function sequenceOf(
  text: string,
  language: Language,
  withinWords: number,
  source: string,
): Sequence {
  const elements: Element[] = [];
  let gap: number | undefined;
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const isBridge = part === '+' || part === '..';
    if (isBridge && (gap !== undefined || elements.length === 0)) throw new PatternFault(source);
    if (isBridge) gap = part === '+' ? 0 : FAR;
    else {
      elements.push({ ...indexed(rowsOf(part, language)), gap: gap ?? withinWords });
      gap = undefined;
    }
  }
  if (elements.length === 0 || gap !== undefined) throw new PatternFault(source);
  return { elements };
}

function indexed(rows: readonly Row[]): Omit<Element, 'gap'> {
  const byStem = new Map<string, Row[]>();
  const byForm = new Map<string, Row[]>();
  const byPart: Row[] = [];
  const put = (index: Map<string, Row[]>, key: string, row: Row): void =>
    void (index.get(key)?.push(row) ?? index.set(key, [row]));
  for (const row of rows) {
    const first = row[0]!;
    if (first.by === 'stem') put(byStem, first.stem, row);
    else if (first.by === 'form') put(byForm, first.form, row);
    else byPart.push(row);
  }
  return { rows, byStem, byForm, byPart };
}

const NO_ROWS: readonly Row[] = [];

function rowsOf(part: string, language: Language): readonly Row[] {
  return part.split('/').flatMap((one) => {
    const concept = /^\{(\w+)\}$/.exec(one)?.[1];
    if (concept === undefined) {
      if (one === '' || /[{}]/.test(one)) throw new PatternFault(one || part);
      return [one.split('_').flatMap((word) => testsOf(word, language))];
    }
    const phrases = Object.hasOwn(CONCEPTS[language], concept) && CONCEPTS[language][concept];
    if (!phrases) throw new PatternFault(one);
    return phrases.map((phrase) => phrase.split(/\s+/).flatMap((word) => testsOf(word, language)));
  });
}

/** More than one for what is said for several words, such as "we're". */
function testsOf(word: string, language: Language): WordTest[] {
  const folded = word.toLowerCase();
  if (folded.length > 3 && folded.endsWith('*'))
    return [{ by: 'start', start: folded.slice(0, -1) }];
  if (folded.length > 3 && folded.startsWith('*')) return [{ by: 'end', end: folded.slice(1) }];
  const isForm = folded.startsWith('=');
  const bare = isForm ? folded.slice(1) : folded;
  if (bare === '' || /[*=]/.test(bare)) throw new PatternFault(word);
  return spokenFor(bare, language).map((said) =>
    isForm ? { by: 'form', form: said } : { by: 'stem', stem: stemOf(said, language) },
  );
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

/** A line that was said before. */
export interface SaidBefore {
  readonly speaker: Speaker;
  readonly text: string;
}

/** The patterns of rules, ready to be looked for in lines of one language. */
export interface Matcher<Owner> {
  /** Each owner at most once, by its first pattern that matches. The newest line before comes last. */
  find(
    text: string,
    speaker: Speaker,
    before?: readonly SaidBefore[],
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
  const ofWholeRule = Map.groupBy(
    patterns.filter(({ pattern }) => pattern.groups.length === 0),
    ({ owner }) => owner,
  );
  patterns.forEach(({ owner, pattern }, order) => {
    if (pattern.groups.length === 0) return;
    const shared = ofWholeRule.get(owner)?.map((one) => one.pattern) ?? [];
    const entry: Entry = {
      owner,
      order,
      pattern: {
        ...pattern,
        unless: [...pattern.unless, ...shared.flatMap(({ unless }) => unless)],
        before: [...pattern.before, ...shared.flatMap((one) => one.before)],
      },
    };
    for (const [test] of pattern.groups[0]!.elements[0]!.rows) {
      if (test!.by === 'stem') put(byStem, test!.stem, entry);
      else if (test!.by === 'form') put(byForm, test!.form, entry);
      else if (others.at(-1) !== entry) others.push(entry);
    }
  });
  return {
    find(text, speaker, before = []) {
      const spoken = spokenOf(text, language);
      const tried = new Set<Entry>(others);
      for (const { stem, text: form } of spoken.withFillers) {
        for (const entry of byStem.get(stem) ?? []) tried.add(entry);
        for (const entry of byForm.get(form) ?? []) tried.add(entry);
      }
      const found = new Map<
        Owner,
        { order: number; match: PatternMatch; tokens: readonly Token[] }
      >();
      const earlier = earlierOf(before, language);
      for (const { owner, pattern, order } of tried) {
        if (pattern.saidBy && pattern.saidBy !== speaker) continue;
        if ((found.get(owner)?.order ?? Infinity) < order) continue;
        const tokens = tokensFor(pattern, spoken);
        const match = matchPattern(pattern, tokens, earlier, language);
        if (match) found.set(owner, { order, match, tokens });
      }
      return [...found].map(([owner, { match, tokens }]) => ({ owner, match, tokens }));
    },
  };
}

const tokensFor = ({ heedsFillers }: Pattern, { tokens, withFillers }: Spoken): readonly Token[] =>
  heedsFillers ? withFillers : tokens;

type EarlierLines = () => readonly {
  readonly speaker: Speaker;
  readonly tokens: readonly Token[];
}[];

/** Read only once a phrase asks for it: few do. */
function earlierOf(before: readonly SaidBefore[], language: Language): EarlierLines {
  let read: ReturnType<EarlierLines> | undefined;
  return () =>
    (read ??= before.slice(-LINES_BEFORE).map(({ speaker, text }) => ({
      speaker,
      tokens: spokenOf(text, language).tokens,
    })));
}

/** Undefined when it was not said, or was negated. */
function matchPattern(
  pattern: Pattern,
  tokens: readonly Token[],
  earlier: EarlierLines,
  language: Language,
): PatternMatch | undefined {
  const positions: number[] = [];
  for (const group of pattern.groups) {
    const at = findSequence(
      group,
      tokens,
      (found) =>
        (pattern.evenNegated || !isNegated(tokens, found, language)) &&
        !pattern.unless.some((one) => one.within !== undefined && isNear(one, tokens, found)),
    );
    if (!at) return undefined;
    positions.push(...at);
  }
  const anything = (): boolean => true;
  for (const { sequence, within } of pattern.unless)
    if (within === undefined && findSequence(sequence, tokens, anything)) return undefined;
  for (const { sequence, isWanted, saidBy } of pattern.before) {
    const wasSaid = earlier().some(
      (line) =>
        (saidBy === undefined || saidBy === line.speaker) &&
        findSequence(sequence, line.tokens, anything) !== undefined,
    );
    if (wasSaid !== isWanted) return undefined;
  }
  return {
    source: pattern.source,
    tokens: [...new Set(positions)].toSorted((a, b) => a - b),
  };
}

const isNear = (
  { sequence, within }: Exclusion,
  tokens: readonly Token[],
  found: readonly number[],
): boolean =>
  findSequence(
    sequence,
    tokens,
    (positions) =>
      positions.at(-1)! >= found[0]! - within! && positions[0]! <= found.at(-1)! + within!,
  ) !== undefined;

function findSequence(
  { elements }: Sequence,
  tokens: readonly Token[],
  isWanted: (positions: readonly number[]) => boolean,
): readonly number[] | undefined {
  for (let start = 0; start < tokens.length; start += 1) {
    const found = matchFrom(elements, 0, tokens, start, start, []);
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
  before: readonly number[],
): readonly number[] | undefined {
  const element = elements[index];
  if (!element) return before;
  for (let at = from; at <= until && at < tokens.length; at += 1) {
    const { stem, text } = tokens[at]!;
    for (const rows of [
      element.byStem.get(stem) ?? NO_ROWS,
      element.byForm.get(text) ?? NO_ROWS,
      element.byPart,
    ])
      for (const row of rows) {
        if (at + row.length > tokens.length) continue;
        if (!row.every((test, i) => passes(test, tokens[at + i]!))) continue;
        const end = at + row.length;
        const gap = elements[index + 1]?.gap ?? 0;
        const rest = matchFrom(elements, index + 1, tokens, end, end + gap, [
          ...before,
          ...row.map((_, i) => at + i),
        ]);
        if (rest) return rest;
      }
  }
  return undefined;
}
