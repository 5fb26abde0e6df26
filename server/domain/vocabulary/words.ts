import type { Language } from '../call/language.ts';
import type { Mode } from '../call/modes.ts';
import { fill, INTL_LOCALE, TEXTS } from '../texts/texts.ts';
import { labelIn, spelled, type EntryStatus, type Vocabulary } from './vocabulary.ts';

/** An entry as administrators read it. */
interface EntryInWords {
  /** Its code, or the name of its record. */
  readonly name: string;
  readonly text: string;
  /** Its properties, such as family, language or mode. */
  readonly facts: readonly string[];
  readonly status: EntryStatus;
  /** A note on its status; absent if it is in use. */
  readonly mark?: string;
}

export interface ListInWords {
  readonly list: keyof Vocabulary;
  readonly title: string;
  readonly entries: readonly EntryInWords[];
}

/** The words of a policy, list by list, in the reader's language. */
export function vocabularyWords(vocabulary: Vocabulary, language: Language): ListInWords[] {
  const texts = TEXTS[language].vocabulary;
  const { reasons, outcomes, scripts, phrases, notices, criteria } = vocabulary;
  const languages = new Intl.DisplayNames(INTL_LOCALE[language], { type: 'language' });
  const languageName = (tag: string): string[] => (tag === '' ? [] : [languages.of(tag) ?? tag]);
  const modeName = (mode: Mode | undefined): string[] =>
    mode ? [TEXTS[language].modes[mode]] : [];
  const marked = <Entry extends { readonly status: EntryStatus }>({ status }: Entry) => ({
    status,
    ...(status !== 'active' && { mark: texts.status[status] }),
  });
  const translated = (labels: Readonly<Record<string, string>> = {}): string[] =>
    Object.entries(labels).map(([tag, label]) =>
      fill(texts.labelIn, { language: languageName(tag)[0], label }),
    );
  const list = (name: keyof Vocabulary, entries: readonly EntryInWords[]): ListInWords => ({
    list: name,
    title: texts.lists[name],
    entries,
  });
  return [
    list(
      'reasons',
      reasons.map((reason) => ({
        name: reason.code,
        text: reason.label,
        facts: [
          TEXTS[language].reasonFamilies[reason.family] ?? spelled(reason.family),
          ...(reason.noteRequired ? [texts.noteRequired] : []),
          ...translated(reason.labels),
        ],
        ...marked(reason),
      })),
    ),
    list(
      'outcomes',
      outcomes.map((outcome) => ({
        name: outcome.code,
        text: outcome.label,
        facts: [
          outcome.countsAsSaved ? texts.countsAsSaved : texts.notSaved,
          ...translated(outcome.labels),
        ],
        ...marked(outcome),
      })),
    ),
    list(
      'scripts',
      scripts.map((script) => ({
        name: script.name,
        text: script.text,
        facts: [
          texts.scripts[script.kind],
          ...modeName(script.mode),
          ...languageName(script.language),
        ],
        ...marked(script),
      })),
    ),
    list(
      'phrases',
      phrases.map((phrase) => ({
        name: phrase.name,
        text: fill(texts.phrase, { instead: phrase.instead, avoid: phrase.avoid }),
        facts: [
          ...languageName(phrase.language),
          ...phrase.reasons.map((code) => labelIn(reasons, code, language)),
        ],
        ...marked(phrase),
      })),
    ),
    list(
      'notices',
      notices.map((notice) => ({
        name: notice.name,
        text: notice.text,
        facts: [
          texts.noticeKinds[notice.kind],
          texts.audiences[notice.audience] ?? spelled(notice.audience),
          ...modeName(notice.mode),
          ...languageName(notice.language),
        ],
        ...marked(notice),
      })),
    ),
    list(
      'criteria',
      criteria.map((criterion) => ({
        name: criterion.name,
        text: criterion.text,
        facts: [texts.verdicts[criterion.verdict], ...languageName(criterion.language)],
        ...marked(criterion),
      })),
    ),
  ];
}
