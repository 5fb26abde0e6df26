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

/**
 * The parts of a number in E.164, as digits: its country's code, what follows it, and what is dialed
 * within the country, with a leading zero where the plan has one.
 */
export function numberingOf(phone: string): {
  readonly code: string;
  readonly national: string;
  readonly withinCountry: string;
} {
  const number = parsePhoneNumberFromString(phone);
  if (!number) return { code: '', national: phone.slice(1), withinCountry: phone.slice(1) };
  return {
    code: number.countryCallingCode,
    national: number.nationalNumber,
    withinCountry: number.formatNational().replace(/\D/g, ''),
  };
}
