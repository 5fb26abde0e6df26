import { RENEW_EVERY_MS } from '../directory/directory.ts';
import type { CrmConnection } from './connection.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The longest time between two rounds, however little of the share is left. */
const SLOWEST_MS = 10 * 60_000;
/** While the org does not answer, it is tried this often. */
const AWAY_MS = 20_000;
/** From this part of the share on, rounds are as rare as the share allows for a whole day. */
const NEAR_SHARE = 0.8;
/** From this part of the org's limit on, whoever used it. */
const NEAR_LIMIT = 0.9;

/** What the next round's time depends on. */
export interface Spending {
  /** Requests of this process to the org in the last 24 hours. */
  readonly spent: number;
  /** Requests of the last round. */
  readonly perRound: number;
  /** The part of the org's limit that this process may use, 0 to 1. */
  readonly share: number;
  /** As the org last said; undefined before its first answer. */
  readonly usage?: { readonly used: number; readonly limit: number };
  readonly isAway: boolean;
}

export interface Pace {
  /** From the end of a round to the next one, in milliseconds. */
  readonly everyMs: number;
  /** Whether rounds are rarer than they should be, to stay within the share. */
  readonly isSlowed: boolean;
}

/** How many requests a day a share of an org's limit is. */
export const budgetOf = (limit: number, share: number): number =>
  Math.max(1, Math.floor(limit * share));

/** How soon to look for changes again, so that a day's requests stay within the share. */
export function paceOf({ spent, perRound, share, usage, isAway }: Spending): Pace {
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

/** Nothing is counted at first: a restart forgets what was spent before. */
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

/** The same connection, with its requests counted; further pages of an answer are not. */
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
