import { MODES, type Mode } from '../call/modes.ts';
import { holdOutReport, type HoldOutReport, type RepArms } from '../holdout/didItHelp.ts';
import { comparison, type Comparison } from './comparison.ts';
import type { TeamsOfReps } from './programStart.ts';
import { shareOf, type Share } from './share.ts';
import { sinceTheStart, type SinceTheStart } from './sinceTheStart.ts';
import type { PeriodResults, ResultTotals } from './totals.ts';

/** Calls with the same highest mode; without one nobody joined. */
interface RatedCalls {
  readonly mode?: Mode;
  /** Of the calls, those whose customer answered the survey. */
  readonly answered: Share;
  /** Of those, the satisfied ones. */
  readonly satisfied: Share;
  /** Against calls that nobody joined, alike in what is known of them. */
  readonly comparison?: Comparison;
}

/** Customers' ratings of calls. People who answer a survey are not a random sample. */
export type SatisfactionReport =
  /** No customer of these calls has answered, or no survey is read. */
  | { readonly status: 'none' }
  | {
      readonly status: 'answered';
      /** How many were asked by the org's survey, and by a key after the call. */
      readonly sources: { readonly survey: number; readonly key: number };
      readonly groups: readonly RatedCalls[];
      /** By what was held out. Off, also where one arm answers more often. */
      readonly holdOut: HoldOutReport;
      readonly since: SinceTheStart;
    };

interface CountedRatings {
  readonly results: readonly ResultTotals[];
  readonly periods: readonly PeriodResults[];
  readonly teams?: TeamsOfReps;
  readonly holdOut?: {
    readonly percent: number;
    readonly since: string;
    readonly leftOut: number;
    readonly ratings: readonly RepArms[];
  };
}

export function satisfactionReport({
  results,
  periods,
  teams,
  holdOut,
}: CountedRatings): SatisfactionReport {
  if (results.every(({ rated }) => rated === 0)) return { status: 'none' };
  const rated = results.map(asResults);
  return {
    status: 'answered',
    sources: sourcesOf(results),
    groups: [undefined, ...MODES].map((mode): RatedCalls => {
      const own = results.filter((one) => one.mode === mode);
      const sum = (of: 'calls' | 'rated' | 'satisfied'): number =>
        own.reduce((total, { [of]: count }) => total + count, 0);
      return {
        ...(mode && { mode, comparison: comparison(rated, mode) }),
        answered: shareOf(sum('rated'), sum('calls')),
        satisfied: shareOf(sum('satisfied'), sum('rated')),
      };
    }),
    holdOut: holdOutReport(holdOut, holdOut?.ratings ?? []),
    since: sinceTheStart(periods.map(asResults), teams),
  };
}

/** A call is known where the customer answered, and went well where the customer was satisfied. */
const asResults = <T extends Pick<ResultTotals, 'rated' | 'satisfied'>>(
  one: T,
): T & Pick<ResultTotals, 'known' | 'wentWell'> => ({
  ...one,
  known: one.rated,
  wentWell: one.satisfied,
});

function sourcesOf(results: readonly ResultTotals[]): { survey: number; key: number } {
  const rated = results.reduce((sum, one) => sum + one.rated, 0);
  const key = results.reduce((sum, one) => sum + one.ratedByKey, 0);
  return { survey: rated - key, key };
}
