import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const E164 = /^\+[1-9]\d{6,14}$/;
/** Whose people write North American numbers without the calling code. */
const AT_HOME_IN_NORTH_AMERICA = /-(US|CA)\b/;

/**
 * A number in E.164 as the reader writes it, like readableNumber of the components. Anything else
 * stays as it was written.
 */
export function readableNumber(number: string, locale = navigator.language): string {
  const known = E164.test(number) ? parsePhoneNumberFromString(number) : undefined;
  if (!known) return number;
  return known.countryCallingCode === '1' && AT_HOME_IN_NORTH_AMERICA.test(locale)
    ? known.formatNational()
    : known.formatInternational();
}
