import { LANGUAGES, type Language } from '../call/language.ts';
import type { TranscriptLine } from '../transcript/line.ts';
import type { Cue } from './cue.ts';
import { isOneSentence, linesBefore, wordsOf } from './judge.ts';
import { createMatcher, type Matcher, type SaidBefore } from './matcher.ts';
import { parsePattern } from './pattern.ts';

/** The facts of a call that select its cues. */
export interface CueContext {
  readonly language: Language;
  readonly direction: 'inbound' | 'outbound';
  readonly queueIds?: readonly string[];
  readonly stage?: string;
}

/** A card as it is shown. Times are ISO 8601 in UTC. */
interface ShownCard {
  readonly cue: Cue;
  readonly at: string;
  readonly until: string;
  /** The words that it fits, and where they were said. */
  readonly words: readonly string[];
  readonly lineId: string;
}

/**
 * The cues that the rep of a call sees: at most one card, and the checklist items that were said.
 */
export interface CueBoard {
  readonly card?: ShownCard;
  /** When cards were last shown, by name. */
  readonly shownAt: ReadonlyMap<string, string>;
  readonly said: ReadonlyMap<string, { readonly at: string; readonly lineId: string }>;
}

export const EMPTY_BOARD: CueBoard = { shownAt: new Map(), said: new Map() };

/** How long a card stays, unless the rep closes it. */
const CARD_MS = 45_000;
/** The same card is not shown again on a call before that. */
const AGAIN_AFTER_MS = 5 * 60_000;

/** Cues made ready for lines. */
export interface CueReader {
  readonly cues: readonly Cue[];
  /** The board after a line; the same one where it changes nothing. */
  onLine(
    board: CueBoard,
    lines: readonly TranscriptLine[],
    line: TranscriptLine,
    context: CueContext,
  ): CueBoard;
  /** Which cues a sentence finds on any call, and by which words. */
  find(
    text: string,
    speaker: TranscriptLine['speaker'],
    language: Language,
    before?: readonly SaidBefore[],
  ): readonly { readonly cue: Cue; readonly words: readonly string[] }[];
  /** The items of the checklist of such a call, in their order. */
  checklist(context: CueContext): readonly Cue[];
}

export function createCueReader(cues: readonly Cue[]): CueReader {
  const matchers = Object.fromEntries(
    LANGUAGES.map((language) => [language, matcherOf(cues, language)]),
  ) as Record<Language, Matcher<Cue>>;

  const find: CueReader['find'] = (text, speaker, language, before) =>
    matchers[language]
      .find(text, speaker, before)
      .filter(({ owner }) => owner.speaker === 'either' || owner.speaker === speaker)
      .map(({ owner, match, tokens }) => ({
        cue: owner,
        words: wordsOf(match, tokens, text),
      }));

  return {
    cues,
    find,
    checklist: (context) =>
      cues
        .filter((cue) => cue.kind === 'checklist' && holds(cue, context))
        .toSorted((a, b) => a.priority - b.priority),
    onLine(board, lines, line, context) {
      const earlier = linesBefore(lines, line);
      const before = earlier.at(-1);
      const text =
        before && isOneSentence(before, line) ? `${before.text} ${line.text}` : line.text;
      const found = find(text, line.speaker, context.language, earlier).filter(({ cue }) =>
        holds(cue, context),
      );
      const ticked = found.filter(
        ({ cue }) => cue.kind === 'checklist' && !board.said.has(cue.name),
      );
      const said =
        ticked.length > 0
          ? new Map([
              ...board.said,
              ...ticked.map(
                ({ cue }) => [cue.name, { at: line.endedAt, lineId: line.lineId }] as const,
              ),
            ])
          : board.said;
      const [best] = found
        .filter(({ cue }) => cue.kind === 'card' && mayShow(board, cue, line.endedAt))
        .toSorted((a, b) => b.cue.priority - a.cue.priority);
      if (!best) return said === board.said ? board : { ...board, said };
      const { cue, words } = best;
      return {
        said,
        shownAt: new Map(board.shownAt).set(cue.name, line.endedAt),
        card: {
          cue,
          words,
          at: line.endedAt,
          until: new Date(Date.parse(line.endedAt) + CARD_MS).toISOString(),
          lineId: line.lineId,
        },
      };
    },
  };
}

/**
 * Whether a card is shown: one at a time, since a second competes with the rep's own answer. One
 * that interrupts takes the place of one of no higher priority.
 */
function mayShow({ card, shownAt }: CueBoard, cue: Cue, now: string): boolean {
  const before = shownAt.get(cue.name);
  if (before !== undefined && Date.parse(now) - Date.parse(before) < AGAIN_AFTER_MS) return false;
  if (!card || card.until <= now) return true;
  return cue.interrupts && cue.priority >= card.cue.priority;
}

const holds = ({ language, direction, queueIds, stages }: Cue, context: CueContext): boolean =>
  language === context.language &&
  (direction === undefined || direction === context.direction) &&
  (queueIds === undefined || queueIds.some((id) => context.queueIds?.includes(id))) &&
  (stages === undefined || (context.stage !== undefined && stages.includes(context.stage)));

const matcherOf = (cues: readonly Cue[], language: Language): Matcher<Cue> =>
  createMatcher(
    cues
      .filter((cue) => cue.language === language)
      .flatMap((cue) =>
        cue.phrases.map((phrase) => ({
          owner: cue,
          pattern: parsePattern(phrase, language, cue.withinWords),
        })),
      ),
    language,
  );
