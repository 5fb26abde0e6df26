import type { Language } from '../call/language.ts';
import type { Speaker } from '../transcript/line.ts';
import { joinCompounds, wordsLookedFor } from './compounds.ts';
import { isNegated } from './negation.ts';
import { ORDINARY_ENGLISH } from './ordinaryWords.ts';
import type { Element, Exclusion, Pattern, Row, Sequence, WordTest } from './pattern.ts';
import { spokenOf, type Spoken } from './spoken.ts';
import type { Token } from './words.ts';

/** Which words of the line raised it. */
export interface PatternMatch {
  readonly source: string;
  readonly tokens: readonly number[];
}

const SHORTEST_NAME = 3;

/** A recognizer that writes capitals tells names; for the others it is a word that calls do not have. */
const isName = ({ text, stem, isCapital }: Token): boolean =>
  text.length >= SHORTEST_NAME && !/[\d']/.test(text) && (isCapital || !ORDINARY_ENGLISH.has(stem));

/** How many lines `@` looks back, and a second sign. */
export const LINES_BEFORE = 4;
/** Within how many lines the other one's answer counts. */
export const LINES_OF_ANSWER = 2;
const NO_ROWS: readonly Row[] = [];

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
    case 'name':
      return isName(token);
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
  find(text: string, speaker: Speaker, before?: readonly SaidBefore[]): SaidPhrase<Owner>[];
  /** Those who take this for the answer that makes one phrase enough. */
  answeredBy(text: string): readonly Owner[];
}

/** A phrase that was said, of whose rule. */
export interface SaidPhrase<Owner> {
  readonly owner: Owner;
  readonly match: PatternMatch;
  readonly tokens: readonly Token[];
  /** False where only one phrase was said of a rule that wants a second sign. */
  readonly isEnough: boolean;
}

/**
 * Looks for many patterns at once: only those are tried whose rarest word is in the line, so that a
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
  const answers = new Map(
    [...ofWholeRule].flatMap(([owner, some]): [Owner, Sequence[]][] => {
      const sequences = some.flatMap(({ pattern }) => pattern.answer ?? []);
      return sequences.length > 0 ? [[owner, sequences]] : [];
    }),
  );
  const wantsMore = (owner: Owner): boolean =>
    answers.has(owner) ||
    (ofWholeRule.get(owner) ?? []).some(({ pattern }) => pattern.examples?.use === 'second_sign');
  const wanting = new Set([...ofWholeRule.keys()].filter(wantsMore));
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
    for (const [test] of rarestElement(pattern).rows) {
      if (test!.by === 'stem') put(byStem, test!.stem, entry);
      else if (test!.by === 'form') put(byForm, test!.form, entry);
      else if (others.at(-1) !== entry) others.push(entry);
    }
  });
  const words = wordsLookedFor(patterns.flatMap(({ pattern }) => pattern.groups.flatMap(testsIn)));
  const heard = (text: string): Spoken => {
    const spoken = spokenOf(text, language);
    if (language !== 'de') return spoken;
    return {
      tokens: joinCompounds(spoken.tokens, words),
      withFillers: joinCompounds(spoken.withFillers, words),
    };
  };
  return {
    find(text, speaker, before = []) {
      const spoken = heard(text);
      const tried = new Set<Entry>(others);
      for (const { stem, text: form } of spoken.withFillers) {
        for (const entry of byStem.get(stem) ?? []) tried.add(entry);
        for (const entry of byForm.get(form) ?? []) tried.add(entry);
      }
      const found = new Map<Owner, SaidPhrase<Owner> & { readonly order: number }>();
      const earlier = earlierOf(before, heard);
      for (const { owner, pattern, order } of tried) {
        if (pattern.saidBy && pattern.saidBy !== speaker) continue;
        const other = found.get(owner);
        if (other?.isEnough && other.order < order) continue;
        const tokens = tokensFor(pattern, spoken);
        const match = matchPattern(pattern, tokens, { earlier, language });
        if (!match) continue;
        const isEnough = other !== undefined || pattern.isEnough || !wanting.has(owner);
        const first = other && other.order < order ? other : { owner, order, match, tokens };
        found.set(owner, { ...first, isEnough });
      }
      return [...found.values()];
    },
    answeredBy(text) {
      if (answers.size === 0) return [];
      const { tokens } = heard(text);
      return [...answers].flatMap(([owner, sequences]) =>
        sequences.some((one) => findSequence(one, tokens, () => true)) ? [owner] : [],
      );
    },
  };
}

/** Words of most lines: a pattern that is looked for by them is tried in vain most of the time. */
const COMMON = new Set(
  (
    'i you we it he she they a an the this that to of for in on at with and or but not no do is am ' +
    'are was be have has had will would can could get go my your me us so if what how just there ' +
    'ich du er sie es wir ihr der die das ein eine einen und oder aber nicht ist sind war habe hat ' +
    'haben werden wird kann können will mir mich uns ihnen zu in mit für auf an so wie was da hier'
  ).split(' '),
);

