import { replacesRep, isHeardByCustomer, type Mode } from '../call/modes.ts';
import { SHIPPED_VOCABULARY } from './shipped.ts';
import {
  inBestLanguage,
  type Criterion,
  type Phrase,
  type Script,
  type ScriptKind,
  type Vocabulary,
} from './vocabulary.ts';

/** The scripts for a mode, in this order. */
const OPENING: readonly ScriptKind[] = [
  'introduction',
  'disclosure',
  'role_clarifying',
  'solidarity',
];
const CLOSING: readonly ScriptKind[] = ['hand_back'];

/**
 * The texts with which a supervisor begins to be heard in a mode; empty where the customer does not
 * hear them. `languages`: the customer's first, and those to fall back on.
 */
export const openingOf = (
  vocabulary: Vocabulary,
  mode: Mode,
  languages: readonly string[],
): string[] => (isHeardByCustomer(mode) ? textsOf(vocabulary, OPENING, { mode, languages }) : []);

/** The texts with which a supervisor hands the call back. */
export const closingOf = (
  vocabulary: Vocabulary,
  mode: Mode,
  languages: readonly string[],
): string[] => textsOf(vocabulary, CLOSING, { mode, languages });

const textsOf = (
  vocabulary: Vocabulary,
  kinds: readonly ScriptKind[],
  { mode, languages }: { readonly mode: Mode; readonly languages: readonly string[] },
): string[] =>
  kinds.flatMap((kind) => {
    const own = fitting(vocabulary.scripts, kind, mode);
    // An org that has written one has said what is shown, also by retiring it.
    const written = own.length > 0 ? own : fitting(SHIPPED_VOCABULARY.scripts, kind, mode);
    return inBestLanguage(written, languages).map(({ text }) => text);
  });

/**
 * Scripts for the mode itself, or else those for all modes. A takeover is announced to the
 * customer, not offered, so only scripts written for it can open it.
 */
function fitting(scripts: readonly Script[], kind: ScriptKind, mode: Mode): Script[] {
  const ofKind = scripts.filter((script) => script.kind === kind);
  const forMode = ofKind.filter((script) => script.mode === mode);
  if (forMode.length > 0 || (replacesRep(mode) && OPENING.includes(kind))) return forMode;
  return ofKind.filter((script) => script.mode === undefined);
}

/** Texts that a supervisor can send to the rep with a click, in the first language that has any. */
export const textsToWrite = ({ scripts }: Vocabulary, languages: readonly string[]): Script[] =>
  inBestLanguage(
    scripts.filter(({ kind }) => kind === 'text_whisper'),
    languages,
  );

/** The sentences to avoid, in the first of the languages that has any. */
export const phrasesIn = ({ phrases }: Vocabulary, languages: readonly string[]): Phrase[] =>
  inBestLanguage(phrases, languages);

/** The org's own words for what the rep reads of a mode; undefined where it has none. */
export function noticeTextFor(
  { notices }: Vocabulary,
  mode: Mode,
  languages: readonly string[],
): string | undefined {
  const visual = inBestLanguage(
    notices.filter(
      (notice) => notice.kind === 'visual' && (notice.mode === undefined || notice.mode === mode),
    ),
    languages,
  );
  return (visual.find((notice) => notice.mode === mode) ?? visual[0])?.text;
}

/** When to step in and when not to, in the first of the languages that has any. */
export const criteriaIn = ({ criteria }: Vocabulary, languages: readonly string[]): Criterion[] =>
  inBestLanguage(criteria, languages);

/** The text with the names that it has places for; other places stay. */
export const withPeople = (text: string, people: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => people[name] ?? place);
