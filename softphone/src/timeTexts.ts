import type { Language } from './strings.ts';

/** A time with seconds, in ms since 1970; without a time zone, the browser's. */
export const exactTimeOf = (atMs: number, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'medium', timeZone }).format(atMs);

/** A time as ISO 8601, to the minute. */
export const timeOf = (at: string, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(new Date(at));
