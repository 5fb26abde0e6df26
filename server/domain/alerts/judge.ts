import type { Language } from '../call/language.ts';
import { LANGUAGES } from '../call/language.ts';
import { figuresOf, type TalkFigures } from '../transcript/figures.ts';
import type { Speaker, TranscriptLine } from '../transcript/line.ts';
import { examplesIn, type LikenessOfLine } from './examples/likeness.ts';
import { strictnessOf } from './examples/strictness.ts';
import {
  createMatcher,
  LINES_BEFORE,
  LINES_OF_ANSWER,
  type SaidPhrase,
  type Matcher,
  type PatternMatch,
} from './matcher.ts';
import { parsePattern, type Pattern } from './pattern.ts';
import type { AlertRule, AlertRules, TriggerKind } from './rule.ts';
import { displeasureOf } from './sentiment.ts';
import type { Token } from './words.ts';

/** The facts of a call that rules use besides its words. Times are ISO 8601 in UTC. */
export interface AlertContext {
  readonly language: Language;
  readonly answeredAt: string;
  readonly queueIds?: readonly string[];
  readonly stage?: string;
  /** In the company's currency. */
  readonly amount?: number;
  /** The law of this call requires a disclosure that was not played. */
  readonly lacksDisclosure?: boolean;
  /** Since when the rep's request for help has been open. */
  readonly helpOpenSince?: string;
  /** Since when that has been so with nobody free who may come. */
  readonly nobodyFreeSince?: string;
  /**
   * Since when customer and rep, and nobody else, have been heard without a break. Without it a
   * silence is none of theirs: hold, a pause of the recording, a transcription that failed.
   */
  readonly heardSince?: string;
}

/** An alert that a rule raises, and what raised it. */
export interface Raised {
  readonly rule: AlertRule;
  readonly at: string;
  readonly speaker?: Speaker;
  /** The place in the transcript. */
  readonly lineId?: string;
  /** The words that raised it, as they were said; none where numbers did. */
  readonly words: readonly string[];
  /** The number that raised it, in seconds or percent. */
  readonly measured?: number;
}

/** Rules made ready: what can be prepared once is. */
export interface Judge {
  readonly rules: AlertRules;
  /** The alerts that the newest line raises together with the few lines before it. */
  onLine(lines: readonly TranscriptLine[], line: TranscriptLine, context: AlertContext): Raised[];
  /** The alerts that time and numbers raise. */
  onTime(lines: readonly TranscriptLine[], now: string, context: AlertContext): Raised[];
}

/** What times alone raise, also on a call that is not transcribed. */
const NEEDS_NO_WORDS: ReadonlySet<TriggerKind> = new Set([
  'call_length',
  'nobody_helps',
  'nobody_free',
]);

/** The rules that a call which is not transcribed can raise: none of them has phrases. */
export const rulesWithoutWords = (rules: AlertRules): AlertRules => ({
  ...rules,
  rules: rules.rules.filter(({ trigger }) => NEEDS_NO_WORDS.has(trigger.kind)),
});

/** Two lines of one person within this time may be one sentence. */
const ONE_SENTENCE_MS = 1_500;

