import { staggeredEffects, type EventEffect } from '../statistics/staggered.ts';
import type { PeriodResults } from './totals.ts';

/** Of how many reps supervisors began meanwhile, and how their calls went in periods since then. */
export interface SinceTheStart {
  readonly reps: number;
  readonly effects: readonly EventEffect[];
}

/**
 * How reps' calls went before and after supervisors began, against reps with whom they had not begun
 * yet. Reps without known calls in one of the periods are left out.
 */
export function sinceTheStart(results: readonly PeriodResults[]): SinceTheStart {
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
