import type { Mode } from '../call/modes.ts';
import type { OutcomeCode, ReasonCode } from '../call/reasons.ts';

/**
 * The words of an org for interventions, from its records: what people choose from, and what is
 * said to customers, reps and supervisors.
 */
export interface Vocabulary {
  readonly reasons: readonly Reason[];
  readonly outcomes: readonly Outcome[];
  readonly scripts: readonly Script[];
  readonly phrases: readonly Phrase[];
  readonly notices: readonly NoticeText[];
  readonly criteria: readonly Criterion[];
}

/**
 * `retired`: cannot be chosen or is not shown any more. `gone`: its record was deleted; the entry
 * is kept so that what it was given to stays readable.
 */
export type EntryStatus = 'active' | 'retired' | 'gone';

/** An option that people choose, with its code. */
interface Choice {
  readonly code: string;
  readonly status: EntryStatus;
  /** For readers of a language that `labels` lacks. */
  readonly label: string;
  /** By language, such as de or pt-BR. */
  readonly labels?: Readonly<Record<string, string>>;
}

export interface Reason extends Choice {
  readonly code: ReasonCode;
  readonly family: string;
  readonly noteRequired: boolean;
}

export interface Outcome extends Choice {
  readonly code: OutcomeCode;
  readonly countsAsSaved: boolean;
}

/** A text in one language, with the name of its record. */
interface Written {
  readonly name: string;
  readonly status: EntryStatus;
  /** Such as de or pt-BR. */
  readonly language: string;
}

export const SCRIPT_KINDS = [
  'introduction',
  'role_clarifying',
  'solidarity',
  'hand_back',
  'disclosure',
  'text_whisper',
] as const;
export type ScriptKind = (typeof SCRIPT_KINDS)[number];

/**
 * A script for the customer, or a text for the rep; `{supervisor}`, `{rep}` and `{customer}` are
 * names.
 */
export interface Script extends Written {
  readonly kind: ScriptKind;
  /** The mode it is for; absent for all that it fits. */
  readonly mode?: Mode;
  /** The reasons that a text whisper is for; absent for all. */
  readonly reasons?: readonly ReasonCode[];
  readonly text: string;
}

/** A sentence that undermines the rep, and what to say instead (D12). */
export interface Phrase extends Written {
  readonly avoid: string;
  readonly instead: string;
  readonly why?: string;
  /** The reasons that it is for; empty for all. */
  readonly reasons: readonly ReasonCode[];
}

export const NOTICE_TEXT_KINDS = ['visual', 'spoken', 'tone', 'voicemail'] as const;

/** A phrase about a supervisor on a call; of kind `voicemail`, a rep's message on a machine. */
export interface NoticeText extends Written {
  readonly kind: (typeof NOTICE_TEXT_KINDS)[number];
  readonly audience: string;
  readonly mode?: Mode;
  readonly text: string;
}

export const VERDICTS = ['barge', 'do_not_barge'] as const;

/** When to step in, and when not to (R11, R15). */
export interface Criterion extends Written {
  readonly verdict: (typeof VERDICTS)[number];
  readonly text: string;
}

/** Those that can be chosen. */
export const offered = <Entry extends { readonly status: EntryStatus }>(
  entries: readonly Entry[],
): Entry[] => entries.filter(({ status }) => status === 'active');

/** The reason with this code, also one that is retired or gone; undefined for an unknown code. */
export const reasonOf = ({ reasons }: Vocabulary, code: ReasonCode): Reason | undefined =>
  reasons.find((reason) => reason.code === code);

/** The outcome with this code, also one that is retired or gone; undefined for an unknown code. */
export const outcomeOf = ({ outcomes }: Vocabulary, code: OutcomeCode): Outcome | undefined =>
  outcomes.find((outcome) => outcome.code === code);

/**
 * The label of a code in a language or, without a translation, in the org's own words. A code that
 * the org never had is turned into words, such as "Close assist".
 */
export function labelIn(choices: readonly Choice[], code: string, language?: string): string {
  const choice = choices.find((one) => one.code === code);
  if (!choice) return spelled(code);
  const { label, labels = {} } = choice;
  const found = bestLanguage(Object.keys(labels), language ? [language] : []);
  return found === undefined ? label : labels[found]!;
}

/** "close_assist" as "Close assist". */
export const spelled = (code: string): string => {
  const words = code.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A locale such as pt_BR or de-AT as a language of a vocabulary: pt-BR, de-AT. */
export function languageTag(locale: string | undefined): string | undefined {
  const [language, region] = locale?.split(/[-_]/) ?? [];
  if (!language) return undefined;
  return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : language.toLowerCase();
}

const baseOf = (language: string): string => language.split('-')[0]!;

/** The first of the wanted languages that is there: exactly, without the region, or in any region. */
function bestLanguage(there: readonly string[], wanted: readonly string[]): string | undefined {
  for (const one of wanted.flatMap((locale) => languageTag(locale) ?? [])) {
    const found =
      there.find((language) => languageTag(language) === one) ??
      there.find((language) => languageTag(language) === baseOf(one)) ??
      there.find((language) => baseOf(languageTag(language)!) === baseOf(one));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The active ones in the first of the languages that has any. */
export function inBestLanguage<Entry extends Written>(
  entries: readonly Entry[],
  languages: readonly string[],
): Entry[] {
  const active = offered(entries);
  const language = bestLanguage([...new Set(active.map((entry) => entry.language))], languages);
  return active.filter((entry) => entry.language === language);
}