/** Throws PatternFault for phrases that cannot be read. */
export function createJudge(rules: AlertRules, examplesOf = examplesIn): Judge {
  const patterns = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      rules.rules.flatMap((rule) =>
        [...patternsOf(rule, language)].map((pattern) => ({ owner: rule, pattern })),
      ),
    ]),
  ) as Record<Language, { owner: AlertRule; pattern: Pattern }[]>;
  const matchers: Partial<Record<Language, Matcher<AlertRule>>> = {};
  /** Made when its language is first spoken. */
  const matcherIn = (language: Language): Matcher<AlertRule> =>
    (matchers[language] ??= createMatcher(patterns[language], language));
  const strictness = Object.fromEntries(
    LANGUAGES.map((language) => [language, strictnessOf(patterns[language])]),
  ) as Record<Language, ReturnType<typeof strictnessOf<AlertRule>>>;
  const timed = rules.rules.filter(({ trigger }) => trigger.kind !== 'said');
  const needsFigures = timed.some(({ trigger }) => trigger.kind !== 'not_said');

  /** Phrases that wait for a second sign, by the line that they were said in. */
  const waiting = new WeakMap<TranscriptLine, readonly Raised[]>();

  function onLine(
    lines: readonly TranscriptLine[],
    line: TranscriptLine,
    context: AlertContext,
  ): Raised[] {
    const { enough, single } = saidIn(lines, line, context);
    waiting.set(line, single);
    return [...enough, ...answeredIn(lines, line, context).filter(isNotIn(enough))];
  }

  /** What a line says, enough to raise its rule or a single sign of it. */
  function saidIn(
    lines: readonly TranscriptLine[],
    line: TranscriptLine,
    context: AlertContext,
  ): { readonly enough: Raised[]; readonly single: Raised[] } {
    const earlier = linesBefore(lines, line);
    const matcher = matcherIn(context.language);
    const enough: Raised[] = [];
    const single: Raised[] = [];
    const strict = strictness[context.language];
    let look: LikenessOfLine | undefined;
    const likenessTo = (rule: AlertRule) =>
      (look ??= examplesOf(context.language).likeness(line, earlier.at(-1)))(rule.family);
    const isLike = (rule: AlertRule, sure: number | undefined): boolean =>
      sure !== undefined && (likenessTo(rule)?.sure ?? 0) >= sure;
    find(line.text, line.text.length);
    const previous = earlier.at(-1);
    if (previous && isOneSentence(previous, line))
      find(`${previous.text} ${line.text}`, line.text.length);
    for (const [rule, { raises }] of strict)
      if (concerns(rule, line.speaker, context) && isLike(rule, raises)) addExample(rule);
    return { enough, single: single.filter(isNotIn(enough)) };

    function addExample(rule: AlertRule): void {
      if (enough.some((other) => other.rule.name === rule.name)) return;
      const { places, tokens, isNegated } = likenessTo(rule)!.words();
      if (isNegated) return;
      const match = { source: '', tokens: places };
      enough.push({ ...raisedBy(rule), words: wordsOf(match, tokens, line.text) });
    }

    function raisedBy(rule: AlertRule): Omit<Raised, 'words'> {
      return { rule, at: line.endedAt, speaker: line.speaker, lineId: line.lineId };
    }

    function find(text: string, newChars: number): void {
      for (const found of matcher.find(text, line.speaker, earlier)) {
        const { owner, match, tokens } = found;
        if (owner.trigger.kind !== 'said' || !concerns(owner, line.speaker, context)) continue;
        // A match in the previous line alone was already found with that line.
        const isNew = match.tokens.some((at) => tokens[at]!.to > text.length - newChars);
        if (!isNew || enough.some(({ rule }) => rule.name === owner.name)) continue;
        const { needed, second } = strict.get(owner) ?? {};
        if (needed !== undefined && !isLike(owner, needed)) continue;
        const raised = { ...raisedBy(owner), words: wordsOf(match, tokens, text) };
        if (found.isEnough || isLike(owner, second) || saidBefore(found, earlier))
          enough.push(raised);
        else if (isNotIn(single)(raised)) single.push(raised);
      }
    }

    /** Whether another phrase of the rule was said in the lines before. */
    function saidBefore(
      { owner, match }: SaidPhrase<AlertRule>,
      before: readonly TranscriptLine[],
    ): boolean {
      return before.some(
        ({ text, speaker }, n) =>
          (owner.speaker === 'either' || owner.speaker === speaker) &&
          matcher
            .find(text, speaker, before.slice(0, n))
            .some((one) => one.owner === owner && one.match.source !== match.source),
      );
    }
  }

  /** What was a single sign until this line answered it. */
  function answeredIn(
    lines: readonly TranscriptLine[],
    line: TranscriptLine,
    context: AlertContext,
  ): Raised[] {
    const earlier = linesBefore(lines, line);
    const matcher = matcherIn(context.language);
    const asked = earlier.slice(-LINES_OF_ANSWER).filter(({ speaker }) => speaker !== line.speaker);
    if (asked.length === 0) return [];
    const answered = matcher.answeredBy(line.text);
    if (answered.length === 0) return [];
    return asked.flatMap((one) =>
      (waiting.get(one) ?? saidIn(earlier.slice(0, earlier.indexOf(one)), one, context).single)
        .filter(({ rule }) => answered.includes(rule))
        .map((raised) => ({ ...raised, at: line.endedAt })),
    );
  }

  const isNotIn =
    (others: readonly Raised[]) =>
    ({ rule }: Raised): boolean =>
      !others.some((other) => other.rule.name === rule.name);

  function onTime(lines: readonly TranscriptLine[], now: string, context: AlertContext): Raised[] {
    const wanted = timed.filter((rule) => holds(rule, context));
    if (wanted.length === 0) return [];
    const figures = needsFigures ? figuresOf(lines, now) : undefined;
    return wanted.flatMap((rule): Raised[] => {
      const found = timedTrigger(rule, { lines, now, context, figures: figures! }, saysIt);
      return found ? [{ rule, at: now, words: [], ...found }] : [];
    });
  }

  const saysIt = (
    rule: AlertRule,
    { text, speaker }: TranscriptLine,
    language: Language,
    before: readonly TranscriptLine[],
  ): boolean =>
    matcherIn(language)
      .find(text, speaker, before)
      .some(({ owner }) => owner.name === rule.name);

  return {
    rules,
    onLine,
    onTime: (lines, now, context) =>
      rules.usesSentiment
        ? onTime(lines, now, context)
        : onTime(lines, now, context).filter(({ rule }) => rule.trigger.kind !== 'sentiment'),
  };
}

