import type { Language } from '../call/language.ts';
import type { Speaker } from '../transcript/line.ts';
import { CONCEPTS } from './concepts.ts';
import { isFiller, spokenFor } from './spoken.ts';
import { stemOf } from './words.ts';

/**
 * Phrases of a rule, one a line. Words follow each other in this order with at most `withinWords`
 * others between two of them, in any inflection. Fillers ("um") do not count.
 *
 * | Written | Means |
 * | --- | --- |
 * | `a/b/c` | one of these words |
 * | `a_b` | these words side by side, as one of the words of a place; `{own}_b` too |
 * | `{manager}` | one of the words or phrases of a concept |
 * | `a + b` | side by side |
 * | `a .. b` | with up to 8 words between them |
 * | `cancel*`, `*vertrag` | a word that begins, or ends, like this |
 * | `=` before a word | exactly this form |
 * | `?name` | in English, what may be the name of a company: no word that calls are made of |
 * | `a & b` | both, in any order, anywhere in what was said |
 * | `a ! b` | `a`, unless `b` was said too |
 * | `a !4 b` | `a`, unless `b` was said within 4 words of it |
 * | `a @ b` | `a`, where `b` was said in one of the 4 lines before; `@ rep: b` where the rep did |
 * | `a !@ b` | `a`, unless `b` was said in one of the 4 lines before |
 * | `! b`, `!4 b`, `!@ b` on a line of its own | the same for every phrase of the rule |
 * | `~` at the beginning | also when it is negated |
 * | `rep:` or `customer:` at the beginning | only when they say it |
 * | `+ b` on a line of its own | one phrase of the rule is not enough: a second one is said too, there or in the 4 lines before, or the other one says `b` in the next 2 lines |
 * | `alone:` at the very beginning | enough by itself all the same |
 * | `examples: 70` on a line of its own | also raised where a line reads like the shipped examples of the rule's family, by 70 percent or more |
 * | `+ examples: 30` | reading like them by so much is a second sign |
 * | `! examples: 10` | no phrase counts where a line reads like them by less |
 */
export interface Pattern {
  readonly source: string;
  /** None where the line says something of all phrases of its rule. */
  readonly groups: readonly Sequence[];
  readonly unless: readonly Exclusion[];
  readonly before: readonly Earlier[];
  readonly evenNegated: boolean;
  /** It looks for a filler itself. */
  readonly heedsFillers: boolean;
  /** Needs no second sign in a rule that wants one. */
  readonly isEnough: boolean;
  /** What the other one answers, as the second sign of all phrases of the rule. */
  readonly answer?: Sequence;
  /** What reading like the shipped examples does for the rule. */
  readonly examples?: ExamplesLine;
  /** Only when this one says it. */
  readonly saidBy?: Speaker;
}

/** From how much likeness on, in percent, a line raises its rule, is a second sign, or counts at all. */
interface ExamplesLine {
  readonly use: 'raises' | 'second_sign' | 'needed';
  readonly sure: number;
}

export interface Sequence {
  readonly elements: readonly Element[];
}

export interface Exclusion {
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
export interface Element {
  readonly rows: readonly Row[];
  /** The rows that a word can begin, so that long lists cost no more than short ones. */
  readonly byStem: ReadonlyMap<string, readonly Row[]>;
  readonly byForm: ReadonlyMap<string, readonly Row[]>;
  readonly byPart: readonly Row[];
  /** How many other words can stand before it. */
  readonly gap: number;
}
export type Row = readonly WordTest[];
export type WordTest =
  | { readonly by: 'stem'; readonly stem: string }
  | { readonly by: 'form'; readonly form: string }
  | { readonly by: 'start'; readonly start: string }
  | { readonly by: 'end'; readonly end: string }
  /** What may be the name of a company. */
  | { readonly by: 'name' };

/** What `..` can bridge. */
const FAR = 8;

export class PatternFault extends Error {
  readonly part: string;
  constructor(part: string) {
    super(`not a phrase: ${part}`);
    this.part = part;
  }
}

/** More than an org has; beyond it all are read again. */
const MAX_KNOWN = 20_000;
const knownPatterns = new Map<string, Pattern>();

/**
 * Throws PatternFault for what cannot be read, such as a concept that does not exist. What was read
 * before is known: the same phrases are validated, recalled and made ready.
 */
export function parsePattern(written: string, language: Language, withinWords: number): Pattern {
  const key = `${language} ${withinWords} ${written}`;
  const before = knownPatterns.get(key);
  if (before) return before;
  const pattern = readPattern(written, language, withinWords);
  if (knownPatterns.size >= MAX_KNOWN) knownPatterns.clear();
  knownPatterns.set(key, pattern);
  return pattern;
}

function readPattern(written: string, language: Language, withinWords: number): Pattern {
  const source = written.trim();
  const examples = examplesIn(source);
  if (examples) return { ...ofWholeRule(source), examples };
  if (source.startsWith('+')) return answerIn(source, language, withinWords);
  const [, alone, saidBy, negated, rest = ''] =
    /^(alone:)?\s*(?:(rep|customer):)?\s*(~?)(.*)$/.exec(source)!;
  const [wanted = '', ...others] = rest.split(/(!@|!\d*|@|&)/);
  const groups: Sequence[] = [];
  const unless: Exclusion[] = [];
  const before: Earlier[] = [];
  const sequence = (text: string): Sequence => sequenceOf(text, language, { withinWords, source });
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
    isEnough: alone !== undefined,
    ...(saidBy && { saidBy: saidBy as Speaker }),
  };
}

