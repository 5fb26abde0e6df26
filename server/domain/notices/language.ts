import { LANGUAGES, type Language } from '../texts/language.ts';
import type { Place } from '../consent/places.ts';

/** In what Dealside speaks on a call, and what decided it. */
export interface SpokenLanguage {
  /** To the customer, and to everyone. */
  readonly code: Language;
  readonly because: LanguageSource;
  /** What would have been right, and has no texts. */
  readonly wanted?: string;
  /** To the rep alone. */
  readonly toRep: Language;
}

/** What tells the language, in the order in which it is believed. */
export const LANGUAGE_SOURCES = ['customer_address', 'customer_number', 'rep', 'org'] as const;
export type LanguageSource = (typeof LANGUAGE_SOURCES)[number];

/** ISO 639 of what most people of a place are spoken to in; where several are, the admin's record says which. */
const SPOKEN_IN: Readonly<Record<string, string>> = {
  US: 'en', GB: 'en', IE: 'en', CA: 'en', AU: 'en', NZ: 'en', IN: 'en', ZA: 'en', SG: 'en', MT: 'en',
  DE: 'de', AT: 'de', CH: 'de', LI: 'de',
  FR: 'fr', BE: 'fr', LU: 'fr', IT: 'it', ES: 'es', MX: 'es', PT: 'pt', BR: 'pt', NL: 'nl', PL: 'pl', RO: 'ro', HU: 'hu', CZ: 'cs', SK: 'sk', SI: 'sl', HR: 'hr',
  BG: 'bg', GR: 'el', CY: 'el', DK: 'da', SE: 'sv', NO: 'no', FI: 'fi', EE: 'et', LT: 'lt', LV: 'lv', IS: 'is', JP: 'ja', KR: 'ko', CN: 'zh', TW: 'zh', TR: 'tr', IL: 'he',
};

/** How an org's records say that people of a place are spoken to. */
export interface PlaceLanguage { readonly country: string; readonly region?: string; readonly language: string }

export interface LanguageHints {
  readonly customerAddress?: Place;
  readonly customerNumber?: Place;
  /** Of the rep's user record, such as de or en_US. */
  readonly rep?: string;
  /** The org's default. */
  readonly org?: string;
  readonly records?: readonly PlaceLanguage[];
}

/** The first source that tells a language decides; one without texts falls back to the org's default, and that is kept. */
export function chooseLanguage({ customerAddress, customerNumber, rep, org, records = [] }: LanguageHints): SpokenLanguage {
  const otherwise = supportedLanguage(org) ?? 'en';
  const told: Record<LanguageSource, string | undefined> = { customer_address: spokenIn(customerAddress, records), customer_number: spokenIn(customerNumber, records), rep: languageCodeOf(rep), org: otherwise };
  const because = LANGUAGE_SOURCES.find((source) => told[source] !== undefined)!;
  const code = supportedLanguage(told[because]);
  return { code: code ?? otherwise, because, ...(!code && { wanted: told[because] }), toRep: supportedLanguage(rep) ?? otherwise };
}

function spokenIn(place: Place | undefined, records: readonly PlaceLanguage[]): string | undefined {
  if (!place) return undefined;
  const ofCountry = records.filter(({ country }) => country === place.country);
  return (ofCountry.find(({ region }) => region !== undefined && region === place.region) ?? ofCountry.find(({ region }) => region === undefined))?.language ?? SPOKEN_IN[place.country];
}

const languageCodeOf = (locale: string | undefined): string | undefined => locale?.slice(0, 2).toLowerCase() || undefined;
const supportedLanguage = (locale: string | undefined): Language | undefined => LANGUAGES.find((one) => one === languageCodeOf(locale));
