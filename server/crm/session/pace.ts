import { RENEW_EVERY_MS } from '../directory/directory.ts';
import type { CrmConnection } from './connection.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The longest time between two rounds, however little of the share is left. */
const SLOWEST_MS = 10 * 60_000;
/** How often an org that does not answer is tried again. */
const AWAY_MS = 20_000;
/** Above this part of the share, rounds are spread so that the share lasts for a whole day. */
const NEAR_SHARE = 0.8;
/**
 * Above this part of the org's daily limit, rounds are spread as well, even if others used the
 * requests.
 */
const NEAR_LIMIT = 0.9;

/** The inputs for the time until the next round. */
export interface RequestUse {
  /** Requests from this process to the org in the last 24 hours. */
  readonly spent: number;
  /** Number of requests in the last round. */
  readonly perRound: number;
  /** The share of the org's limit that this process may use, 0 to 1. */
  readonly share: number;
  /** As the org reported last; undefined before its first answer. */
  readonly usage?: { readonly used: number; readonly limit: number };
  readonly isAway: boolean;
}

export interface Pace {
  /** From the end of a round to the start of the next, in milliseconds. */
  readonly everyMs: number;
  /** Whether rounds are slowed down to stay within the share. */
  readonly isSlowed: boolean;
}

/** The number of requests per day that a share of an org's limit allows. */
export const budgetOf = (limit: number, share: number): number =>
  Math.max(1, Math.floor(limit * share));

/**
 * How long to wait before looking for changes again, so that the day's requests stay within the
 * share.
 */
export function paceOf({ spent, perRound, share, usage, isAway }: RequestUse): Pace {
  const usual = isAway ? AWAY_MS : RENEW_EVERY_MS;
  if (!usage) return { everyMs: usual, isSlowed: false };
  const budget = budgetOf(usage.limit, share);
  const isNear = spent >= NEAR_SHARE * budget || usage.used >= NEAR_LIMIT * usage.limit;
  if (!isNear) return { everyMs: usual, isSlowed: false };
  const affordable = (DAY_MS * Math.max(1, perRound)) / budget;
  return { everyMs: Math.min(SLOWEST_MS, Math.max(usual, affordable)), isSlowed: true };
}

/** Requests to an org in the last 24 hours, counted by the hour. */
export interface RequestCount {
  add(): void;
  /** In the last 24 hours. */
  inDay(): number;
  /** Since this process started. */
  total(): number;
}

const HOUR_MS = 60 * 60_000;

/** Starts at zero: requests that were made before a restart are not counted. */
export function countRequests(now: () => number): RequestCount {
  const hours = new Map<number, number>();
  let total = 0;
  const hourNow = (): number => Math.floor(now() / HOUR_MS);
  return {
    add() {
      total += 1;
      hours.set(hourNow(), (hours.get(hourNow()) ?? 0) + 1);
    },
    inDay() {
      const oldest = hourNow() - 24;
      for (const hour of hours.keys()) if (hour < oldest) hours.delete(hour);
      return [...hours.values()].reduce((sum, count) => sum + count, 0);
    },
    total: () => total,
  };
}

/**
 * Wraps the connection so that its requests are counted. Further pages of a query are not counted.
 */
export const counted = (crm: CrmConnection, count: RequestCount): CrmConnection => ({
  ...crm,
  query(soql, timeoutMs) {
    count.add();
    return crm.query(soql, timeoutMs);
  },
  queryMore(nextRecordsUrl, timeoutMs) {
    count.add();
    return crm.queryMore(nextRecordsUrl, timeoutMs);
  },
  post(path, body, timeoutMs) {
    count.add();
    return crm.post(path, body, timeoutMs);
  },
});
