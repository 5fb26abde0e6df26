import type { Mode } from '../call/modes.ts';
import { didItHelp, type DidItHelp, type RepArms } from '../holdout/didItHelp.ts';
import {
  eValue,
  eValueOfInterval,
  overlapEstimate,
  type Alike,
  type Balance,
} from '../statistics/overlap.ts';
import { wilsonInterval, type Interval } from '../statistics/proportions.ts';
import { staggeredEffects, type EventEffect } from '../statistics/staggered.ts';
import type { OutcomesReport } from './report.ts';
import type { PeriodResults, ResultTotals, SupervisionTotals } from './totals.ts';

/** What is known of calls and taken off by the comparison. */
const KNOWN_OF_CALLS = ['inbound', 'onDeal', 'askedForHelp', 'repsOtherCalls'] as const;
type KnownOfCalls = (typeof KNOWN_OF_CALLS)[number];

type Comparison =
  | { readonly status: 'too_few'; readonly joined: number; readonly others: number }
  | {
      readonly status: 'compared';
      /** Calls whose result is known, with the mode and without anybody. */
      readonly joined: number;
      readonly others: number;
      readonly value: number;
      readonly interval: Interval;
      readonly balance: readonly (Balance & { readonly of: KnownOfCalls })[];
      /** Whether nothing that is known still differs by a tenth of a standard deviation. */
      readonly isBalanced: boolean;
      /** How strong something unknown would have to be to explain the difference, or its interval. */
      readonly eValue: number;
      readonly eValueOfInterval: number;
    };

/** A share with its n. Not measured where nothing was counted. */
interface Share {
  readonly events: number;
  readonly n: number;
  readonly interval: Interval;
}

export interface WorthReport {
  readonly mode: Mode;
  readonly holdOut: DidItHelp & { readonly leftOut: number };
  readonly comparison: Comparison;
  /** Since supervisors began to use the mode with a rep, in periods of four weeks. */
  readonly since: { readonly reps: number; readonly effects: readonly EventEffect[] };
  readonly ladder: {
    readonly whisperFirst: Share;
    readonly whisperSkipped: Share;
    readonly handedBack: Share;
  };
  readonly trust: { readonly noticesGiven: Share; readonly acknowledged: Share };
  readonly help: {
    readonly answered: Share;
    readonly medianSeconds?: number;
    readonly nineOfTenSeconds?: number;
  };
  readonly cost: {
    readonly interventions: number;
    readonly supervisorMinutes: number;
    readonly saved: number;
    /** Not measured without a saved call. */
    readonly minutesPerSaved?: number;
  };
}

export interface CountedWorth {
  readonly holdOut?: {
    readonly percent: number;
    readonly leftOut: number;
    readonly reps: readonly RepArms[];
  };
  readonly results: readonly ResultTotals[];
  /** Of the mode that is asked about. */
  readonly periods: readonly PeriodResults[];
  readonly supervision: SupervisionTotals;
  readonly byMode: OutcomesReport['byMode'];
}

const FEWEST_JOINED = 30;
const BALANCED_WITHIN = 0.1;

/** What the totals say of the worth of a mode, and of what it took. */
export function worthReport(counted: CountedWorth, mode: Mode): WorthReport {
  const { holdOut, results, periods, supervision, byMode } = counted;
  const saved = byMode.reduce((sum, share) => sum + share.saved, 0);
  const supervisorMinutes = supervision.seconds / 60;
  return {
    mode,
    holdOut: holdOut
      ? { ...didItHelp(holdOut.reps, holdOut.percent), leftOut: holdOut.leftOut }
      : { status: 'none', leftOut: 0 },
    comparison: comparison(results, mode),
    since: sinceTheStart(periods),
    ladder: {
      whisperFirst: shareOf(supervision.whisperFirst, supervision.barged),
      whisperSkipped: shareOf(supervision.whisperSkipped, supervision.interventions),
      handedBack: shareOf(supervision.handedBack, supervision.tookOver),
    },
    trust: {
      noticesGiven: shareOf(supervision.noticesGiven, supervision.noticesDue),
      acknowledged: shareOf(supervision.acknowledged, supervision.noticesGiven),
    },
    help: {
      answered: shareOf(supervision.helpAnswered, supervision.helpAsked),
      ...(supervision.helpMedianSeconds !== undefined && {
        medianSeconds: supervision.helpMedianSeconds,
      }),
      ...(supervision.helpNineOfTenSeconds !== undefined && {
        nineOfTenSeconds: supervision.helpNineOfTenSeconds,
      }),
    },
    cost: {
      interventions: supervision.interventions,
      supervisorMinutes,
      saved,
      ...(saved > 0 && { minutesPerSaved: supervisorMinutes / saved }),
    },
  };
}

