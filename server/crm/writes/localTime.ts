import { Temporal } from 'temporal-polyfill';

/** The date on a calendar in this time zone, as 2026-11-20; in UTC where the zone is unknown. */
export const dayIn = (at: string, timeZone: string | undefined): string =>
  inZone(timeZone, (zone) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );

/** The moment at which clocks in this time zone show the full hour on that date, in ISO 8601. */
export const momentAt = (day: string, hour: number, timeZone: string | undefined): string =>
  inZone(timeZone, (zone) =>
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: { hour } })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' }),
  );

function inZone<T>(timeZone: string | undefined, run: (zone: string) => T): T {
  try {
    return run(timeZone ?? 'UTC');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return run('UTC');
  }
}
