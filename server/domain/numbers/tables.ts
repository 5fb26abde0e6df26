import { AREA_CODES } from './tables/areaCodes.ts';
import { EMERGENCY_NUMBERS } from './tables/emergencyNumbers.ts';
import { TIME_ZONES } from './tables/timeZones.ts';

/** The lines of a table: what stands before the colon, and the words after it. */
const linesOf = (table: string): [string, string[]][] =>
  table
    .replaceAll('\n ', ' ')
    .trim()
    .split('\n')
    .map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2).split(/ +/)];
    });

/** By area code of the North American plan: the state or province, such as US-CA. */
export const STATE_OF_AREA_CODE: ReadonlyMap<string, string> = new Map(
  linesOf(AREA_CODES).flatMap(([state, codes]) =>
    codes.map((code): [string, string] => [code, state]),
  ),
);

/** By the first digits of a number, without the plus: IANA time zones. */
export const ZONES_OF_PREFIX: ReadonlyMap<string, readonly string[]> = new Map(
  linesOf(TIME_ZONES).flatMap(([zones, prefixes]) =>
    prefixes.map((prefix): [string, readonly string[]] => [prefix, zones.split(',')]),
  ),
);

/** By country (ISO 3166): its emergency numbers. */
export const EMERGENCY_NUMBERS_OF: ReadonlyMap<string, readonly string[]> = new Map(
  linesOf(EMERGENCY_NUMBERS).flatMap(([countries, numbers]) =>
    countries.split(',').map((country): [string, readonly string[]] => [country, numbers]),
  ),
);