/** The element by which a pattern is looked for: all of them must be there, so the rarest tells most. */
function rarestElement({ groups }: Pattern): Element {
  const elements = groups.flatMap((group) => group.elements);
  const cost = ({ rows }: Element): number =>
    rows.reduce((sum, [test]) => {
      if (test!.by !== 'stem' && test!.by !== 'form') return Infinity;
      return sum + (COMMON.has(test!.by === 'stem' ? test!.stem : test!.form) ? 1_000 : 1);
    }, 0);
  return elements.toSorted((a, b) => cost(a) - cost(b))[0]!;
}

const testsIn = ({ elements }: Sequence): readonly WordTest[] =>
  elements.flatMap(({ rows }) => rows.flat());

const tokensFor = ({ heedsFillers }: Pattern, { tokens, withFillers }: Spoken): readonly Token[] =>
  heedsFillers ? withFillers : tokens;

type EarlierLines = () => readonly {
  readonly speaker: Speaker;
  readonly tokens: readonly Token[];
}[];

/** Read only once a phrase asks for it: few do. */
function earlierOf(before: readonly SaidBefore[], heard: (text: string) => Spoken): EarlierLines {
  let read: ReturnType<EarlierLines> | undefined;
  return () =>
    (read ??= before.slice(-LINES_BEFORE).map(({ speaker, text }) => ({
      speaker,
      tokens: heard(text).tokens,
    })));
}

/** Undefined when it was not said, or was negated. */
function matchPattern(
  pattern: Pattern,
  tokens: readonly Token[],
  { earlier, language }: { readonly earlier: EarlierLines; readonly language: Language },
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
    if (elements[0] && !canBegin(elements[0], tokens[start]!)) continue;
    const found = matchFrom(elements, 0, { tokens, from: start, until: start, before: [] });
    if (found && isWanted(found)) return found;
  }
  return undefined;
}

/** Most words begin nothing that is looked for. */
const canBegin = ({ byStem, byForm, byPart }: Element, { stem, text }: Token): boolean =>
  byPart.length > 0 || byStem.has(stem) || byForm.has(text);

/** The first element stands at `from`; each next one between `from` and `until`. */
function matchFrom(
  elements: readonly Element[],
  index: number,
  {
    tokens,
    from,
    until,
    before,
  }: {
    readonly tokens: readonly Token[];
    readonly from: number;
    readonly until: number;
    readonly before: readonly number[];
  },
): readonly number[] | undefined {
  const element = elements[index];
  if (!element) return before;
  for (let at = from; at <= until && at < tokens.length; at += 1) {
    const { stem, text } = tokens[at]!;
    if (!canBegin(element, tokens[at]!)) continue;
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
        const rest = matchFrom(elements, index + 1, {
          tokens,
          from: end,
          until: end + gap,
          before: [...before, ...row.map((_, i) => at + i)],
        });
        if (rest) return rest;
      }
  }
  return undefined;
}
