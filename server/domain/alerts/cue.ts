import { LANGUAGES, type Language } from '../call/language.ts';
import type { Speaker } from '../transcript/line.ts';
import { parsePattern, PatternFault } from './pattern.ts';
import { RULE_SPEAKERS } from './rule.ts';

const CUE_KINDS = ['card', 'checklist'] as const;
const CUE_MARKS = ['critical', 'compliance'] as const;
const CUE_DIRECTIONS = ['inbound', 'outbound'] as const;

/**
 * A cue that the rep sees: a card that fits the words on the call, or a checklist item that ticks
 * itself when it was said. Conditions that are left out hold for every call.
 */
export interface Cue {
  /** The record's name. */
  readonly name: string;
  readonly kind: (typeof CUE_KINDS)[number];
  /** The title of a card. */
  readonly label: string;
  readonly text: string;
  readonly speaker: Speaker | 'either';
  /** Of its words and of its text. */
  readonly language: Language;
  /** In the notation of pattern.ts. */
  readonly phrases: readonly string[];
  readonly withinWords: number;
  /** Cards: the highest comes first. Items: listed from the lowest. */
  readonly priority: number;
  /** On a card: it replaces a card of the same or lower priority. */
  readonly interrupts: boolean;
  /** On a card: a link to more information. */
  readonly link?: string;
  /** On an item: what a call without it misses. */
  readonly mark?: (typeof CUE_MARKS)[number];
  readonly direction?: (typeof CUE_DIRECTIONS)[number];
  readonly queueIds?: readonly string[];
  readonly stages?: readonly string[];
}

/** A cue as stored in a record. Fields that are not set are undefined. */
export interface CueRecord {
  readonly name: string;
  readonly label?: string;
  readonly kind?: string;
  readonly text?: string;
  readonly speaker?: string;
  readonly language?: string;
  /** One a line; lines that begin with `#` are remarks. */
  readonly phrases?: string;
  readonly withinWords?: number;
  readonly priority?: number;
  readonly interrupts?: boolean;
  readonly link?: string;
  readonly mark?: string;
  readonly direction?: string;
  readonly queues?: string;
  readonly stages?: string;
}

/** A fault in a record, and its field. */
export interface CueFault {
  readonly cue: string;
  readonly field: keyof CueRecord;
  readonly code: 'missing' | 'unknown_value' | 'out_of_range' | 'unreadable_phrase';
  readonly value?: string;
}

const DEFAULT_WITHIN_WORDS = 3;
const MOST_WITHIN_WORDS = 20;

/** The cues of records; one with a fault is left out, and its faults are named. */
export function readCues(records: readonly CueRecord[]): {
  readonly cues: readonly Cue[];
  readonly faults: readonly CueFault[];
} {
  const faults: CueFault[] = [];
  const cues = records.flatMap((record) => {
    const own: CueFault[] = [];
    const cue = readCue(record, (field, code, value) =>
      own.push({ cue: record.name, field, code, ...(value !== undefined && { value }) }),
    );
    faults.push(...own);
    return own.length === 0 && cue ? [cue] : [];
  });
  return { cues, faults };
}

type Report = (field: keyof CueRecord, code: CueFault['code'], value?: string) => void;

function readCue(record: CueRecord, report: Report): Cue | undefined {
  const among = <Value extends string>(
    field: 'kind' | 'speaker' | 'language' | 'mark' | 'direction',
    known: readonly Value[],
  ): Value | undefined => {
    const value = record[field];
    if (value === undefined || known.includes(value as Value)) return value as Value | undefined;
    report(field, 'unknown_value', value);
    return undefined;
  };
  const kind = among('kind', CUE_KINDS) ?? 'card';
  const language = among('language', LANGUAGES);
  if (!record.language) report('language', 'missing');
  const text = record.text?.trim();
  if (!text) report('text', 'missing');
  const withinWords = record.withinWords ?? DEFAULT_WITHIN_WORDS;
  if (withinWords < 0 || withinWords > MOST_WITHIN_WORDS)
    report('withinWords', 'out_of_range', String(withinWords));
  if (record.link && !/^https:\/\//i.test(record.link))
    report('link', 'unknown_value', record.link);
  const phrases = linesOf(record.phrases);
  if (phrases.every((phrase) => phrase.startsWith('!'))) report('phrases', 'missing');
  for (const phrase of language ? phrases : [])
    try {
      const { answer, examples } = parsePattern(phrase, language!, withinWords);
      // A card is shown for the words alone.
      if (answer || examples) throw new PatternFault(phrase);
    } catch (fault) {
      if (!(fault instanceof PatternFault)) throw fault;
      report('phrases', 'unreadable_phrase', fault.part);
    }
  const [mark, direction] = [among('mark', CUE_MARKS), among('direction', CUE_DIRECTIONS)];
  const speaker = among('speaker', RULE_SPEAKERS) ?? (kind === 'card' ? 'customer' : 'rep');
  const [queueIds, stages] = [listOf(record.queues), listOf(record.stages)];
  if (!language || !text) return undefined;
  return {
    name: record.name,
    kind,
    label: record.label ?? record.name,
    text,
    speaker,
    language,
    phrases,
    withinWords,
    priority: record.priority ?? 0,
    interrupts: record.interrupts ?? false,
    ...(record.link && { link: record.link }),
    ...(mark && { mark }),
    ...(direction && { direction }),
    ...(queueIds && { queueIds }),
    ...(stages && { stages }),
  };
}

const linesOf = (text = ''): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const listOf = (text = ''): string[] | undefined => {
  const list = text.split(';').flatMap((one) => one.trim() || []);
  return list.length > 0 ? list : undefined;
};
