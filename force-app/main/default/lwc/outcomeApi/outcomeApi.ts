import { percentText } from './scale';

export * from './scale';
import { request } from 'c/dealsideSession';
import { countText, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

export interface Interval {
  low: number;
  high: number;
}

/** A day or week, with the limits of common variation. `signal`: it lies outside of that. */
export interface RatePoint {
  from: string;
  n: number;
  events: number;
  rate: number;
  low: number;
  high: number;
  signal?: 'beyond_limit' | 'run';
}

/** A person beside the others. */
export interface FunnelPoint {
  userId: string;
  name: string;
  n: number;
  events: number;
  rate: number;
  shrunkRate: number;
  limits95: Interval;
  limits998: Interval;
  verdict: 'usual' | 'outlier_high' | 'outlier_low';
}

interface Funnel {
  target: number;
  points: FunnelPoint[];
}

export interface SavedShare {
  interventions: number;
  given: number;
  saved: number;
  interval: Interval;
}

export interface Outcomes {
  from: string;
  to: string;
  mode: Mode;
  by: 'day' | 'week';
  /** RevOps reads of everybody, supervisors of their reps. */
  scope: 'everybody' | 'reps';
  /** Days whose calls have changed since they were counted. */
  daysDue: number;
  totals: Record<Mode, number> & {
    answered: number;
    talkSeconds: number;
    helpRequested: number;
    transferred: number;
  };
  norm?: Interval;
  chart: { centre: number; points: RatePoint[] };
  reps: Funnel;
  supervisors: Funnel;
  byMode: (SavedShare & { mode: Mode })[];
  byReason: (SavedShare & { reasonCode?: string; label?: string })[];
}

export interface OutcomesQuestion {
  from: string;
  to: string;
  mode: Mode;
  direction?: 'inbound' | 'outbound';
}

/** A share of how many. `interval`: between which shares the truth may lie. */
export interface CountedShare {
  events: number;
  n: number;
  interval: Interval;
}

/** An arm of a hold-out. `n` and `events` are of the `drawn` calls whose result is known. */
export interface Arm {
  drawn: number;
  n: number;
  events: number;
}

interface Drawn {
  percent: number;
  reps: number;
  shown: Arm;
  heldOut: Arm;
}

interface Estimate {
  value: number;
  interval: Interval;
}

/** What showing suggestions is worth, by what was drawn; server/domain/holdout/didItHelp.ts. */
export type HoldOut = { leftOut: number } & (
  | { status: 'none' }
  | (Drawn & { status: 'mismatch'; mismatch: 'sizes' | 'known'; pValue: number })
  | (Drawn & { status: 'too_few'; missing: 'reps' | 'calls'; moreCalls: number })
  | (Drawn & {
      status: 'estimated';
      effect: Estimate;
      unadjusted: Estimate;
      alwaysValid: Interval;
      evidence: number;
      verdict: 'helped' | 'hurt' | 'not_known';
      detectable?: number;
      moreCalls?: number;
    })
);

export type KnownOfCalls = 'inbound' | 'onDeal' | 'askedForHelp' | 'repsOtherCalls';

type Comparison =
  | { status: 'too_few'; joined: number; others: number }
  | {
      status: 'compared';
      joined: number;
      others: number;
      value: number;
      interval: Interval;
      balance: { of: KnownOfCalls; before: number; after: number }[];
      isBalanced: boolean;
      eValue: number;
      eValueOfInterval: number;
    };

export interface Worth {
  mode: Mode;
  holdOut: HoldOut;
  comparison: Comparison;
  since: {
    reps: number;
    effects: { since: number; value: number; interval: Interval; n: number }[];
  };
  ladder: Record<'whisperFirst' | 'whisperSkipped' | 'handedBack', CountedShare>;
  trust: Record<'noticesGiven' | 'acknowledged', CountedShare>;
  help: { answered: CountedShare; medianSeconds?: number; nineOfTenSeconds?: number };
  cost: {
    interventions: number;
    supervisorMinutes: number;
    saved: number;
    minutesPerSaved?: number;
  };
}

/** What a mark of a chart says: "Nov 2: 1.5%, 9 of 600". */
export const markTitle = (
  what: string,
  { rate, events, n }: Pick<RatePoint, 'rate' | 'events' | 'n'>,
): string =>
  fill(labels.outcomesPoint, {
    what,
    rate: percentText(rate),
    events: countText(events),
    n: countText(n),
  });

const queryOf = ({ from, to, mode, direction }: OutcomesQuestion): string =>
  new URLSearchParams({ from, to, mode, ...(direction && { direction }) }).toString();

export const outcomes = (question: OutcomesQuestion): Promise<Outcomes> =>
  request('GET', `/api/outcomes?${queryOf(question)}`);

export const worth = (question: OutcomesQuestion): Promise<Worth> =>
  request('GET', `/api/outcomes/worth?${queryOf(question)}`);
