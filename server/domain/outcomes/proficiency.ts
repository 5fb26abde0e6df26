import type { TeamsOfReps } from './programStart.ts';
import { PERIOD_DAYS } from './totals.ts';

/** The known calls of a rep in four weeks, counted from those of the first call. */
export interface ProficiencyPeriod {
  readonly repUserId: string;
  /** 0: the four weeks of the rep's first call. */
  readonly place: number;
  /** Whether the rep began after the first four weeks that anything is known of. */
  readonly isNew: boolean;
  /** The first day of the four weeks of the rep's first call. */
  readonly began: string;
  /** Whether supervisors had begun to step in on any call when the rep began. */
  readonly isSupported: boolean;
  readonly known: number;
  readonly wentWell: number;
}

/** How long new reps took until their calls went as well as those of experienced reps. */
interface ProficiencyGroup {
  readonly reps: number;
  readonly reached: number;
  /** Of all reps of the group, those who are still on their way included; undefined for few. */
  readonly medianWeeks?: number;
}

export type ProficiencyReport =
  | { readonly status: 'too_few' }
  | {
      readonly status: 'measured';
      /** The share of calls of experienced reps that went well, and of how many calls. */
      readonly experienced: { readonly share: number; readonly n: number };
      /** Reps who began before supervisors stepped in on any call, and after. */
      readonly before: ProficiencyGroup;
      readonly since: ProficiencyGroup;
    };

/** From here on a rep is experienced: after 24 weeks. */
const EXPERIENCED_FROM = 6;
const FEWEST_EXPERIENCED_CALLS = 100;
const FEWEST_CALLS = 20;
const FEWEST_REPS = 5;
const WEEKS = PERIOD_DAYS / 7;

/**
 * Compares the time to proficiency before and after supervisors began (D15). Proficient is a rep
 * whose calls of two periods in a row went as well as those of experienced reps. Where the start of
 * the program of a rep's team is stated, that is when supervisors began for this rep.
 */
export function proficiencyReport(
  periods: readonly ProficiencyPeriod[],
  teams?: TeamsOfReps,
): ProficiencyReport {
  const late = periods.filter(({ place }) => place >= EXPERIENCED_FROM);
  const n = sumOf(late, ({ known }) => known);
  if (n < FEWEST_EXPERIENCED_CALLS) return { status: 'too_few' };
  const share = sumOf(late, ({ wentWell }) => wentWell) / n;
  const reps = [
    ...Map.groupBy(
      periods.filter(({ isNew }) => isNew),
      ({ repUserId }) => repUserId,
    ).values(),
  ].map((own) => ({ isSupported: isSupported(own[0]!, teams), ...timeOf(own, share) }));
  return {
    status: 'measured',
    experienced: { share, n },
    before: groupOf(reps.filter(({ isSupported }) => !isSupported)),
    since: groupOf(reps.filter(({ isSupported }) => isSupported)),
  };
}

/** Whether the rep began in the four weeks in which the program had begun, or later. */
function isSupported(
  { repUserId, began, isSupported: isSinceFirstUse }: ProficiencyPeriod,
  teams: TeamsOfReps | undefined,
): boolean {
  const startsOn = teams?.get(repUserId)?.startsOn;
  if (startsOn === undefined) return isSinceFirstUse;
  return Date.parse(startsOn) < Date.parse(began) + PERIOD_DAYS * 86_400_000;
}

interface Time {
  readonly weeks: number;
  readonly isReached: boolean;
}

/** After how many weeks a rep was proficient, or how long the rep has been on the way. */
function timeOf(own: readonly ProficiencyPeriod[], share: number): Time {
  const byPlace = new Map(own.map((one) => [one.place, one]));
  const last = Math.max(...byPlace.keys());
  for (let place = 0; place < last; place += 1) {
    const two = [byPlace.get(place), byPlace.get(place + 1)].filter((one) => one !== undefined);
    const known = sumOf(two, (one) => one.known);
    if (known >= FEWEST_CALLS && sumOf(two, (one) => one.wentWell) / known >= share)
      return { weeks: (place + 2) * WEEKS, isReached: true };
  }
  return { weeks: (last + 1) * WEEKS, isReached: false };
}

const groupOf = (times: readonly Time[]): ProficiencyGroup => {
  const medianWeeks = times.length < FEWEST_REPS ? undefined : medianOf(times);
  return {
    reps: times.length,
    reached: times.filter(({ isReached }) => isReached).length,
    ...(medianWeeks !== undefined && { medianWeeks }),
  };
};

/** The median by the product-limit estimate (Kaplan and Meier 1958): who is on the way counts. */
function medianOf(times: readonly Time[]): number | undefined {
  let left = 1;
  for (const weeks of [...new Set(times.map((one) => one.weeks))].toSorted((a, b) => a - b)) {
    const atRisk = times.filter((one) => one.weeks >= weeks).length;
    const reached = times.filter((one) => one.weeks === weeks && one.isReached).length;
    left *= 1 - reached / atRisk;
    if (left <= 0.5) return weeks;
  }
  return undefined;
}

const sumOf = <T>(those: readonly T[], read: (one: T) => number): number =>
  those.reduce((sum, one) => sum + read(one), 0);
