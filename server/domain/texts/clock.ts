import { Temporal } from 'temporal-polyfill';
import { fill, formatsIn, languageIn, TEXTS, type Reader } from './texts.ts';

/** Any Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** A day of the week, counted from Monday: 0 is "Monday". */
export const dayName = (weekday: number, reader: Reader): string =>
  new Intl.DateTimeFormat(formatsIn(reader), { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + weekday * DAY_MS,
  );

/** A time of day such as 08:00 as people write it: "8:00 AM". */
export function timeOfDay(hhmm: string, reader: Reader): string {
  if (hhmm === '24:00') return TEXTS[languageIn(reader)].clock.midnight;
  return new Intl.DateTimeFormat(formatsIn(reader), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  })
    .format(new Date(`1970-01-01T${hhmm}:00Z`))
    .replace('\u202f', ' ');
}

/**
 * A moment to come as people say it: "8:00 AM today", "8:00 AM tomorrow", "8:00 AM on Monday",
 * "8:00 AM on January 4".
 */
export function clockWords(
  at: string,
  now: string,
  { zone, reader }: { readonly zone: string; readonly reader: Reader },
): string {
  const { clock } = TEXTS[languageIn(reader)];
  const then = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const days = Temporal.Instant.from(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .until(then.toPlainDate()).days;
  const time = timeOfDay(then.toPlainTime().toString({ smallestUnit: 'minute' }), reader);
  if (days === 0) return fill(clock.today, { time });
  if (days === 1) return fill(clock.tomorrow, { time });
  if (days < 7) return fill(clock.weekday, { time, day: dayName(then.dayOfWeek - 1, reader) });
  const day = new Intl.DateTimeFormat(formatsIn(reader), {
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(new Date(at));
  return fill(clock.date, { time, day });
}

/** A moment with its day: "Thu, Dec 3, 9:15 AM". */
export const whenWords = (at: string, zone: string, reader: Reader): string =>
  new Intl.DateTimeFormat(formatsIn(reader), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  })
    .format(new Date(at))
    .replace('\u202f', ' ');

/** A moment that was: its time, and its day unless that is today. */
export function sinceWords(
  at: string,
  now: string,
  { zone, reader }: { readonly zone: string; readonly reader: Reader },
): string {
  const dayOf = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
  const isToday = dayOf(at).toPlainDate().equals(dayOf(now).toPlainDate());
  return new Intl.DateTimeFormat(formatsIn(reader), {
    ...(!isToday && { dateStyle: 'medium' }),
    timeStyle: 'short',
    timeZone: zone,
  })
    .format(new Date(at))
    .replace('\u202f', ' ');
}

/** A moment to the second with its zone, for records: "Nov 20, 2026, 9:00:01 AM PST". */
export const recordedTime = (at: string, zone: string, reader: Reader): string =>
  new Intl.DateTimeFormat(formatsIn(reader), {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: zone,
  })
    .format(new Date(at))
    .replace('\u202f', ' ');
