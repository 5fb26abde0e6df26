import { LANGUAGES, type Language } from '../call/language.ts';
import { FAMILIES_OF_EXAMPLES } from './examples/likeness.ts';
import { parsePattern, PatternFault } from './pattern.ts';
import {
  ALERT_FAMILIES,
  RULE_SPEAKERS,
  SEVERITIES,
  TRIGGER_KINDS,
  type AlertRule,
  type Trigger,
  type TriggerKind,
} from './rule.ts';

/** A rule as stored in a record. Fields that are not set are undefined. */
export interface RuleRecord {
  readonly name: string;
  readonly label?: string;
  readonly family?: string;
  readonly severity?: string;
  readonly speaker?: string;
  readonly kind?: string;
  readonly language?: string;
  /** One a line; lines that begin with `#` are remarks. */
  readonly phrases?: string;
  readonly withinWords?: number;
  readonly seconds?: number;
  readonly percent?: number;
  readonly queues?: string;
  readonly stages?: string;
  readonly minimumAmount?: number;
  readonly perTeamAndHour?: number;
}

/** A fault in a record, and its field. */
export interface RuleFault {
  readonly rule: string;
  readonly field: keyof RuleRecord;
  readonly code:
    | 'missing'
    | 'unknown_value'
    | 'out_of_range'
    | 'unreadable_phrase'
    | 'needs_language';
  /** The record's own name of the field. */
  readonly recordField?: string;
  /** What cannot be read. */
  readonly value?: string;
}

const DEFAULT_WITHIN_WORDS = 3;
const MOST_WITHIN_WORDS = 20;
const MOST_SECONDS = 4 * 3600;
const NEEDS_SECONDS: ReadonlySet<TriggerKind> = new Set([
  'not_said',
  'talk_share',
  'monologue',
  'dead_air',
  'crosstalk',
  'call_length',
  'nobody_helps',
  'nobody_free',
]);
const NEEDS_PERCENT: ReadonlySet<TriggerKind> = new Set(['talk_share', 'sentiment']);
const NEEDS_PHRASES: ReadonlySet<TriggerKind> = new Set(['said', 'not_said']);

/** The rules of records, or every fault of each of them. */
export function readRules(records: readonly RuleRecord[]): {
  readonly rules: AlertRule[];
  readonly faults: RuleFault[];
} {
  const faults: RuleFault[] = [];
  const rules = records
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((record) => {
      const own: RuleFault[] = [];
      const rule = readRule(record, (field, code, value) =>
        own.push({ rule: record.name, field, code, ...(value !== undefined && { value }) }),
      );
      faults.push(...own);
      return own.length === 0 && rule ? [rule] : [];
    });
  return { rules, faults };
}

type Report = (field: keyof RuleRecord, code: RuleFault['code'], value?: string) => void;

function readRule(record: RuleRecord, report: Report): AlertRule | undefined {
  const family = oneOf(record.family, ALERT_FAMILIES, { field: 'family', report });
  const severity = oneOf(record.severity, SEVERITIES, { field: 'severity', report });
  const speaker = oneOf(record.speaker ?? 'either', RULE_SPEAKERS, { field: 'speaker', report });
  const language = record.language
    ? oneOf(record.language, LANGUAGES, { field: 'language', report })
    : undefined;
  const trigger = triggerOf(record, language, report);
  if (record.perTeamAndHour !== undefined && record.perTeamAndHour < 1)
    report('perTeamAndHour', 'out_of_range', String(record.perTeamAndHour));
  if (!family || !severity || !speaker || !trigger) return undefined;
  const [queueIds, stages] = [listOf(record.queues), listOf(record.stages)];
  return {
    name: record.name,
    label: record.label ?? record.name,
    family,
    severity,
    speaker,
    trigger,
    ...(language && { language }),
    ...(queueIds && { queueIds }),
    ...(stages && { stages }),
    ...(record.minimumAmount !== undefined && { minimumAmount: record.minimumAmount }),
    ...(record.perTeamAndHour !== undefined && { perTeamAndHour: record.perTeamAndHour }),
  };
}

function triggerOf(
  record: RuleRecord,
  language: Language | undefined,
  report: Report,
): Trigger | undefined {
  const kind = oneOf(record.kind, TRIGGER_KINDS, { field: 'kind', report });
  if (!kind) return undefined;
  const seconds = numberIn('seconds', NEEDS_SECONDS.has(kind), { least: 1, most: MOST_SECONDS });
  const percent = numberIn('percent', NEEDS_PERCENT.has(kind), { least: 1, most: 100 });
  const withinWords = record.withinWords ?? DEFAULT_WITHIN_WORDS;
  if (withinWords < 0 || withinWords > MOST_WITHIN_WORDS)
    report('withinWords', 'out_of_range', String(withinWords));
  const phrases = NEEDS_PHRASES.has(kind)
    ? phrasesOf(record, language, { kind, withinWords, report })
    : [];
  return { kind, phrases, withinWords, seconds, percent } as unknown as Trigger;

  function numberIn(
    field: 'seconds' | 'percent',
    isNeeded: boolean,
    { least, most }: { readonly least: number; readonly most: number },
  ): number | undefined {
    const value = record[field];
    if (!isNeeded) return undefined;
    if (value === undefined) report(field, 'missing');
    else if (value < least || value > most) report(field, 'out_of_range', String(value));
    return value;
  }
}

function phrasesOf(
  record: RuleRecord,
  language: Language | undefined,
  {
    kind,
    withinWords,
    report,
  }: { readonly kind: TriggerKind; readonly withinWords: number; readonly report: Report },
): string[] {
  if (!language) report('language', 'needs_language');
  const phrases = (record.phrases ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (phrases.every((phrase) => /^[!+]/.test(phrase))) report('phrases', 'missing');
  for (const phrase of language ? phrases : [])
    try {
      const { answer, examples } = parsePattern(phrase, language!, withinWords);
      // What has to be said is said without an answer, too.
      if ((answer || examples) && kind === 'not_said') throw new PatternFault(phrase);
      if (examples && !hasExamples(record.family)) throw new PatternFault(phrase);
    } catch (fault) {
      if (!(fault instanceof PatternFault)) throw fault;
      report('phrases', 'unreadable_phrase', fault.part);
    }
  return phrases;
}

const hasExamples = (family: string | undefined): boolean =>
  (FAMILIES_OF_EXAMPLES as readonly string[]).includes(family ?? '');

function oneOf<Value extends string>(
  value: string | undefined,
  known: readonly Value[],
  { field, report }: { readonly field: keyof RuleRecord; readonly report: Report },
): Value | undefined {
  if (value === undefined) report(field, 'missing');
  else if (!known.includes(value as Value)) report(field, 'unknown_value', value);
  else return value as Value;
  return undefined;
}

const listOf = (text: string | undefined): string[] | undefined => {
  const list = (text ?? '').split(';').flatMap((one) => one.trim() || []);
  return list.length > 0 ? list : undefined;
};
