import {
  getCountries,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

/** Whether this is a country (ISO 3166) with a numbering plan. */
export const isCountry = (code: string): boolean => isSupportedCountry(code);

/** The country of a number in E.164, also of a toll-free one; undefined where it has none. */
export const countryOfNumber = (phone: string): string | undefined =>
  parsePhoneNumberFromString(phone)?.country;

const NAMED: ReadonlyMap<string, string> = new Map(
  ['en', 'de'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return getCountries().map((country): [string, string] => [
      (names.of(country) ?? country).toLowerCase(),
      country,
    ]);
  }),
);

/** The country with this name in English or German. */
export const countryNamed = (name: string): string | undefined =>
  NAMED.get(name.trim().toLowerCase());

/** How a number in E.164 is written in its own country and from abroad, as its plan groups it. */
export function formatsOf(phone: string): readonly string[] {
  const number = parsePhoneNumberFromString(phone);
  return number ? [number.formatInternational(), number.formatNational()] : [];
}
