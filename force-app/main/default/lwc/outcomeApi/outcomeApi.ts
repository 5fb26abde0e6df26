import type { DealsThen } from './deals';
import type { Proficiency } from './proficiency';
import { percentText } from './scale';

export * from './alerts';
export * from './coaching';
export * from './deals';
export * from './proficiency';
export * from './drill';
export * from './scale';
export * from './starts';
export * from './waiting';
import { countText, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { authorizedFetch, problemOf, request } from 'c/dealsideSession';

export interface Interval {
  low: number;
  high: number;
}

/** A day or week with the limits of common variation. `signal`: it is outside of them. */
export interface RatePoint {
  from: string;
  n: number;
  events: number;
  rate: number;
  low: number;
  high: number;
  signal?: 'beyond_limit' | 'run';
}

/** A person among others. */
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
  /** Of a funnel that is adjusted for tenure. `isAtLeast`: perhaps longer. */
  weeks?: number;
  isAtLeast?: boolean;
}

export interface Funnel {
  target: number;
  points: FunnelPoint[];
}

/** People compared with what is usual for as long as they have been there. */
export type AdjustedFunnel = { status: 'too_few' } | ({ status: 'adjusted' } & Funnel);

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
  /** RevOps sees everybody's calls, supervisors those of their reps. */
  scope: 'everybody' | 'reps';
  /** The number of days whose calls changed since they were counted. */
  daysDue: number;
  totals: Record<Mode, number> & {
    answered: number;
    talkSeconds: number;
    helpRequested: number;
    transferred: number;
  };
  norm?: Interval;
  chart: { center: number; points: RatePoint[] };
  reps: Funnel;
  supervisors: Funnel;
  /** How many more joined these calls whose figures are not for this person. */
  otherSupervisors: number;
  repsByTenure: AdjustedFunnel;
  supervisorsByTenure: AdjustedFunnel;
  byMode: (SavedShare & { mode: Mode })[];
  byReason: (SavedShare & { reasonCode?: string; label?: string })[];
}

export interface OutcomesQuestion {
  from: string;
  to: string;
  mode: Mode;
  direction?: 'inbound' | 'outbound';
  /** The manager of the reps. */
  team?: string;
  queueId?: string;
  reasonCode?: string;
}

/** A share with its number of calls. `interval`: the range of plausible shares. */
export interface CountedShare {
  events: number;
  n: number;
  interval: Interval;
}

/** An arm of a hold-out. `n` and `events` count those of the `drawn` calls with a known result. */
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

/** The effect of showing suggestions; server/domain/holdout/didItHelp.ts. */
export type HoldOut = {
  leftOut: number;
  /** The first day of the newest share: the answer is of all calls since then. */
  since?: string;
} & (
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

interface SinceTheStart {
  reps: number;
  /** Of how many supervisors had begun before the period. */
  earlier: number;
  effects: { since: number; value: number; interval: Interval; n: number }[];
  /** Where the start of a team's program is stated: then teams are compared. */
  teams?: {
    started: number;
    earlier: number;
    byFirstUse: number;
    repsWithoutTeam: number;
    starts: { name?: string; startsOn: string }[];
  };
}

/** Customers' ratings of calls; server/domain/outcomes/satisfaction.ts. */
export type Satisfaction =
  | { status: 'none' }
  | {
      status: 'answered';
      /** How many ratings came from the org's survey, and from a key pressed after the call. */
      sources: { survey: number; key: number };
      groups: {
        /** The highest mode of the calls; undefined if nobody joined. */
        mode?: Mode;
        answered: CountedShare;
        satisfied: CountedShare;
        comparison?: Comparison;
      }[];
      holdOut: HoldOut;
      since: SinceTheStart;
    };

/** The mean of the rep's shares of the talk, of `n` calls with words. */
export interface TalkShare {
  /** The highest mode of the calls; undefined if nobody joined. */
  mode?: Mode;
  n: number;
  share?: number;
  interval?: Interval;
}

export type Issue =
  | 'progress'
  | 'follow_up'
  | 'service'
  | 'retention'
  | 'declined'
  | 'not_reached'
  | 'other';

/** Calls about the same, by who joined. Without an issue the rep has not said it. */
export interface SavedByIssue {
  issue?: Issue;
  groups: {
    /** The highest mode of the calls; undefined if nobody joined. */
    mode?: Mode;
    calls: number;
    /** Only of issues of which customers can be kept. */
    saved?: CountedShare;
  }[];
}

export interface Worth {
  mode: Mode;
  savedByIssue: readonly SavedByIssue[];
  talkShare: readonly TalkShare[];
  holdOut: HoldOut;
  comparison: Comparison;
  since: SinceTheStart;
  /** Whether reps are compared because Salesforce did not say who is in which team. */
  teamsUnknown?: true;
  satisfaction: Satisfaction;
  /** Absent from a server of an earlier release. */
  coverage?: CountedShare;
  ladder: Record<'whisperFirst' | 'whisperSkipped' | 'handedBack', CountedShare> & {
    /** Absent from a server of an earlier release. */
    customerHeard?: CountedShare;
  };
  trust: Record<'noticesGiven' | 'acknowledged', CountedShare>;
  help: { answered: CountedShare; medianSeconds?: number; nineOfTenSeconds?: number };
  cost: {
    interventions: number;
    supervisorMinutes: number;
    saved: number;
    minutesPerSaved?: number;
    /** Customers who called again within seven days. */
    callBacks: Comparison;
    /** Seconds of a call. */
    talk: { joined?: number; others?: number };
    hold: { joined?: number; others?: number };
    afterCall: { joined?: number; others?: number };
    handleTime: { joined?: number; others?: number };
  };
}

/** The title of a mark in a chart: "Nov 2: 1.5%, 9 of 600". */
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

const queryOf = (question: OutcomesQuestion): string =>
  new URLSearchParams({ ...question }).toString();

export const outcomes = (question: OutcomesQuestion): Promise<Outcomes> =>
  request('GET', `/api/outcomes?${queryOf(question)}`);

export const worth = (question: OutcomesQuestion): Promise<Worth> =>
  request('GET', `/api/outcomes/worth?${queryOf(question)}`);

export const proficiency = (question: OutcomesQuestion): Promise<Proficiency> =>
  request('GET', `/api/outcomes/proficiency?${queryOf(question)}`);

export const deals = (question: OutcomesQuestion): Promise<{ mode: Mode; looks: DealsThen[] }> =>
  request('GET', `/api/outcomes/deals?${queryOf(question)}`);

export interface Choice {
  value: string;
  label: string;
}

/** The choices for the filters, from the calls of a period that this person may read. */
export interface OutcomeChoices {
  teams: Choice[];
  queues: Choice[];
  reasons: Choice[];
  /** Whether this person may state when the program of a team began. */
  mayStateStarts?: boolean;
}

export const choices = ({
  from,
  to,
}: Pick<OutcomesQuestion, 'from' | 'to'>): Promise<OutcomeChoices> =>
  request('GET', `/api/outcomes/filters?${new URLSearchParams({ from, to }).toString()}`);

export type FileFormat = 'csv' | 'parquet';

/** The data of the page as a file: the address for a link that downloads it. */
export async function outcomeFile(question: OutcomesQuestion, format: FileFormat): Promise<string> {
  const response = await authorizedFetch(
    `/api/outcomes/file?${queryOf(question)}&format=${format}`,
  );
  if (!response.ok) throw await problemOf(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:application/octet-stream;base64,${btoa(text)}`;
}