const answerIn = (source: string, language: Language, withinWords: number): Pattern => ({
  ...ofWholeRule(source),
  answer: sequenceOf(source.slice(1), language, { withinWords, source }),
});

/** A line that says something of all phrases of its rule. */
const ofWholeRule = (source: string): Pattern => ({
  source,
  groups: [],
  unless: [],
  before: [],
  evenNegated: false,
  heedsFillers: false,
  isEnough: false,
});

const USES = { '': 'raises', '+': 'second_sign', '!': 'needed' } as const;

function examplesIn(source: string): ExamplesLine | undefined {
  const [, use, percent] = /^([+!]?)\s*examples:(.*)$/.exec(source) ?? [];
  if (percent === undefined) return undefined;
  const sure = /^\s*\d{1,2}\s*$/.test(percent) ? Number(percent) : 0;
  if (sure === 0) throw new PatternFault(source);
  return { use: USES[use as keyof typeof USES], sure };
}

function sequenceOf(
  text: string,
  language: Language,
  { withinWords, source }: { readonly withinWords: number; readonly source: string },
): Sequence {
  const elements: Element[] = [];
  let gap: number | undefined;
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const isBridge = part === '+' || part === '..';
    if (isBridge && (gap !== undefined || elements.length === 0)) throw new PatternFault(source);
    if (isBridge) gap = part === '+' ? 0 : FAR;
    else {
      elements.push({ ...placeOf(part, language), gap: gap ?? withinWords });
      gap = undefined;
    }
  }
  if (elements.length === 0 || gap !== undefined) throw new PatternFault(source);
  return { elements };
}

type Place = Omit<Element, 'gap'>;

const knownPlaces: Record<Language, Map<string, Place>> = { en: new Map(), de: new Map() };

/** Phrases of a rule share most of their places, and each is read once. */
function placeOf(part: string, language: Language): Place {
  const places = knownPlaces[language];
  const found = places.get(part);
  if (found) return found;
  const place = indexed(rowsOf(part, language));
  if (places.size >= MAX_KNOWN) places.clear();
  places.set(part, place);
  return place;
}

function indexed(rows: readonly Row[]): Place {
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

function rowsOf(part: string, language: Language): readonly Row[] {
  return part.split('/').flatMap((one) => {
    const words = one.match(/\{\w+\}|[^_]+/g) ?? [];
    if (words.length === 0 || words.join('_') !== one) throw new PatternFault(one || part);
    return words
      .map((word) => sideBySide(word, language))
      .reduce((rows, next) => rows.flatMap((row) => next.map((more) => [...row, ...more])));
  });
}

/** The rows that a word, or a concept, can be. */
function sideBySide(word: string, language: Language): readonly Row[] {
  const concept = /^\{(\w+)\}$/.exec(word)?.[1];
  if (concept === undefined) {
    if (/[{}]/.test(word)) throw new PatternFault(word);
    return [testsOf(word, language)];
  }
  const phrases = Object.hasOwn(CONCEPTS[language], concept) && CONCEPTS[language][concept];
  if (!phrases) throw new PatternFault(word);
  const rows = knownConcepts[language];
  if (!rows.has(concept))
    rows.set(
      concept,
      phrases.map((phrase) => phrase.split(/\s+/).flatMap((one) => testsOf(one, language))),
    );
  return rows.get(concept)!;
}

const knownConcepts: Record<Language, Map<string, readonly Row[]>> = {
  en: new Map(),
  de: new Map(),
};

/** More than one for what is said for several words, such as "we're". */
function testsOf(word: string, language: Language): WordTest[] {
  const folded = word.toLowerCase();
  if (folded === '?name') {
    if (language !== 'en') throw new PatternFault(word);
    return [{ by: 'name' }];
  }
  if (folded.length > 3 && folded.endsWith('*'))
    return [{ by: 'start', start: folded.slice(0, -1) }];
  if (folded.length > 3 && folded.startsWith('*')) return [{ by: 'end', end: folded.slice(1) }];
  const isForm = folded.startsWith('=');
  const bare = isForm ? folded.slice(1) : folded;
  if (bare === '' || /[*=?]/.test(bare)) throw new PatternFault(word);
  return spokenFor(bare, language).map((said) =>
    isForm ? { by: 'form', form: said } : { by: 'stem', stem: stemOf(said, language) },
  );
}
