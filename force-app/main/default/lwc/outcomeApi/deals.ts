import type { Interval } from './outcomeApi';

interface Median {
  n: number;
  median: number;
  interval?: Interval;
}

export interface GroupOfDeals {
  known: number;
  movedOn: number;
  movedBack: number;
  won: number;
  lost: number;
  gone: number;
  newOwner: number;
  revenue: number;
  winRate: { events: number; n: number; interval: Interval };
  daysToClose?: Median;
  cycleDays?: Median;
  currencies: { currency?: string; won: number; revenue: number }[];
}

export type ComparedDeals =
  | { status: 'too_few' }
  | { status: 'compared'; joined: number; others: number; value: number; interval: Interval };

/** Deals a number of days after the call; server/domain/outcomes/dealWorth.ts. */
export interface DealsThen {
  days: number;
  joined: GroupOfDeals;
  others: GroupOfDeals;
  movedOn: ComparedDeals;
  won: ComparedDeals;
  revenue: ComparedDeals;
  isBalanced: boolean;
  eValue?: number;
}
