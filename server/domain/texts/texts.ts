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

/** How a person reads: the language of texts, and the locale in which times and numbers are written. */
interface Formats {
  readonly language: Language;
  /** Such as en-GB. */
  readonly formats: string;
}

/** A language alone stands for its most usual formats. */
export type Reader = Language | Formats;

/** How this person reads, by the language and the region that they have chosen in the CRM. */
export function readerOf({
  locale,
  region,
}: {
  readonly locale?: string | undefined;
  readonly region?: string | undefined;
}): Reader {
  const language = languageOf(locale);
  return region ? { language, formats: `${language}-${region}` } : language;
}

export const languageIn = (reader: Reader): Language =>
  typeof reader === 'string' ? reader : reader.language;

/** The locale by which Intl writes times and numbers for this reader. */
export const formatsIn = (reader: Reader): string =>
  typeof reader === 'string' ? INTL_LOCALE[reader] : reader.formats;

/** The text with its {places} filled. */
export const fill = (
  text: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** "a, b, and c". */
export const listed = (
  words: readonly string[],
  reader: Reader,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string =>
  new Intl.ListFormat(INTL_LOCALE[languageIn(reader)], { style: 'long', type }).format(words);

/** A day such as 2026-12-01 as people write it: "Dec 1, 2026". */
export const dateText = (day: string, reader: Reader): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? new Intl.DateTimeFormat(formatsIn(reader), {
        dateStyle: 'medium',
        timeZone: 'UTC',
      }).format(new Date(`${day}T00:00:00Z`))
    : day;
