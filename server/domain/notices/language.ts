import {
  LANGUAGES,
  LANGUAGE_SOURCES,
  type Language,
  type LanguageSource,
  type SpokenLanguage,
} from '../call/language.ts';
import type { Place } from '../call/people.ts';

/**
 * The most common language of a country (ISO 639). If there are several, the administrator's record
 * decides.
 */
const SPOKEN_IN: Readonly<Record<string, string>> = {
  US: 'en',
  GB: 'en',
  IE: 'en',
  CA: 'en',
  AU: 'en',
  NZ: 'en',
  IN: 'en',
  ZA: 'en',
  SG: 'en',
  MT: 'en',
  DE: 'de',
  AT: 'de',
  CH: 'de',
  LI: 'de',
  FR: 'fr',
  BE: 'fr',
  LU: 'fr',
  IT: 'it',
  ES: 'es',
  MX: 'es',
  PT: 'pt',
  BR: 'pt',
  NL: 'nl',
  PL: 'pl',
  RO: 'ro',
  HU: 'hu',
  CZ: 'cs',
  SK: 'sk',
  SI: 'sl',
  HR: 'hr',
  BG: 'bg',
  GR: 'el',
  CY: 'el',
  DK: 'da',
  SE: 'sv',
  NO: 'no',
  FI: 'fi',
  EE: 'et',
  LT: 'lt',
  LV: 'lv',
  IS: 'is',
  JP: 'ja',
  KR: 'ko',
  CN: 'zh',
  TW: 'zh',
  TR: 'tr',
  IL: 'he',
};

/** An org's record of the language of a place. */
export interface PlaceLanguage {
  readonly country: string;
  readonly region?: string;
  readonly language: string;
}

export interface LanguageHints {
  readonly customerAddress?: Place;
  readonly customerNumber?: Place;
  /** The locale in the rep's user record, such as de or en_US. */
  readonly rep?: string;
  /** The org's default language. */
  readonly org?: string;
  readonly records?: readonly PlaceLanguage[];
}

/**
 * The first source that has a language decides. A language without texts is replaced by the org's
 * default, and noted as `wanted`.
 */
export function chooseLanguage({
  customerAddress,
  customerNumber,
  rep,
  org,
  records = [],
}: LanguageHints): SpokenLanguage {
  const otherwise = supportedLanguage(org) ?? 'en';
  const known: Record<LanguageSource, string | undefined> = {
    customer_address: spokenIn(customerAddress, records),
    customer_number: spokenIn(customerNumber, records),
    rep: languageCodeOf(rep),
    org: otherwise,
  };
  const because = LANGUAGE_SOURCES.find((source) => known[source] !== undefined)!;
  const code = supportedLanguage(known[because]);
  return {
    code: code ?? otherwise,
    because,
    ...(!code && { wanted: known[because] }),
    toRep: supportedLanguage(rep) ?? otherwise,
  };
}

function spokenIn(place: Place | undefined, records: readonly PlaceLanguage[]): string | undefined {
  if (!place) return undefined;
  const ofCountry = records.filter(({ country }) => country === place.country);
  return (
    (
      ofCountry.find(({ region }) => region !== undefined && region === place.region) ??
      ofCountry.find(({ region }) => region === undefined)
    )?.language ?? SPOKEN_IN[place.country]
  );
}

const languageCodeOf = (locale: string | undefined): string | undefined =>
  locale?.slice(0, 2).toLowerCase() || undefined;
const supportedLanguage = (locale: string | undefined): Language | undefined =>
  LANGUAGES.find((one) => one === languageCodeOf(locale));
