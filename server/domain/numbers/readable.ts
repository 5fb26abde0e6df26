import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';

const E164 = /^\+[1-9]\d{6,14}$/;
const NORTH_AMERICA = '1';

/**
 * A number in E.164 as people read it: "(512) 555-0142" where it and the reader's country are in
 * North America's plan, and otherwise the international form, "+49 30 901820". Anything else stays
 * as it is.
 */
export function readableNumber(phone: string, readersCountry?: string): string {
  const number = E164.test(phone) ? parsePhoneNumberFromString(phone) : undefined;
  if (!number) return phone;
  return number.countryCallingCode === NORTH_AMERICA && isNorthAmerican(readersCountry)
    ? number.formatNational()
    : number.formatInternational();
}

const isNorthAmerican = (country?: string): boolean =>
  country !== undefined &&
  isSupportedCountry(country) &&
  getCountryCallingCode(country) === NORTH_AMERICA;
