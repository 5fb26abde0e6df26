import { OrgError } from '../errors/orgError.ts';

const DAY_MS = 86_400_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The day of a date or time in a time zone: YYYY-MM-DD. */
export const dayIn = (value: string, timeZone: string): string =>
  value.length <= 10 ? value : formatIn(timeZone).format(new Date(value));

const formats = new Map<string, Intl.DateTimeFormat>();
/** Cached, because creating a format takes longer than formatting a hundred days. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The first and last day of an interval, both included; undefined if unlimited. */
export function daysOf(
  interval: string,
  today: string,
): { readonly from?: string; readonly to?: string } {
  const year = Number(today.slice(0, 4));
  const last = /^INTERVAL_LAST(7|30|60|90|120)$/.exec(interval)?.[1];
  if (last) return { from: plusDays(today, 1 - Number(last)), to: today };
  switch (interval) {
    case 'INTERVAL_CUSTOM':
      return {};
    case 'INTERVAL_CURY':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'INTERVAL_PREVCURY':
      return { from: `${year - 1}-01-01`, to: `${year}-12-31` };
    case 'INTERVAL_TODAY':
      return { from: today, to: today };
    default:
      throw new OrgError(400, 'BAD_REQUEST', `this stand-in does not support ${interval}`);
  }
}

/** The first day of a day's group, and the label of the group. */
export function groupOf(
  day: string,
  granularity: string,
): { readonly value: string; readonly label: string } {
  const [year = '', month = ''] = day.split('-');
  const quarter = Math.floor((Number(month) - 1) / 3);
  switch (granularity) {
    case 'Day':
    case 'None':
      return { value: day, label: day };
    case 'Week': {
      // Weeks begin on Sunday, as in the United States.
      const first = plusDays(day, -new Date(day).getUTCDay());
      return { value: first, label: `${first} - ${plusDays(first, 6)}` };
    }
    case 'Month':
      return { value: `${year}-${month}-01`, label: `${MONTHS[Number(month) - 1]} ${year}` };
    case 'Quarter':
      return {
        value: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`,
        label: `Q${quarter + 1} CY${year}`,
      };
    case 'Year':
      return { value: `${year}-01-01`, label: `CY${year}` };
    default:
      throw new OrgError(400, 'BAD_REQUEST', `this stand-in does not support ${granularity}`);
  }
}
