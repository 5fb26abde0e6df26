import type { Language } from './strings.ts';

/** A time with seconds, from ms since 1970, in the browser's time zone unless one is given. */
export const exactTimeOf = (atMs: number, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'medium', timeZone }).format(atMs);

/** A time from ISO 8601, to the minute. */
export const timeOf = (at: string, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(new Date(at));
