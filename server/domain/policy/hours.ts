import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Holiday, type Hours, type Weekday } from './policy.ts';

/** How far ahead the next opening is searched, in days. Later ones do not count. */
const DAYS_AHEAD = 366;
const DAY_MINUTES = 24 * 60;

/** Whether the local time in the zone is within these hours. False in an unknown zone. */
export function isWithin(
  hours: Hours,
  holidays: readonly Holiday[],
  { zone, now }: { readonly zone?: string; readonly now: string },
): boolean {
  const local = zone && wallClock(zone, now);
  if (!local) return false;
  const { from, to } = spanOf(hours);
  const runsOn = local.minute + DAY_MINUTES < to && isOpenDay(hours, holidays, dayBefore(local));
  return runsOn || (local.minute >= from && local.minute < to && isOpenDay(hours, holidays, local));
}

interface Foreseen {
  readonly holidays: readonly Holiday[];
  readonly since: string;
  readonly opensAt: string | undefined;
}

/**
 * A cache: every call on a live wall needs the next opening, and it stays the same until it has
 * come.
 */
const foreseen = new WeakMap<Hours, Map<string, Foreseen>>();

/**
 * When these hours begin next, given a time outside them; undefined when they do not begin within a
 * year.
 */
export function nextOpening(
  hours: Hours,
  holidays: readonly Holiday[],
  { zone, now }: { readonly zone?: string; readonly now: string },
): string | undefined {
  const byZone = foreseen.get(hours) ?? new Map<string, Foreseen>();
  foreseen.set(hours, byZone);
  const known = byZone.get(String(zone));
  if (known?.opensAt && known.holidays === holidays && known.since <= now && now < known.opensAt)
    return known.opensAt;
  const opensAt = findOpening(hours, holidays, { zone, now });
  byZone.set(String(zone), { holidays, since: now, opensAt });
  return opensAt;
}

function findOpening(
  hours: Hours,
  holidays: readonly Holiday[],
  { zone, now }: { readonly zone?: string; readonly now: string },
): string | undefined {
  const local = zone && wallClock(zone, now);
  if (!local) return undefined;
  const opens = (at: string): boolean => at > now && isWithin(hours, holidays, { zone, now: at });
  // A daylight saving change can move the local time into the hours without passing their
  // beginning.
  const turn = Temporal.Instant.from(now).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  const turnAt = turn ? instantOf(turn) : undefined;
  const today = Temporal.PlainDate.from(local.date);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const date = today.add({ days: ahead });
    const opensAt = showings(date.toPlainDateTime(hours.from), zone).find(opens);
    if (turnAt && (opensAt ?? date.toString()) > turnAt && opens(turnAt)) return turnAt;
    if (opensAt) return opensAt;
  }
  return undefined;
}

/**
 * Whether the last day has passed in the zone. True in an unknown zone: what cannot be checked
 * grants nothing.
 */
export function isOver(lastDay: string, zone: string | undefined, now: string): boolean {
  const local = zone && wallClock(zone, now);
  return !local || local.date > lastDay;
}

/**
 * The instants at which local time is this: two where clocks are set back, and the nearest where
 * they skip it.
 */
const showings = (local: Temporal.PlainDateTime, zone: string): string[] =>
  (['earlier', 'later'] as const).map((disambiguation) =>
    instantOf(local.toZonedDateTime(zone, { disambiguation })),
  );

const instantOf = (at: Temporal.ZonedDateTime): string =>
  new Date(at.epochMilliseconds).toISOString();

/** The day of the week and the hour in local time; undefined in an unknown zone. */
export function hourOf(
  zone: string | undefined,
  now: string,
): { readonly weekday: Weekday; readonly hour: number } | undefined {
  const local = zone ? wallClock(zone, now) : undefined;
  return local && { weekday: local.weekday, hour: Math.floor(local.minute / 60) };
}

const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The beginning and end, in minutes of the day on which it begins. Past midnight, the end is above
 * 1,440.
 */
function spanOf({ from, to }: Hours): { from: number; to: number } {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return { from: start, to: end > start ? end : end + DAY_MINUTES };
}

interface LocalDay {
  readonly date: string;
  readonly weekday: Weekday;
}
interface WallClock extends LocalDay {
  readonly minute: number;
}

const isOpenDay = (
  { days, exceptOn }: Hours,
  holidays: readonly Holiday[],
  { date, weekday }: LocalDay,
): boolean =>
  days.includes(weekday) &&
  !holidays.some((holiday) => holiday.calendar === exceptOn && holiday.date === date);

function dayBefore({ date }: LocalDay): LocalDay {
  const before = Temporal.PlainDate.from(date).subtract({ days: 1 });
  return { date: before.toString(), weekday: weekdayOf(before) };
}

const weekdayOf = (date: Temporal.PlainDate): Weekday => WEEKDAYS[date.dayOfWeek - 1]!;

/**
 * A cache: the same zones and times recur for every rule and person. Each quarter of an hour is
 * computed once.
 */
const shown = new Map<string, WallClock | undefined>();
const SHOWN_AT_MOST = 16_384;

/** The local time in the zone; undefined for a zone that does not exist. */
function wallClock(zone: string, now: string): WallClock | undefined {
  // Offsets from UTC are whole quarters of an hour and change at one, so within a quarter only the
  // minute changes.
  const past = Number(now.slice(14, 16)) % 15;
  const quarter = `${now.slice(0, 14)}${String(Number(now.slice(14, 16)) - past).padStart(2, '0')}`;
  const key = `${zone} ${quarter}`;
  if (!shown.has(key)) {
    if (shown.size >= SHOWN_AT_MOST) shown.clear();
    shown.set(key, read(zone, `${quarter}Z`));
  }
  const face = shown.get(key);
  return face && { ...face, minute: face.minute + past };
}

function read(zone: string, at: string): WallClock | undefined {
  try {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
    return {
      date: local.toPlainDate().toString(),
      weekday: WEEKDAYS[local.dayOfWeek - 1]!,
      minute: local.hour * 60 + local.minute,
    };
  } catch (problem) {
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}
