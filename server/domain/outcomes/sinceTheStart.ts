import {
  ofFewUnits,
  staggeredEffects,
  type EventEffect,
  type StaggeredUnit,
} from '../statistics/staggered.ts';
import type { TeamsOfReps } from './programStart.ts';
import { PERIOD_DAYS, type PeriodResults } from './totals.ts';

/** Of how many reps supervisors began meanwhile, and how their calls went in periods since then. */
export interface SinceTheStart {
  readonly reps: number;
  /** Of how many supervisors had begun before, and so are in no comparison. */
  readonly earlier: number;
  /** Of reps; of teams where the start of a program is stated for one. */
  readonly effects: readonly EventEffect[];
  /** Only where teams are compared. */
  readonly teams?: {
    readonly started: number;
    readonly earlier: number;
    /** Teams whose start nobody stated: it is the first use with one of their reps. */
    readonly byFirstUse: number;
    /** Reps with no manager, who are in no comparison. */
    readonly repsWithoutTeam: number;
    /** The stated starts of these teams. */
    readonly starts: readonly { readonly managerUserId: string; readonly startsOn: string }[];
  };
}

/**
 * How reps' calls went before and after supervisors began, against reps with whom they had not begun
 * yet. The start is the first use ever, also before these periods and on other calls than these: a
 * later one would count reps as new who are not. In periods without known calls a rep is left out.
 *
 * With teams, teams are compared instead, and a stated start counts: from the period that it is in.
 */
export function sinceTheStart(
  results: readonly PeriodResults[],
  teams?: TeamsOfReps,
): SinceTheStart {
  const known = results.filter((one) => one.known > 0);
  const first = known.map(({ from }) => from).sort()[0] ?? '';
  const placeOf = (day: string): number =>
    Math.floor((Date.parse(day) - Date.parse(first)) / (PERIOD_DAYS * DAY_MS));
  const periods = 1 + Math.max(-1, ...known.map(({ from }) => placeOf(from)));
  const context = { placeOf, periods };
  return teams ? ofTeams(known, teams, context) : ofReps(known, context);
}

interface Context {
  readonly placeOf: (day: string) => number;
  readonly periods: number;
}

function ofReps(known: readonly PeriodResults[], context: Context): SinceTheStart {
  const units = [...Map.groupBy(known, ({ repUserId }) => repUserId).values()].map((those) =>
    unitOf(those, those[0]!.startedIn, context),
  );
  return {
    ...countsOf(units, context),
    effects: staggeredEffects(units).filter(({ standardError }) => standardError > 0),
  };
}

function ofTeams(
  known: readonly PeriodResults[],
  teams: TeamsOfReps,
  context: Context,
): SinceTheStart {
  const ofTeam = Map.groupBy(known, ({ repUserId }) => teams.get(repUserId)?.managerUserId);
  const without = ofTeam.get(undefined) ?? [];
  const units: (StaggeredUnit & { readonly reps: number })[] = [];
  const starts: { managerUserId: string; startsOn: string }[] = [];
  let byFirstUse = 0;
  for (const [managerUserId, those] of ofTeam) {
    if (managerUserId === undefined) continue;
    const startsOn = teams.get(those[0]!.repUserId)?.startsOn;
    if (startsOn) starts.push({ managerUserId, startsOn });
    const start = startsOn ?? those.flatMap(({ startedIn }) => startedIn ?? []).sort()[0];
    if (!startsOn && start) byFirstUse += 1;
    units.push({ ...unitOf(those, start, context), reps: repsOf(those) });
  }
  const isStarted = ({ start }: StaggeredUnit) =>
    start !== undefined && start > 0 && start < context.periods;
  const isEarlier = ({ start }: StaggeredUnit) => start !== undefined && start <= 0;
  const sum = (of: readonly { readonly reps: number }[]) =>
    of.reduce((all, { reps }) => all + reps, 0);
  return {
    reps: sum(units.filter(isStarted)),
    earlier: sum(units.filter(isEarlier)),
    effects: staggeredEffects(units, FEWEST_TEAMS)
      .filter(({ n, standardError }) => n >= FEWEST_TEAMS && standardError > 0)
      .map(ofFewUnits),
    teams: {
      started: units.filter(isStarted).length,
      earlier: units.filter(isEarlier).length,
      byFirstUse,
      repsWithoutTeam: repsOf(without),
      starts: starts.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)),
    },
  };
}

/** Of one team nothing tells how much teams differ by chance. */
const FEWEST_TEAMS = 2;

function unitOf(
  those: readonly PeriodResults[],
  start: string | undefined,
  { placeOf, periods }: Context,
): StaggeredUnit {
  const sums = new Map<number, { known: number; wentWell: number }>();
  for (const { from, known, wentWell } of those) {
    const sum = sums.get(placeOf(from));
    sums.set(placeOf(from), {
      known: known + (sum?.known ?? 0),
      wentWell: wentWell + (sum?.wentWell ?? 0),
    });
  }
  return {
    values: Array.from({ length: periods }, (_, place) => {
      const sum = sums.get(place);
      return sum && sum.wentWell / sum.known;
    }),
    ...(start !== undefined && { start: placeOf(start) }),
  };
}

function countsOf(
  units: readonly StaggeredUnit[],
  { periods }: Context,
): { reps: number; earlier: number } {
  const starts = units.flatMap(({ start }) => start ?? []);
  return {
    reps: starts.filter((start) => start > 0 && start < periods).length,
    earlier: starts.filter((start) => start <= 0).length,
  };
}

const repsOf = (those: readonly PeriodResults[]): number =>
  new Set(those.map(({ repUserId }) => repUserId)).size;

const DAY_MS = 86_400_000;
