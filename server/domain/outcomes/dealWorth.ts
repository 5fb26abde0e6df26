import type { Mode } from '../call/modes.ts';
import { medianOf, type CountedValue, type Median } from '../statistics/median.ts';
import { eValue, overlapEstimates } from '../statistics/overlap.ts';
import { wilsonInterval, type Interval } from '../statistics/proportions.ts';
import { LOOK_DAYS, type LookDays } from './dealResults.ts';

/** Of deals that were open at the call, how many went where by a look. */
interface DealCounts {
  /** Known to be there, or to be deleted. */
  readonly known: number;
  readonly movedOn: number;
  readonly movedBack: number;
  readonly won: number;
  readonly lost: number;
  readonly gone: number;
  readonly newOwner: number;
  /** Of the won ones, in the company's currency. */
  readonly revenue: number;
}

/** Deals of a rep that were alike at the call. `amountBand`: half powers of ten. */
export interface DealCell {
  readonly repUserId: string;
  readonly isJoined: boolean;
  readonly stageOrder: number | null;
  readonly amountBand: number | null;
  /** In the order of `LOOK_DAYS`. */
  readonly then: readonly DealCounts[];
}

export interface CountedDeals {
  readonly cells: readonly DealCell[];
  /** How long deals took, by whether they were joined and by which look they were closed. */
  readonly closes: readonly {
    readonly isJoined: boolean;
    readonly days: LookDays;
    readonly of: 'daysToClose' | 'cycleDays';
    readonly value: number;
    readonly count: number;
  }[];
  readonly currencies: readonly {
    readonly isJoined: boolean;
    readonly days: LookDays;
    readonly currency: string | null;
    readonly won: number;
    readonly revenue: number;
  }[];
}

/** A share or a mean of joined deals, and of others that weigh as much as they are like them. */
type Compared =
  | { readonly status: 'too_few' }
  | {
      readonly status: 'compared';
      readonly joined: number;
      readonly others: number;
      readonly value: number;
      readonly interval: Interval;
    };

interface GroupOfDeals extends DealCounts {
  /** Of those decided by then, how many were won. */
  readonly winRate: { readonly events: number; readonly n: number; readonly interval: Interval };
  readonly daysToClose?: Median;
  readonly cycleDays?: Median;
  readonly currencies: readonly {
    readonly currency?: string;
    readonly won: number;
    readonly revenue: number;
  }[];
}

interface DealsThen {
  readonly days: LookDays;
  readonly joined: GroupOfDeals;
  readonly others: GroupOfDeals;
  readonly movedOn: Compared;
  readonly won: Compared;
  /** In the company's currency, a deal. */
  readonly revenue: Compared;
  /** Whether nothing that is known of the deals still differs by a tenth of a standard deviation. */
  readonly isBalanced: boolean;
  /** How strong something unknown would have to be to explain the difference of won deals. */
  readonly eValue?: number;
}

export interface DealWorth {
  readonly mode: Mode;
  readonly looks: readonly DealsThen[];
}

const FEWEST = 30;
const BALANCED_WITHIN = 0.1;

/** What became of deals of calls with a mode, beside those of calls that nobody joined. */
export const dealWorth = (counted: CountedDeals, mode: Mode): DealWorth => ({
  mode,
  looks: LOOK_DAYS.map((days, place) => lookAt(counted, days, place)),
});

