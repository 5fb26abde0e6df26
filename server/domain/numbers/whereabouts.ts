import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { Place } from '../call/people.ts';
import { STATE_OF_AREA_CODE, ZONES_OF_PREFIX } from './tables.ts';

/** Where a number says that its owner is. People keep numbers when they move. */
export type NumberPlace =
  | { readonly status: 'known'; readonly place: Place }
  /** It belongs to a place, and no table knows which: the strictest law of any place may apply. */
  | { readonly status: 'unknown' }
  /** Such numbers belong to no place: toll-free and personal numbers. */
  | { readonly status: 'of_no_place' };

const OF_NO_PLACE = new Set([
  'TOLL_FREE',
  'PERSONAL_NUMBER',
  'PREMIUM_RATE',
  'SHARED_COST',
  'VOIP',
]);

/** Where a number in E.164 belongs: the country, and in the US and Canada the state or province. */
export function whereaboutsOfNumber(phone: string): NumberPlace {
  const number = parsePhoneNumberFromString(phone);
  if (!number) return { status: 'unknown' };
  if (number.isNonGeographic()) return { status: 'of_no_place' };
  const isNorthAmerican = number.countryCallingCode === '1';
  if (isNorthAmerican && OF_NO_PLACE.has(number.getType() ?? '')) return { status: 'of_no_place' };
  const [country, region] =
    (isNorthAmerican && STATE_OF_AREA_CODE.get(number.nationalNumber.slice(0, 3))?.split('-')) ||
    [];
  if (country) return { status: 'known', place: { country, region } };
  const known = number.country ?? number.getPossibleCountries()[0];
  // The law of the US is that of its states: a number without one says too little.
  if (!known || known === 'US' || (isNorthAmerican && !number.country))
    return { status: 'unknown' };
  return { status: 'known', place: { country: known } };
}

const NORTH_AMERICAN = '1';
const US_ZONES = zonesOfStates('US-');

/**
 * The IANA time zones in which the owner of a number can be; several where the digits do not tell
 * them apart. Of a toll-free number or an unknown area code in the US: all of its zones. Empty where
 * nothing is known.
 */
export function zonesOfNumber(phone: string): readonly string[] {
  const digits = phone.replace(/\D/g, '');
  for (let length = digits.length; length > 0; length--) {
    const zones = ZONES_OF_PREFIX.get(digits.slice(0, length));
    if (zones) return zones;
  }
  return digits.startsWith(NORTH_AMERICAN) ? US_ZONES : [];
}

/** The time zones of a place, from the numbers that belong to it. */
export function zonesOfPlace({ country, region }: Place): readonly string[] {
  if (country === 'US' || country === 'CA')
    return zonesOfStates(region ? `${country}-${region}` : `${country}-`);
  return isSupportedCountry(country)
    ? (ZONES_OF_PREFIX.get(getCountryCallingCode(country)) ?? [])
    : [];
}

function zonesOfStates(start: string): readonly string[] {
  const codes = [...STATE_OF_AREA_CODE].filter(([, state]) => state.startsWith(start));
  const zones = codes.flatMap(([code]) => ZONES_OF_PREFIX.get(NORTH_AMERICAN + code) ?? []);
  return [...new Set(zones)].toSorted();
}

/** The place of a number in E.164; undefined where it is not known or there is none. */
export function placeOfNumber(phone: string): Place | undefined {
  const found = whereaboutsOfNumber(phone);
  return found.status === 'known' ? found.place : undefined;
}
