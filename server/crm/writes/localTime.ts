import { Temporal } from 'temporal-polyfill';
import { recordedTime } from '../../domain/texts/clock.ts';
import type { Reader } from '../../domain/texts/texts.ts';

/** The calendar date in this time zone, such as 2026-11-20; in UTC if the zone is unknown. */
export const dayIn = (at: string, timeZone: string | undefined): string =>
  inZone(timeZone, (zone) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );

/** The time of day in this time zone, such as 09:05; in UTC if the zone is unknown. */
export const clockIn = (at: string, timeZone: string | undefined): string =>
  inZone(timeZone, (zone) =>
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' }),
  );

/** The moment at which it is this full hour on that date in the time zone, in ISO 8601. */
export const momentAt = (day: string, hour: number, timeZone: string | undefined): string =>
  inZone(timeZone, (zone) =>
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: { hour } })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' }),
  );

/** The moment as a record states it, in this time zone. */
export const timeIn = (at: string, timeZone: string | undefined, reader: Reader): string =>
  inZone(timeZone, (zone) => recordedTime(at, zone, reader));

function inZone<T>(timeZone: string | undefined, run: (zone: string) => T): T {
  try {
    return run(timeZone ?? 'UTC');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return run('UTC');
  }
}
