import { placeOfAddress } from '../../domain/consent/places.ts';
import {
  CALLING_HOURS_FOR,
  DEFAULT_CALLING_HOURS,
  DEFAULT_LIMITS,
  NO_MACHINES,
  type CallingHours,
  type DialLimits,
  type DialingPolicy,
  type MachinePolicy,
} from '../../domain/dialing/policy.ts';
import { countryOfNumber, isCountry } from '../../domain/numbers/countries.ts';
import type { DialingPolicies } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readSettings } from './orgRecords.ts';

const TTL_MS = 60_000;
/**
 * The CRM counts the countries over all accounts, which is expensive, so the result is cached for
 * long.
 */
const ACCOUNTS_TTL_MS = 3_600_000;
const HOME = 'US';

interface DialingRecord {
  readonly Dial_Countries__c: string | null;
  readonly Dials_Per_Minute__c: number | null;
  readonly Dials_Per_Hour__c: number | null;
  readonly Dials_Per_Day__c: number | null;
  readonly Calling_Hours__c: string | null;
  readonly Calling_From__c: string | null;
  readonly Calling_Until__c: string | null;
}
interface MachineRecord {
  readonly Detect_Machines__c: boolean | null;
  readonly Voicemail_Places__c: string | null;
}

/** The highest allowed value of each limit. */
const MOST: DialLimits = { minute: 600, hour: 6_000, day: 20_000 };

/**
 * Whom each org calls, from the custom metadata record "Dealside Setting: Default", from memory. An
 * empty field gets Dealside's default; the default countries are those of the org's own numbers and
 * of its accounts. Rejects with CrmUnavailable until the settings have been read.
 */
export function createDialingPolicies(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  numbersOf: (orgId: string) => readonly string[],
  now: () => number = Date.now,
): DialingPolicies {
  const accountCountries = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the countries of accounts', async (crm) => {
        const groups = await crm.query<{ BillingCountry: string | null }>(
          'SELECT BillingCountry, COUNT(Id) accounts FROM Account ' +
            'WHERE BillingCountry != null GROUP BY BillingCountry',
        );
        return groups.flatMap(
          ({ BillingCountry }) => placeOfAddress({ country: BillingCountry })?.country ?? [],
        );
      }),
    ACCOUNTS_TTL_MS,
    now,
  );
  const policies = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the settings of dialing', async (crm) => {
        const own = countriesOf(numbersOf(orgId));
        const [record, machines] = await Promise.all([readDialing(crm), readMachines(crm)]);
        const { listed, notCountries } = listedCountries(record?.Dial_Countries__c ?? '');
        const countries = listed.length > 0 ? listed : [...own, ...(await accountCountries(orgId))];
        return policyOf(record, {
          homeCountry: own[0] ?? HOME,
          countries: [...new Set(countries)].filter(isCountry).toSorted(),
          countriesAre: listed.length > 0 ? 'listed' : 'derived',
          notCountries,
          machines,
        });
      }),
    TTL_MS,
    now,
  );
  return { of: policies, renew: (orgId) => policies.renew(orgId) };
}

const countriesOf = (numbers: readonly string[]): string[] => [
  ...new Set(numbers.flatMap((number) => countryOfNumber(number) ?? [])),
];

function listedCountries(text: string): { listed: string[]; notCountries: string[] } {
  const words = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((word) => word.toUpperCase());
  return {
    listed: words.filter(isCountry),
    notCountries: words.filter((word) => !isCountry(word)),
  };
}

const readDialing = (crm: CrmConnection): Promise<DialingRecord | undefined> =>
  readSettings<DialingRecord>(crm, [
    'Dial_Countries__c',
    'Dials_Per_Minute__c',
    'Dials_Per_Hour__c',
    'Dials_Per_Day__c',
    'Calling_Hours__c',
    'Calling_From__c',
    'Calling_Until__c',
  ]);

/** Detection of machines is off if the org's package is older than these settings. */
async function readMachines(crm: CrmConnection): Promise<MachinePolicy> {
  const record = await readSettings<MachineRecord>(crm, [
    'Detect_Machines__c',
    'Voicemail_Places__c',
  ]);
  if (!record) return NO_MACHINES;
  return {
    areDetected: record.Detect_Machines__c === true,
    messagePlaces: (record.Voicemail_Places__c ?? '')
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((place) => place.toUpperCase()),
  };
}

const policyOf = (
  record: DialingRecord | undefined,
  whom: Omit<DialingPolicy, 'limits' | 'callingHours'>,
): DialingPolicy => ({
  ...whom,
  limits: {
    minute: limitOf('minute', record?.Dials_Per_Minute__c),
    hour: limitOf('hour', record?.Dials_Per_Hour__c),
    day: limitOf('day', record?.Dials_Per_Day__c),
  },
  callingHours: callingHoursOf(record),
});

const limitOf = (window: keyof DialLimits, set: number | null | undefined): number =>
  typeof set === 'number' ? Math.min(Math.max(set, 1), MOST[window]) : DEFAULT_LIMITS[window];

/** If the times cannot be read, or end before they begin, Dealside's default hours apply. */
function callingHoursOf(record: DialingRecord | undefined): CallingHours {
  const { appliesTo, from, to } = DEFAULT_CALLING_HOURS;
  const written = { from: record?.Calling_From__c ?? from, to: record?.Calling_Until__c ?? to };
  const isReadable =
    /^([01]\d|2[0-3]):[0-5]\d$/.test(written.from) &&
    /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(written.to) &&
    written.from < written.to;
  return {
    appliesTo: CALLING_HOURS_FOR.find((one) => one === record?.Calling_Hours__c) ?? appliesTo,
    ...(isReadable ? written : { from, to }),
  };
}
