import type { FaultWording } from '../call/faultWordings.ts';
import { LANGUAGES } from '../call/language.ts';
import { MODES, type Mode } from '../call/modes.ts';
import {
  languageTag,
  NOTICE_TEXT_KINDS,
  SCRIPT_KINDS,
  VERDICTS,
  type Criterion,
  type EntryStatus,
  type NoticeText,
  type Outcome,
  type Phrase,
  type Reason,
  type Script,
  type Vocabulary,
} from './vocabulary.ts';

/** The records of an org, by list; each has the name of its record and unread values. */
export type VocabularyRecords = Readonly<Record<keyof Vocabulary, readonly EntryRecord[]>>;

export interface EntryRecord {
  readonly name: string;
  readonly isActive: boolean;
  readonly order?: number;
  readonly values: Readonly<Record<string, unknown>>;
}

export type VocabularyFaultCode = 'too_long' | 'not_a_language' | 'unknown_reason' | 'lacks_place';

export interface VocabularyFault {
  readonly list: keyof Vocabulary;
  readonly record: string;
  readonly field: string;
  readonly code: VocabularyFaultCode | 'missing' | 'not_offered' | 'repeated';
  readonly wording: FaultWording;
  readonly values?: Readonly<Record<string, string>>;
}

/** As long as the fields of the records that codes and labels are written to. */
const MOST = { code: 40, family: 40, label: 80, text: 4_000 };
const AUDIENCES = [
  'rep',
  'customer',
  'everybody',
  'caller_welcome',
  'caller_next',
  'caller_rep_lost',
  'caller_on_hold',
  'caller_one_moment',
  'caller_message',
  'caller_closed_message',
  'caller_closed',
  'caller_thanks',
];
const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * Reads an org's words from its records and reports every fault. Retired entries are not checked,
 * because they cannot be chosen.
 */
export function readVocabulary(records: VocabularyRecords): {
  readonly vocabulary: Vocabulary;
  readonly faults: readonly VocabularyFault[];
} {
  const faults: VocabularyFault[] = [];
  const each = <Entry>(
    list: keyof Vocabulary,
    read: (record: EntryRecord, fields: FieldReader) => Entry,
  ): Entry[] =>
    records[list].toSorted(byOrder).map((record) =>
      read(
        record,
        fieldsOf(record, (field, code, wording, values) => {
          if (record.isActive)
            faults.push({
              list,
              record: record.name,
              field,
              code,
              wording,
              ...(values && { values }),
            });
        }),
      ),
    );

  const reasons = each('reasons', reasonOf);
  const codes = new Set(reasons.map(({ code }) => code));
  const vocabulary: Vocabulary = {
    reasons,
    outcomes: each('outcomes', outcomeOf),
    scripts: each('scripts', (record, fields) => scriptOf(record, fields, codes)),
    phrases: each('phrases', (record, fields) => phraseOf(record, fields, codes)),
    notices: each('notices', noticeOf),
    criteria: each('criteria', criterionOf),
  };
  return {
    vocabulary,
    faults: [
      ...faults,
      ...repeatedIn('reasons', vocabulary.reasons),
      ...repeatedIn('outcomes', vocabulary.outcomes),
    ],
  };
}

const byOrder = (a: EntryRecord, b: EntryRecord): number =>
  (a.order ?? Infinity) - (b.order ?? Infinity) || (a.name < b.name ? -1 : 1);

const statusOf = ({ isActive }: EntryRecord): EntryStatus => (isActive ? 'active' : 'retired');

function choiceOf(record: EntryRecord, { text, labels }: FieldReader) {
  const inLanguages = labels();
  return {
    code: text('code', MOST.code),
    status: statusOf(record),
    label: text('label', MOST.label),
    ...(Object.keys(inLanguages).length > 0 && { labels: inLanguages }),
  };
}

const reasonOf = (record: EntryRecord, fields: FieldReader): Reason => ({
  ...choiceOf(record, fields),
  family: fields.text('family', MOST.family) || 'other',
  noteRequired: fields.flag('noteRequired'),
});

const outcomeOf = (record: EntryRecord, fields: FieldReader): Outcome => ({
  ...choiceOf(record, fields),
  countsAsSaved: fields.flag('countsAsSaved'),
});

const writtenOf = (record: EntryRecord, { language }: FieldReader) => ({
  name: record.name,
  status: statusOf(record),
  language: language(),
});

function scriptOf(record: EntryRecord, fields: FieldReader, codes: ReadonlySet<string>): Script {
  const reasons = reasonsOf(fields, codes);
  return {
    ...writtenOf(record, fields),
    kind: fields.oneOf('kind', SCRIPT_KINDS),
    ...modeOf(fields),
    ...(reasons.length > 0 && { reasons }),
    text: fields.text('text', MOST.text),
  };
}

/** The reasons that an entry is for, by their codes. */
function reasonsOf(fields: FieldReader, codes: ReadonlySet<string>): string[] {
  const reasons = fields
    .optionalText('reasons')
    .split(/[;,\s]+/)
    .filter(Boolean);
  for (const code of reasons)
    // Without reasons of its own an org has the shipped ones, which are not looked at here.
    if (codes.size > 0 && !codes.has(code))
      fields.report('reasons', 'unknown_reason', 'unknown_reason', { value: quoted(code) });
  return reasons;
}

