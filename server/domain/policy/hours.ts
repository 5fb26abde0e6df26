import { Temporal } from 'temporal-polyfill';
import { WEEKDAYS, type Holiday, type Hours, type Weekday } from './policy.ts';

/** How far ahead the next opening is looked for: a rule that opens no more within a year is as good as closed. */
const DAYS_AHEAD = 366;
const DAY_MINUTES = 24 * 60;

/** Whether the wall clock of the zone shows an hour of these. Without a known zone it is never within. */
export function isWithin(hours: Hours, holidays: readonly Holiday[], zone: string | undefined, now: string): boolean {
  const local = zone && wallClock(zone, now);
  if (!local) return false;
  const { from, to } = spanOf(hours);
  const runsOn = local.minute + DAY_MINUTES < to && isOpenDay(hours, holidays, dayBefore(local));
  return runsOn || (local.minute >= from && local.minute < to && isOpenDay(hours, holidays, local));
}

interface Foreseen { readonly holidays: readonly Holiday[]; readonly since: string; readonly opensAt: string | undefined }

/** An opening stays the next one until it comes. Every call on a wall asks for it. */
const foreseen = new WeakMap<Hours, Map<string, Foreseen>>();

/** When these hours begin next, as an instant, asked while they are closed; undefined when they do not within a year. */
export function nextOpening(hours: Hours, holidays: readonly Holiday[], zone: string | undefined, now: string): string | undefined {
  const byZone = foreseen.get(hours) ?? new Map<string, Foreseen>();
  foreseen.set(hours, byZone);
  const known = byZone.get(String(zone));
  if (known?.opensAt && known.holidays === holidays && known.since <= now && now < known.opensAt) return known.opensAt;
  const opensAt = findOpening(hours, holidays, zone, now);
  byZone.set(String(zone), { holidays, since: now, opensAt });
  return opensAt;
}

function findOpening(hours: Hours, holidays: readonly Holiday[], zone: string | undefined, now: string): string | undefined {
  const local = zone && wallClock(zone, now);
  if (!local) return undefined;
  const opens = (at: string): boolean => at > now && isWithin(hours, holidays, zone, at);
  // Clocks that are put forward or back may land within the hours, whenever these begin.
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

/** Whether the last day has passed in the zone. Without a known zone it has: what cannot be checked grants nothing. */
export function isOver(lastDay: string, zone: string | undefined, now: string): boolean {
  const local = zone && wallClock(zone, now);
  return !local || local.date > lastDay;
}

/** When a wall clock shows this time: twice where clocks are put back; where they leap over it, what it shows is the nearest. */
const showings = (local: Temporal.PlainDateTime, zone: string): string[] =>
  (['earlier', 'later'] as const).map((disambiguation) => instantOf(local.toZonedDateTime(zone, { disambiguation })));

const instantOf = (at: Temporal.ZonedDateTime): string => new Date(at.epochMilliseconds).toISOString();

/** Day of the week and hour of the day on the wall clock of the zone; undefined without a known zone. */
export function hourOf(zone: string | undefined, now: string): { readonly weekday: Weekday; readonly hour: number } | undefined {
  const local = zone ? wallClock(zone, now) : undefined;
  return local && { weekday: local.weekday, hour: Math.floor(local.minute / 60) };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** From when to when, in minutes of the day it begins; past midnight is beyond the day's 1,440. */
function spanOf({ from, to }: Hours): { from: number; to: number } {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return { from: start, to: end > start ? end : end + DAY_MINUTES };
}

interface LocalDay { readonly date: string; readonly weekday: Weekday }
interface WallClock extends LocalDay { readonly minute: number }

const isOpenDay = ({ days, exceptOn }: Hours, holidays: readonly Holiday[], { date, weekday }: LocalDay): boolean =>
  days.includes(weekday) && !holidays.some((holiday) => holiday.calendar === exceptOn && holiday.date === date);

function dayBefore({ date }: LocalDay): LocalDay {
  const before = Temporal.PlainDate.from(date).subtract({ days: 1 });
  return { date: before.toString(), weekday: weekdayOf(before) };
}

const weekdayOf = (date: Temporal.PlainDate): Weekday => WEEKDAYS[date.dayOfWeek - 1]!;

/** The same few zones and moments are asked about for every rule and person: each quarter is worked out once. */
const shown = new Map<string, WallClock | undefined>();
const SHOWN_AT_MOST = 16_384;

/** What a wall clock in the zone shows; undefined for a zone that does not exist. */
function wallClock(zone: string, now: string): WallClock | undefined {
  // Zones are whole quarters of an hour away from UTC, and change at one: within a quarter only the minute moves.
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
    return { date: local.toPlainDate().toString(), weekday: WEEKDAYS[local.dayOfWeek - 1]!, minute: local.hour * 60 + local.minute };
  } catch (problem) {
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}
