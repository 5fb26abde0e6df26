import {
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type NumberType,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { isEmergencyNumber } from './emergency.ts';

/** What a number is for, as its numbering plan says. `ordinary`: landlines and mobiles. */
export type NumberKind =
  | 'ordinary'
  | 'toll_free'
  | 'premium'
  | 'shared_cost'
  | 'personal'
  | 'satellite'
  | 'international'
  | 'special';

/** Which rule of numbering plans a number breaks. */
type NumberFault = 'not_a_number' | 'too_short' | 'too_long' | 'country_code' | 'not_in_use';

/** What was dialed, read as a phone number. */
export type ReadNumber =
  | { readonly status: 'emergency' }
  | { readonly status: 'faulty'; readonly fault: NumberFault }
  | {
      readonly status: 'read';
      /** E.164. */
      readonly number: string;
      readonly kind: NumberKind;
      /** ISO 3166. Satellite and international numbers belong to none. */
      readonly country?: string;
    };

/**
 * Calling codes of no country, by what they are. Looked at before validity, so that an
 * unregistered number is named for what it costs. https://www.itu.int/pub/T-SP-E.164D
 */
const CODES_OF_NO_COUNTRY: readonly (readonly [RegExp, NumberKind])[] = [
  [/^\+(870|881)/, 'satellite'],
  [/^\+979/, 'premium'],
  [/^\+808/, 'shared_cost'],
  [/^\+878/, 'personal'],
  [/^\+(800|882|883|888)/, 'international'],
];
/** Area code 900 and 976, and the exchange 976 that sells premium services in many area codes. */
const NORTH_AMERICAN_PREMIUM = /^\+1(900|976|[2-9]\d\d976)\d/;

const KINDS: Readonly<Record<Exclude<NumberType, undefined>, NumberKind>> = {
  FIXED_LINE: 'ordinary',
  MOBILE: 'ordinary',
  FIXED_LINE_OR_MOBILE: 'ordinary',
  VOIP: 'ordinary',
  UAN: 'ordinary',
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'shared_cost',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'special',
  VOICEMAIL: 'special',
};

/**
 * Reads a number as people write it. `homeCountry` (ISO 3166) is the country of a number without a
 * country code.
 */
export function readNumber(written: string, homeCountry: string): ReadNumber {
  const digits = written.replace(/\D/g, '');
  if (isEmergencyNumber(digits)) return { status: 'emergency' };
  const home = homeCountry as CountryCode;
  const phone = parsePhoneNumberFromString(written, { defaultCountry: home, extract: false });
  const number = phone?.number ?? `+${digits}`;
  const [, range] = CODES_OF_NO_COUNTRY.find(([codes]) => codes.test(number)) ?? [];
  if (range) return { status: 'read', number, kind: range };
  if (NORTH_AMERICAN_PREMIUM.test(number))
    return { status: 'read', number, kind: 'premium', country: 'US' };
  if (!phone?.isValid()) return { status: 'faulty', fault: faultOf(written, home) };
  return { status: 'read', number, kind: kindOf(phone), country: phone.country };
}

const kindOf = (phone: PhoneNumber): NumberKind => {
  const type = phone.getType();
  return type ? KINDS[type] : 'special';
};

function faultOf(written: string, home: CountryCode): NumberFault {
  switch (validatePhoneNumberLength(written, home)) {
    case 'NOT_A_NUMBER':
      return 'not_a_number';
    case 'TOO_SHORT':
      return 'too_short';
    case 'TOO_LONG':
      return 'too_long';
    case 'INVALID_COUNTRY':
      return 'country_code';
    case 'INVALID_LENGTH':
    case undefined:
      return 'not_in_use';
  }
}
