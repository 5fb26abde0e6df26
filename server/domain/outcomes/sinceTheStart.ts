import { staggeredEffects, type EventEffect } from '../statistics/staggered.ts';
import { PERIOD_DAYS, type PeriodResults } from './totals.ts';

/** Of how many reps supervisors began meanwhile, and how their calls went in periods since then. */
export interface SinceTheStart {
  readonly reps: number;
  /** Of how many supervisors had begun before, and so are in no comparison. */
  readonly earlier: number;
  readonly effects: readonly EventEffect[];
}

/**
 * How reps' calls went before and after supervisors began, against reps with whom they had not begun
 * yet. The start is the first use ever, also before these periods and on other calls than these: a
 * later one would count reps as new who are not. In periods without known calls a rep is left out.
 */
export function sinceTheStart(results: readonly PeriodResults[]): SinceTheStart {
  const known = results.filter((one) => one.known > 0);
  const first = known.map(({ from }) => from).sort()[0];
  if (first === undefined) return { reps: 0, earlier: 0, effects: [] };
  const placeOf = (from: string): number =>
    Math.round((Date.parse(from) - Date.parse(first)) / (PERIOD_DAYS * DAY_MS));
  const periods = 1 + Math.max(...known.map(({ from }) => placeOf(from)));
  const units = [...Map.groupBy(known, ({ repUserId }) => repUserId).values()].map((those) => {
    const own = new Map(those.map((one) => [placeOf(one.from), one]));
    const { startedIn } = those[0]!;
    return {
      values: Array.from({ length: periods }, (_, place) => {
        const one = own.get(place);
        return one && one.wentWell / one.known;
      }),
      ...(startedIn !== undefined && { start: placeOf(startedIn) }),
    };
  });
  const starts = units.flatMap(({ start }) => start ?? []);
  return {
    reps: starts.filter((start) => start > 0 && start < periods).length,
    earlier: starts.filter((start) => start <= 0).length,
    effects: staggeredEffects(units).filter(({ standardError }) => standardError > 0),
  };
}

const DAY_MS = 86_400_000;