function lookAt(
  { cells, closes, currencies }: CountedDeals,
  days: LookDays,
  place: number,
): DealsThen {
  const groupOf = (isJoined: boolean): GroupOfDeals => {
    const counts = sumOf(cells, isJoined, place);
    const decided = counts.won + counts.lost;
    // A deal that was closed early is not yet one of those known at a later look.
    const times = (of: 'daysToClose' | 'cycleDays'): CountedValue[] =>
      counts.known === 0
        ? []
        : closes.filter((one) => one.isJoined === isJoined && one.of === of && one.days <= days);
    const daysToClose = medianOf(times('daysToClose'));
    const cycleDays = medianOf(times('cycleDays'));
    return {
      ...counts,
      winRate: {
        events: counts.won,
        n: decided,
        interval: wilsonInterval({ events: counts.won, n: decided }),
      },
      ...(daysToClose && { daysToClose }),
      ...(cycleDays && { cycleDays }),
      currencies: currencies
        .filter((one) => one.isJoined === isJoined && one.days === days)
        .map(({ currency, won, revenue }) => ({ ...(currency && { currency }), won, revenue })),
    };
  };
  const [joined, others] = [groupOf(true), groupOf(false)];
  const [movedOn, won, revenue] =
    joined.known < FEWEST || others.known < FEWEST ? [] : estimatesOf(cells, place);
  const compared = (one: typeof won): Compared =>
    one
      ? {
          status: 'compared',
          joined: one.treated,
          others: one.untreated,
          value: one.value,
          interval: one.interval,
        }
      : { status: 'too_few' };
  return {
    days,
    joined,
    others,
    movedOn: compared(movedOn),
    won: compared(won),
    revenue: compared(revenue),
    isBalanced: won?.balance.every(({ after }) => Math.abs(after) < BALANCED_WITHIN) ?? false,
    ...(won && {
      eValue: eValue(Math.max(0.001, won.treated) / Math.max(0.001, won.untreated)),
    }),
  };
}

const NONE: DealCounts = {
  known: 0,
  movedOn: 0,
  movedBack: 0,
  won: 0,
  lost: 0,
  gone: 0,
  newOwner: 0,
  revenue: 0,
};

function sumOf(cells: readonly DealCell[], isJoined: boolean, place: number): DealCounts {
  const sum = { ...NONE };
  for (const cell of cells) {
    if (cell.isJoined !== isJoined) continue;
    const one = cell.then[place]!;
    sum.known += one.known;
    sum.movedOn += one.movedOn;
    sum.movedBack += one.movedBack;
    sum.won += one.won;
    sum.lost += one.lost;
    sum.gone += one.gone;
    sum.newOwner += one.newOwner;
    sum.revenue += one.revenue;
  }
  return sum;
}

const COMPARED = ['movedOn', 'won', 'revenue'] as const;

/** Reps as places from 0, in the order of their first cell. */
function repPlaces(cells: readonly DealCell[]): readonly number[] {
  const places = new Map<string, number>();
  return cells.map(({ repUserId }) => {
    const known = places.get(repUserId);
    if (known !== undefined) return known;
    places.set(repUserId, places.size);
    return places.size - 1;
  });
}

/**
 * The estimates of `COMPARED` between deals that are alike in what is known of them at the call: their
 * stage, their amount, and how many of the rep's other deals were won. What is the same of all of them
 * tells nothing apart.
 */
function estimatesOf(all: readonly DealCell[], place: number) {
  const reps = repPlaces(all);
  const known = new Float64Array(all.length);
  const won = new Float64Array(all.length);
  all.forEach(({ isJoined, then }, n) => {
    if (isJoined) return;
    known[reps[n]!]! += then[place]!.known;
    won[reps[n]!]! += then[place]!.won;
  });
  const places = [...all.keys()].filter(
    (n) => all[n]!.then[place]!.known > 0 && known[reps[n]!]! > 0,
  );
  const column = (read: (cell: DealCell, rep: number) => number): number[] =>
    places.map((n) => read(all[n]!, reps[n]!));
  const covariates = [
    column(({ stageOrder }) => stageOrder ?? 0),
    column(({ amountBand }) => amountBand ?? 0),
    column(({ amountBand }) => (amountBand === null ? 1 : 0)),
    column((_cell, rep) => won[rep]! / known[rep]!),
  ];
  return (
    overlapEstimates(
      {
        cluster: column((_cell, rep) => rep),
        isTreated: places.map((n) => all[n]!.isJoined),
        covariates: covariates.filter((values) => values.some((one) => one !== values[0])),
        n: column(({ then }) => then[place]!.known),
      },
      COMPARED.map((of) => column(({ then }) => then[place]![of])),
    ) ?? []
  );
}
