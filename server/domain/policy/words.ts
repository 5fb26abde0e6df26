import { Temporal } from 'temporal-polyfill';

const WEEKDAY = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A moment to come as people say it: "08:00 today", "08:00 tomorrow", "08:00 on Monday", "08:00 on 4 January". */
export function clockWords(at: string, now: string, zone: string): string {
  const then = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const days = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().until(then.toPlainDate()).days;
  const time = then.toPlainTime().toString({ smallestUnit: 'minute' });
  if (days === 0) return `${time} today`;
  if (days === 1) return `${time} tomorrow`;
  if (days < 7) return `${time} on ${WEEKDAY[then.dayOfWeek - 1]}`;
  return `${time} on ${then.day} ${MONTH[then.month - 1]}`;
}