/**
 * Reads the phrases of rules, one at each step: a judge of them is then made at once. Throws
 * PatternFault at one that cannot be read.
 */
export function* phraseByPhrase({ rules }: AlertRules): Generator<Pattern, void, void> {
  for (const language of LANGUAGES) for (const rule of rules) yield* patternsOf(rule, language);
}

/** The phrases of a rule in one language. */
function* patternsOf(
  { trigger, language: ofRule }: AlertRule,
  language: Language,
): Generator<Pattern, void, void> {
  if (trigger.kind !== 'said' && trigger.kind !== 'not_said') return;
  if (ofRule !== undefined && ofRule !== language) return;
  for (const phrase of trigger.phrases) yield parsePattern(phrase, language, trigger.withinWords);
}

/** Whether a rule is about this call at all. */
const holds = (
  { language, queueIds, stages, minimumAmount }: AlertRule,
  context: AlertContext,
): boolean =>
  (language === undefined || language === context.language) &&
  (queueIds === undefined || queueIds.some((id) => context.queueIds?.includes(id))) &&
  (stages === undefined || (context.stage !== undefined && stages.includes(context.stage))) &&
  (minimumAmount === undefined || (context.amount ?? 0) >= minimumAmount);

const concerns = (rule: AlertRule, speaker: Speaker, context: AlertContext): boolean =>
  (rule.speaker === 'either' || rule.speaker === speaker) && holds(rule, context);

/** The lines before one that phrases can ask about. */
export const linesBefore = (
  lines: readonly TranscriptLine[],
  { lineId }: TranscriptLine,
): readonly TranscriptLine[] =>
  lines
    .slice(-LINES_BEFORE - 1)
    .filter((one) => one.lineId !== lineId)
    .slice(-LINES_BEFORE);

/** Whether two lines of one person may be one sentence that was cut. */
export const isOneSentence = (before: TranscriptLine, line: TranscriptLine): boolean =>
  before.speaker === line.speaker &&
  !/[.!?]$/.test(before.text) &&
  Date.parse(line.startedAt) - Date.parse(before.endedAt) < ONE_SENTENCE_MS;

