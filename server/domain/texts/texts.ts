import { LANGUAGES, type Language } from '../call/language.ts';
import { de } from './de/de.ts';
import { en } from './en/en.ts';
import type { Texts } from './types.ts';

/** One catalogue per language. A text that one of them lacks does not compile. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en, de };

/**
 * The language of a locale, such as de, de_AT or en-US; English where there is none or it is not
 * offered.
 */
export const languageOf = (locale: string | undefined): Language =>
  LANGUAGES.find((one) => one === locale?.slice(0, 2).toLowerCase()) ?? 'en';

/** The locale by which Intl writes numbers, dates and lists in a language. */
export const INTL_LOCALE: Readonly<Record<Language, string>> = { en: 'en-US', de: 'de-DE' };

/** The text with its {places} filled. */
export const fill = (
  text: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** "a, b, and c". */
export const listed = (
  words: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => new Intl.ListFormat(INTL_LOCALE[language], { style: 'long', type }).format(words);

/** A day such as 2026-12-01 as people write it: "Dec 1, 2026". */
export const dateText = (day: string, language: Language): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? new Intl.DateTimeFormat(INTL_LOCALE[language], {
        dateStyle: 'medium',
        timeZone: 'UTC',
      }).format(new Date(`${day}T00:00:00Z`))
    : day;
