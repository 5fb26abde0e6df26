import type { Language } from './strings.ts';

/** How a person reads times. */
export interface TimeReader {
  /** The language of the texts, by which times are written where the locale is not known. */
  readonly language: Language;
  /** The locale that the person has chosen in Salesforce, such as en-GB. */
  readonly locale?: string;
  /** The browser's if absent. */
  readonly timeZone?: string;
}

/** A time with seconds, from ms since 1970. */
export const exactTimeOf = (atMs: number, { language, locale, timeZone }: TimeReader): string =>
  new Intl.DateTimeFormat(locale ?? language, { timeStyle: 'medium', timeZone }).format(atMs);

/** A time from ISO 8601, to the minute. */
export const timeOf = (at: string, { language, locale, timeZone }: TimeReader): string =>
  new Intl.DateTimeFormat(locale ?? language, { timeStyle: 'short', timeZone }).format(
    new Date(at),
  );