function phraseOf(record: EntryRecord, fields: FieldReader, codes: ReadonlySet<string>): Phrase {
  const why = fields.optionalText('why');
  return {
    ...writtenOf(record, fields),
    avoid: fields.text('avoid', MOST.text),
    instead: fields.text('instead', MOST.text),
    ...(why && { why }),
    reasons: reasonsOf(fields, codes),
  };
}

function noticeOf(record: EntryRecord, fields: FieldReader): NoticeText {
  const kind = fields.oneOf('kind', NOTICE_TEXT_KINDS);
  const notice = {
    name: record.name,
    status: statusOf(record),
    kind,
    audience: fields.oneOf('audience', AUDIENCES),
    ...modeOf(fields),
    language: kind === 'tone' ? fields.optionalText('language') : fields.language(),
    text: kind === 'tone' ? fields.optionalText('text') : fields.text('text', MOST.text),
  };
  if (
    (kind === 'spoken' || kind === 'voicemail') &&
    !LANGUAGES.some((one) => one === notice.language)
  )
    fields.report('language', 'not_offered', 'not_spoken', {
      value: quoted(notice.language),
      offered: LANGUAGES.join(', '),
    });
  if (kind === 'visual')
    for (const place of ['{supervisor}', ...('mode' in notice ? [] : ['{mode}'])])
      if (!notice.text.includes(place))
        fields.report('text', 'lacks_place', 'lacks_place', { value: place });
  return notice;
}

const criterionOf = (record: EntryRecord, fields: FieldReader): Criterion => ({
  ...writtenOf(record, fields),
  verdict: fields.oneOf('verdict', VERDICTS),
  text: fields.text('text', MOST.text),
});

function modeOf(fields: FieldReader): { readonly mode?: Mode } {
  const written = fields.optionalText('mode').toLowerCase();
  return written ? { mode: fields.oneOf('mode', MODES, written) } : {};
}

/** Codes differ by more than case, and what can be chosen by more than its code. */
function repeatedIn(
  list: 'reasons' | 'outcomes',
  choices: readonly (Reason | Outcome)[],
): VocabularyFault[] {
  const faults: VocabularyFault[] = [];
  const codes = new Set<string>();
  const labels = new Set<string>();
  for (const { code, label, status } of choices) {
    const fault = { list, record: code, code: 'repeated' as const };
    if (codes.has(code.toLowerCase()))
      faults.push({
        ...fault,
        field: 'code',
        wording: 'code_repeated',
        values: { value: quoted(code) },
      });
    codes.add(code.toLowerCase());
    if (status !== 'active' || label === '') continue;
    if (labels.has(label.toLowerCase()))
      faults.push({
        ...fault,
        field: 'label',
        wording: 'label_repeated',
        values: { value: quoted(label) },
      });
    labels.add(label.toLowerCase());
  }
  return faults;
}

type Report = (
  field: string,
  code: VocabularyFault['code'],
  wording: FaultWording,
  values?: VocabularyFault['values'],
) => void;
type FieldReader = ReturnType<typeof fieldsOf>;

/** Reads the values of a record, and reports what is wrong with them. */
function fieldsOf({ values }: EntryRecord, report: Report) {
  const optionalText = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value.trim() : '';
  };

  function text(field: string, most: number): string {
    const value = optionalText(field);
    if (value === '') report(field, 'missing', 'missing');
    checkLength(field, value, most);
    return value;
  }

  function checkLength(field: string, value: string, most: number): void {
    if (value.length > most)
      report(field, 'too_long', 'too_long', {
        value: quoted(value.length > MOST.label ? `${value.slice(0, MOST.label)}…` : value),
        length: String(value.length),
        most: String(most),
      });
  }

  function tagOf(field: string, written: string): string {
    const tag = languageTag(written);
    if (tag === undefined) report(field, 'missing', 'missing');
    else if (!isLanguage(tag))
      report(field, 'not_a_language', 'not_language', { value: quoted(written) });
    return tag ?? '';
  }

  return {
    report,
    text,
    optionalText,
    flag: (field: string): boolean => values[field] === true,
    language: (): string => tagOf('language', optionalText('language')),
    oneOf<Value extends string>(
      field: string,
      offered: readonly Value[],
      written = optionalText(field),
    ): Value {
      if (written === '') report(field, 'missing', 'missing');
      else if (!offered.some((one) => one === written))
        report(field, 'not_offered', 'not_offered', {
          value: quoted(written),
          offered: offered.join(', '),
        });
      return written as Value;
    },
    /**
     * German has its own field; the other languages are listed one per line, such as "fr: Litige".
     */
    labels(): Record<string, string> {
      const german = optionalText('germanLabel');
      const labels: Record<string, string> = german ? { de: german } : {};
      for (const line of optionalText('labels').split('\n')) {
        if (line.trim() === '') continue;
        const [, language, label] = /^\s*([A-Za-z]+(?:[-_][A-Za-z]+)?)\s*[:=]\s*(\S.*?)\s*$/.exec(
          line,
        ) ?? [undefined, undefined, undefined];
        if (!language || !label) {
          report('labels', 'not_a_language', 'not_labels', { value: quoted(line.trim()) });
          continue;
        }
        checkLength('labels', label, MOST.label);
        labels[tagOf('labels', language)] = label;
      }
      return labels;
    },
  };
}

function isLanguage(tag: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Z]{2,4})?$/.test(tag)) return false;
  try {
    return LANGUAGE_NAMES.of(tag.split('-')[0]!) !== undefined;
  } catch {
    return false;
  }
}

const quoted = (value: string): string => `"${value}"`;