/** The words that a phrase found, as they were said. */
export const wordsOf = (match: PatternMatch, tokens: readonly Token[], text: string): string[] =>
  match.tokens.flatMap((at, n) => {
    const { from, to } = tokens[at]!;
    // "Gonna" is two words to a phrase, and one that was said.
    return n > 0 && tokens[match.tokens[n - 1]!]!.from === from ? [] : [text.slice(from, to)];
  });

interface Moment {
  readonly lines: readonly TranscriptLine[];
  readonly now: string;
  readonly context: AlertContext;
  readonly figures: TalkFigures;
}
type Found = Pick<Raised, 'speaker' | 'lineId' | 'measured'>;

function timedTrigger(
  rule: AlertRule,
  { lines, now, context, figures }: Moment,
  saysIt: (
    rule: AlertRule,
    line: TranscriptLine,
    language: Language,
    before: readonly TranscriptLine[],
  ) => boolean,
): Found | undefined {
  const { trigger, speaker } = rule;
  const age = seconds(Date.parse(now) - Date.parse(context.answeredAt));
  const mine = (who: Speaker): boolean => speaker === 'either' || speaker === who;
  switch (trigger.kind) {
    case 'said':
      return undefined;
    case 'not_said':
      if (age < trigger.seconds) return undefined;
      if (rule.family === 'disclosure_missing' && !context.lacksDisclosure) return undefined;
      return lines.some(
        (line, n) =>
          mine(line.speaker) &&
          saysIt(rule, line, context.language, lines.slice(Math.max(0, n - LINES_BEFORE), n)),
      )
        ? undefined
        : { measured: trigger.seconds, ...(lines.at(-1) && { lineId: lines.at(-1)!.lineId }) };
    case 'talk_share': {
      const { share } = figures;
      if (!share || age < trigger.seconds) return undefined;
      const who = share.rep >= share.customer ? 'rep' : 'customer';
      const percent = Math.round(share[who] * 100);
      return mine(who) && percent >= trigger.percent
        ? { speaker: who, measured: percent }
        : undefined;
    }
    case 'monologue': {
      const { turn } = figures;
      return turn && mine(turn.speaker) && seconds(turn.ms) >= trigger.seconds
        ? { speaker: turn.speaker, measured: seconds(turn.ms), lineId: turn.lineId }
        : undefined;
    }
    case 'dead_air': {
      const last = lines.at(-1);
      if (!last || !context.heardSince) return undefined;
      const heardMs = Date.parse(now) - Date.parse(context.heardSince);
      const silent = seconds(Math.min(figures.silenceMs, heardMs));
      return silent >= trigger.seconds ? { measured: silent, lineId: last.lineId } : undefined;
    }
    case 'crosstalk':
      return seconds(figures.crosstalkMs) >= trigger.seconds
        ? { measured: seconds(figures.crosstalkMs) }
        : undefined;
    case 'call_length':
      return age >= trigger.seconds ? { measured: age } : undefined;
    case 'nobody_helps':
      return lasting(context.helpOpenSince);
    case 'nobody_free':
      return lasting(context.nobodyFreeSince);
    case 'sentiment': {
      const texts = lines.filter((line) => line.speaker === 'customer').map(({ text }) => text);
      const percent = displeasureOf(texts, context.language);
      const last = lines.findLast((line) => line.speaker === 'customer');
      return last && percent >= trigger.percent
        ? { speaker: 'customer', measured: percent, lineId: last.lineId }
        : undefined;
    }
  }

  function lasting(since: string | undefined): Found | undefined {
    const lasted = since === undefined ? 0 : seconds(Date.parse(now) - Date.parse(since));
    return since !== undefined && 'seconds' in trigger && lasted >= trigger.seconds
      ? { measured: lasted }
      : undefined;
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1000);
