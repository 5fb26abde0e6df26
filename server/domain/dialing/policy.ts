import type { Weekday } from '../policy/policy.ts';
import { WEEKDAYS } from '../policy/policy.ts';

/** An org's rules for outbound calls: which customers, how often, and when. */
export interface DialingPolicy {
  /** The country (ISO 3166) of a number that is dialed without a country code. */
  readonly homeCountry: string;
  /** The countries (ISO 3166) that are called. */
  readonly countries: readonly string[];
  /** Whether an administrator listed them; otherwise they follow from own numbers and accounts. */
  readonly countriesAre: 'listed' | 'derived';
  /** The listed entries that are not countries. */
  readonly notCountries: readonly string[];
  readonly limits: DialLimits;
  readonly callingHours: CallingHours;
  readonly machines: MachinePolicy;
}

/** An org's settings for machines that answer its calls. */
export interface MachinePolicy {
  /** Whether the carrier listens for who answers. */
  readonly areDetected: boolean;
  /** Where a message may be left: a country, or a state as US-WA. None by default. */
  readonly messagePlaces: readonly string[];
}

export const NO_MACHINES: MachinePolicy = { areDetected: false, messagePlaces: [] };

/** The most calls that one rep places, in each minute, hour and day up to now. */
export interface DialLimits {
  readonly minute: number;
  readonly hour: number;
  readonly day: number;
}

export const DEFAULT_LIMITS: DialLimits = { minute: 60, hour: 200, day: 600 };

/**
 * The customers to whom calling hours apply. A person without a known company counts as a consumer.
 */
export const CALLING_HOURS_FOR = ['us_consumers', 'consumers', 'everybody', 'nobody'] as const;

/** HH:MM of every day, by the customer's clock. */
export interface CallingHours {
  readonly appliesTo: (typeof CALLING_HOURS_FOR)[number];
  readonly from: string;
  readonly to: string;
}

/** 47 CFR § 64.1200(c)(1): no telephone solicitation before 8 a.m. or after 9 p.m. local time. */
export const DEFAULT_CALLING_HOURS: CallingHours = {
  appliesTo: 'us_consumers',
  from: '08:00',
  to: '21:00',
};

export const EVERY_DAY: readonly Weekday[] = WEEKDAYS;
