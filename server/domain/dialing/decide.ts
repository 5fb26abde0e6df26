import type { Customer } from '../call/call.ts';
import { refusal, type Refusal, type RefusalCode } from '../call/refusals.ts';
import { readNumber, type NumberKind } from '../numbers/read.ts';
import { readableNumber } from '../numbers/readable.ts';
import { zonesOfNumber, zonesOfPlace } from '../numbers/whereabouts.ts';
import { isWithin, nextOpening } from '../policy/hours.ts';
import type { Hours } from '../policy/policy.ts';
import { unreachable } from '../unreachable.ts';
import { EVERY_DAY, type CallingHours, type DialingPolicy } from './policy.ts';

/** A number that an org calls: E.164, and its country. */
export interface Destination {
  readonly number: string;
  readonly country: string;
}

/** Whether an org calls the number that was dialed, whomever it belongs to. Pure. */
export function decideDestination(
  written: string,
  { homeCountry, countries }: Pick<DialingPolicy, 'homeCountry' | 'countries'>,
): { readonly destination: Destination } | { readonly refusal: Refusal } {
  const refuse = (why: Refusal) => ({ refusal: why });
  const read = readNumber(written, homeCountry);
  switch (read.status) {
    case 'emergency':
      return refuse(refusal('emergency_number'));
    case 'faulty':
      return refuse(refusal('number_invalid', { wording: `number_invalid.${read.fault}` }));
    case 'read': {
      const { number, kind, country } = read;
      const code = REFUSED_KINDS[kind];
      const values = { number: readableNumber(number, homeCountry) };
      if (code) return refuse(refusal(code, { values }));
      if (!country) return refuse(refusal('number_international', { values }));
      if (!countries.includes(country))
        return refuse(
          refusal('country_not_called', { values: { country: { kind: 'country', country } } }),
        );
      return { destination: { number, country } };
    }
    default:
      return unreachable(read);
  }
}

const REFUSED_KINDS: Readonly<Record<NumberKind, RefusalCode | undefined>> = {
  ordinary: undefined,
  toll_free: undefined,
  premium: 'number_premium',
  shared_cost: 'number_shared_cost',
  personal: 'number_personal',
  satellite: 'number_satellite',
  international: 'number_international',
  special: 'number_special',
};

/** The customer that a destination belongs to, as far as the CRM knows. */
export interface DialedCustomer extends Pick<Customer, 'name' | 'accountName' | 'place'> {
  readonly doNotCall: boolean;
}

/** Whether this customer may be called now. Pure; undefined when they may. */
export function decideCustomer(
  destination: Destination,
  customer: DialedCustomer,
  { callingHours, now }: { readonly callingHours: CallingHours; readonly now: string },
): Refusal | undefined {
  if (customer.doNotCall) return refusal('do_not_call');
  if (!hasCallingHours(destination, customer, callingHours)) return undefined;
  const zones = zonesOf(destination, customer);
  if (isOpenInAll(callingHours, zones, now)) return undefined;
  const opensAt = nextOpeningInAll(callingHours, zones, now);
  const zone = zones[0];
  return refusal('outside_calling_hours', {
    ...(opensAt &&
      zone && {
        wording: 'outside_calling_hours.opens',
        until: opensAt,
        values: { opening: { kind: 'opening', at: opensAt, now, zone, customerZone: zone } },
      }),
  });
}

function hasCallingHours(
  { country }: Destination,
  customer: DialedCustomer,
  { appliesTo }: CallingHours,
): boolean {
  switch (appliesTo) {
    case 'us_consumers':
      return country === 'US' && isConsumer(customer);
    case 'consumers':
      return isConsumer(customer);
    case 'everybody':
      return true;
    case 'nobody':
      return false;
    default:
      return unreachable(appliesTo);
  }
}

/** A person account bears the name of the person. */
const isConsumer = ({ name, accountName }: DialedCustomer): boolean =>
  !accountName || accountName === name;

/** The customer's possible places, by the number and by the address if known. */
const zonesOf = ({ number }: Destination, { place }: DialedCustomer): readonly string[] => [
  ...new Set([...zonesOfNumber(number), ...(place ? zonesOfPlace(place) : [])]),
];

const hoursOf = ({ from, to }: CallingHours): Hours => ({
  days: EVERY_DAY,
  from,
  to,
  clock: 'rep',
});

/** In several time zones, the hours are those in which all of them are within. */
const isOpenInAll = (hours: CallingHours, zones: readonly string[], now: string): boolean =>
  zones.length > 0 && zones.every((zone) => isWithin(hoursOf(hours), [], { zone, now }));

/** Each zone that is closed moves the moment on; a day later there is no moment for all of them. */
function nextOpeningInAll(
  callingHours: CallingHours,
  zones: readonly string[],
  now: string,
): string | undefined {
  const hours = hoursOf(callingHours);
  const lastAt = new Date(Date.parse(now) + 2 * 86_400_000).toISOString();
  let at: string | undefined = now;
  while (at !== undefined && at < lastAt) {
    const moment: string = at;
    const closed = zones.find((zone) => !isWithin(hours, [], { zone, now: moment }));
    if (closed === undefined) return moment;
    at = nextOpening(hours, [], { zone: closed, now: moment });
  }
  return undefined;
}
