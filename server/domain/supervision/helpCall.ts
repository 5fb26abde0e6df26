import { Temporal } from 'temporal-polyfill';
import type { Call } from '../call/call.ts';
import type { QuietHours } from '../call/coachingRules.ts';
import type { HelpRequest } from '../call/helpRequest.ts';
import type { Person } from '../call/people.ts';
import { isAddedAt } from './helpOffers.ts';

/** Whether it is quiet for people in this time zone. */
export function isQuiet(
  { quietFromHour, quietUntilHour }: QuietHours,
  timeZone: string,
  now: string,
): boolean {
  const { hour } = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  return quietFromHour <= quietUntilHour
    ? quietFromHour <= hour && hour < quietUntilHour
    : quietFromHour <= hour || hour < quietUntilHour;
}

/** A step of an open request, and by which rules it rings. */
export interface HelpStep {
  readonly help: HelpRequest;
  readonly step: number;
  readonly quietHours: QuietHours;
  readonly now: string;
}

/** Of the people who may join, those whose phones this step rings. */
export const rungForHelp = (
  people: readonly Person[],
  { help, step, quietHours, now }: HelpStep,
): readonly Person[] =>
  help.status === 'open'
    ? people.filter(
        ({ userId, timeZone }) =>
          isAddedAt(help, step, userId) && !isQuiet(quietHours, timeZone, now),
      )
    : [];

/** Nobody is called at the number of the customer, whoever has it on their record. */
export function isCustomersNumber({ customer }: Pick<Call, 'customer'>, address: string): boolean {
  const [customers, own] = [digits(customer.phone ?? ''), digits(address)];
  const shorter = Math.min(customers.length, own.length);
  return shorter >= FEWEST_DIGITS && (customers.endsWith(own) || own.endsWith(customers));
}

/** Fewer digits at the end do not tell one number from another. */
const FEWEST_DIGITS = 7;
const digits = (address: string): string => address.replace(/\D/g, '');
