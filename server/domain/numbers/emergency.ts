import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { EMERGENCY_NUMBERS_OF } from './tables.ts';

/** What phones take for an emergency number in every country. */
const EVERYWHERE = ['112', '911', '999'];
const OF_ANY_COUNTRY = new Set([...EVERYWHERE, ...[...EMERGENCY_NUMBERS_OF.values()].flat()]);
/** Beside each country code, what is an emergency number after it: +1 911, +49 112. */
const AFTER_COUNTRY_CODE = new Set(
  getCountries().flatMap((country) =>
    [...EVERYWHERE, ...(EMERGENCY_NUMBERS_OF.get(country) ?? [])].map(
      (number) => `${getCountryCallingCode(country)}${number}`,
    ),
  ),
);
/** How the plus is dialed: in most countries, in North America, in Japan, in Australia. */
const INTERNATIONAL_PREFIX = /^(00|011|010|0011)/;

/** Whether these digits ask for the police, the fire brigade or an ambulance of any country. */
export function isEmergencyNumber(digits: string): boolean {
  return (
    OF_ANY_COUNTRY.has(digits) ||
    AFTER_COUNTRY_CODE.has(digits) ||
    AFTER_COUNTRY_CODE.has(digits.replace(INTERNATIONAL_PREFIX, ''))
  );
}