/** More than all is a fault of counting, and is shown as it is; the interval knows no more than all. */
const shareOf = (events: number, n: number): Share => ({
  events,
  n,
  interval: wilsonInterval({ events: Math.min(events, n), n }),
});

/** Calls with the mode against calls that nobody joined, alike in what is known of them. */
export function comparison(results: readonly ResultTotals[], mode: Mode): Comparison {
  const relevant = results.filter(
    (one) => one.known > 0 && (one.mode === mode || one.mode === undefined),
  );
  const known = (those: readonly ResultTotals[]): number =>
    those.reduce((sum, one) => sum + one.known, 0);
  const joined = known(relevant.filter((one) => one.mode === mode));
  const others = known(relevant) - joined;
  if (joined < FEWEST_JOINED || others < FEWEST_JOINED)
    return { status: 'too_few', joined, others };
  const cells = alike(relevant, mode);
  // What is the same of all calls tells nothing apart.
  const told = KNOWN_OF_CALLS.map((of, place) => ({ of, place })).filter(({ place }) =>
    cells.some(({ covariates }) => covariates[place] !== cells[0]!.covariates[place]),
  );
  const estimate = overlapEstimate(
    cells.map((cell) => ({
      ...cell,
      covariates: told.map(({ place }) => cell.covariates[place]!),
    })),
  );
  if (!estimate) return { status: 'too_few', joined, others };
  const { treated, untreated, value, interval } = estimate;
  const ratio = (difference: number): number =>
    Math.max(0.001, untreated + difference) / Math.max(0.001, untreated);
  return {
    status: 'compared',
    joined,
    others,
    value,
    interval,
    balance: estimate.balance.map((one, place) => ({ of: told[place]!.of, ...one })),
    isBalanced: estimate.balance.every(({ after }) => Math.abs(after) < BALANCED_WITHIN),
    eValue: eValue(Math.max(0.001, treated) / Math.max(0.001, untreated)),
    eValueOfInterval: eValueOfInterval({ low: ratio(interval.low), high: ratio(interval.high) }),
  };
}

/** The cells of reps with calls that nobody joined. */
function alike(results: readonly ResultTotals[], mode: Mode): Alike[] {
  const own = new Map<string, { known: number; wentWell: number }>();
  for (const { repUserId, known, wentWell } of results.filter((one) => one.mode === undefined)) {
    const sum = own.get(repUserId) ?? { known: 0, wentWell: 0 };
    own.set(repUserId, { known: sum.known + known, wentWell: sum.wentWell + wentWell });
  }
  return results.flatMap((one) => {
    const others = own.get(one.repUserId);
    if (!others) return [];
    return {
      cluster: one.repUserId,
      isTreated: one.mode === mode,
      covariates: [
        one.direction === 'inbound' ? 1 : 0,
        one.isOnDeal ? 1 : 0,
        one.askedForHelp ? 1 : 0,
        others.wentWell / others.known,
      ],
      n: one.known,
      events: one.wentWell,
    };
  });
}

/**
 * How reps' calls went before and after supervisors began, against reps with whom they had not begun
 * yet. Reps without known calls in one of the periods are left out.
 */
function sinceTheStart(results: readonly PeriodResults[]): WorthReport['since'] {
  const periods = [...new Set(results.map(({ from }) => from))].sort();
  const reps = Map.groupBy(results, ({ repUserId }) => repUserId);
  const units = [...reps.values()].flatMap((those) => {
    const own = periods.map((from) => those.find((one) => one.from === from));
    if (own.some((one) => !one || one.known === 0)) return [];
    const start = own.findIndex((one) => one!.isJoined);
    return {
      values: own.map((one) => one!.wentWell / one!.known),
      ...(start >= 0 && { start }),
    };
  });
  const effects = units.length >= 2 ? staggeredEffects(units) : [];
  return {
    reps: units.filter(({ start }) => start !== undefined && start > 0).length,
    effects: effects.filter(({ standardError }) => standardError > 0),
  };
}
