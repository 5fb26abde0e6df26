/** The languages in which Dealside writes and speaks. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of announcements on a call, and what decided it. */
export interface SpokenLanguage {
  /** The language of announcements to the customer and to everyone. */
  readonly code: Language;
  readonly because: LanguageSource;
  /** The preferred language, if there are no texts in it. */
  readonly wanted?: string;
  /** The language of announcements to the rep alone. */
  readonly toRep: Language;
}

/** The inputs that determine the language, in order of priority. */
export const LANGUAGE_SOURCES = ['customer_address', 'customer_number', 'rep', 'org'] as const;
export type LanguageSource = (typeof LANGUAGE_SOURCES)[number];
