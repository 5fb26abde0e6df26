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

/** When these hours begin next, as an instant; undefined when they do not within a year. */
export function nextOpening(hours: Hours, holidays: readonly Holiday[], zone: string | undefined, now: string): string | undefined {
  const local = zone && wallClock(zone, now);
  if (!local) return undefined;
  const today = Temporal.PlainDate.from(local.date);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const date = today.add({ days: ahead });
    if (!isOpenDay(hours, holidays, { date: date.toString(), weekday: weekdayOf(date) })) continue;
    // An hour that the clocks leap over begins when they have leapt; one they repeat begins at its first showing.
    const opensAt = date.toZonedDateTime({ timeZone: zone, plainTime: hours.from }).toInstant();
    if (opensAt.epochMilliseconds > Date.parse(now)) return new Date(opensAt.epochMilliseconds).toISOString();
  }
  return undefined;
}

/** Whether the last day has passed in the zone. Without a known zone it has: what cannot be checked grants nothing. */
export function isOver(lastDay: string, zone: string | undefined, now: string): boolean {
  const local = zone && wallClock(zone, now);
  return !local || local.date > lastDay;
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

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

/** The same few zones and moments are asked about for every rule and person: each is worked out once. */
const shown = new Map<string, WallClock | undefined>();
const SHOWN_AT_MOST = 4_096;

/** What a wall clock in the zone shows; undefined for a zone that does not exist. */
function wallClock(zone: string, now: string): WallClock | undefined {
  const key = `${zone} ${now.slice(0, 16)}`;
  if (shown.has(key)) return shown.get(key);
  if (shown.size >= SHOWN_AT_MOST) shown.clear();
  const face = read(zone, now);
  shown.set(key, face);
  return face;
}

function read(zone: string, now: string): WallClock | undefined {
  try {
    const local = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
    return { date: local.toPlainDate().toString(), weekday: WEEKDAYS[local.dayOfWeek - 1]!, minute: local.hour * 60 + local.minute };
  } catch (problem) {
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
}
