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

export function outcomes({ from, to, mode, direction }: OutcomesQuestion): Promise<Outcomes> {
  const query = new URLSearchParams({ from, to, mode, ...(direction && { direction }) });
  return request('GET', `/api/outcomes?${query.toString()}`);
}
