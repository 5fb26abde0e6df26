import FORM_FACTOR from '@salesforce/client/formFactor';
import LOCALE from '@salesforce/i18n/locale';
import { withMinusSign } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { TableColumn } from 'c/uiDataTable';
import type { Interval } from './outcomeApi';

/**
 * The drawing area of a chart, in units of its viewBox, sized so that texts are readable on a
 * phone.
 */
export const AREA = {
  width: FORM_FACTOR === 'Small' ? 340 : 720,
  height: FORM_FACTOR === 'Small' ? 200 : 260,
  left: 52,
  right: 12,
  top: 12,
  bottom: 30,
} as const;

const percentWith = (decimals: number): Intl.NumberFormat =>
  new Intl.NumberFormat(LOCALE, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
const percent = percentWith(1);
const day = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const dayWithYear = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });

/**
 * A measured share or a score, always with one decimal so that figures beside each other compare:
 * "1.5%", "67.0%". Progress, settings and what is being measured right now are whole percents.
 */
export const percentText = (share: number): string => percent.format(share);
/** A share, or that it was not measured. */
export const measuredText = (share: number | undefined): string =>
  share === undefined ? labels.outcomesWorthNotMeasured : percentText(share);
/** An interval of shares: "12% – 20%"; that it is not known where there is none. */
export const betweenText = (interval: Interval | undefined): string =>
  interval
    ? `${percentText(interval.low)} – ${percentText(interval.high)}`
    : labels.outcomesNotKnown;
/** The last day of the week that begins on this day. */
const lastDayOf = (monday: string): string =>
  new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);
/**
 * The days of a period that begins on this day, limited to the shown days. A period is a day, or a
 * week from Monday.
 */
export function daysOfPeriod(
  first: string,
  { by, from, to }: { readonly by: 'day' | 'week'; readonly from: string; readonly to: string },
): { from: string; to: string } {
  const last = by === 'day' ? first : lastDayOf(first);
  return { from: first > from ? first : from, to: last < to ? last : to };
}

/** The positions on an axis that have a date: the first, the middle and the last. */
export function datedPlaces(count: number): number[] {
  const last = count - 1;
  return last > 0 ? [...new Set([0, Math.floor(last / 2), last])] : [...Array(count).keys()];
}

/** A calendar date, YYYY-MM-DD: "Nov 2". */
export const dayOfYearText = (date: string): string => day.format(new Date(date));
/** The same with its year: "Nov 2, 2026". */
export const dateOfDayText = (date: string): string => dayWithYear.format(new Date(date));

const signed = new Intl.NumberFormat(LOCALE, {
  signDisplay: 'exceptZero',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const decimals = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 3 });
const digits = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });

/** A difference of shares: "+6.0 points" */
export const pointsText = (difference: number): string =>
  fill(labels.outcomesWorthPoints, { points: withMinusSign(signed.format(100 * difference)) });
/** Both ends of an interval of such differences, as texts. */
export const pointsOf = ({ low, high }: Interval): { low: string; high: string } => ({
  low: pointsText(low),
  high: pointsText(high),
});
/** An interval of such differences: "−1.2 points – +6.0 points" */
export const pointsBetween = (interval: Interval): string => {
  const { low, high } = pointsOf(interval);
  return `${low} – ${high}`;
};
/** A number with three significant digits: "23.1" */
export const digitsText = (value: number): string => withMinusSign(digits.format(value));
/** A number near one with three decimals; very small ones become 0: "0.142" */
export const decimalsText = (value: number): string => withMinusSign(decimals.format(value));

/** An amount in a currency, without cents: "€1,200" */
export const moneyText = (amount: number, currency: string): string =>
  new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  }).format(amount);

/** Rounds up to a value that people read easily: 0.013 to 0.02. */
export function niceMaximum(value: number): number {
  if (value <= 0) return 0.01;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((factor) => value <= factor * magnitude)!;
  return Math.min(1, step * magnitude);
}

/** The vertical position of a rate, from the top. */
export const yOf = (rate: number, maximum: number): number =>
  rounded(
    AREA.top + (1 - Math.min(rate, maximum) / maximum) * (AREA.height - AREA.top - AREA.bottom),
  );

/** The horizontal position of a share of the width, from the left. */
export const xOf = (share: number): number =>
  rounded(AREA.left + share * (AREA.width - AREA.left - AREA.right));

const rounded = (value: number): number => Math.round(value * 10) / 10;

export interface Tick {
  key: string;
  text: string;
  x: number;
  y: number;
}

const RATE_TICKS = 4;

/** The labels of the axis of rates. */
export const rateTicks = (maximum: number): Tick[] =>
  Array.from({ length: RATE_TICKS + 1 }, (_, index) => {
    const rate = (maximum * index) / RATE_TICKS;
    return {
      key: `rate-${index}`,
      text: axisText(rate, maximum),
      x: AREA.left - 6,
      y: yOf(rate, maximum),
    };
  });

/** A rate on an axis of whole quarters of `maximum`: all with as many decimals as one of them needs. */
export const axisText = (rate: number, maximum: number): string => {
  const quarter = (100 * maximum) / RATE_TICKS;
  const needed = [0, 1].find((decimals) => Number.isInteger(rounded3(quarter * 10 ** decimals)));
  return percentWith(needed ?? 2).format(rate);
};

const rounded3 = (value: number): number => Math.round(value * 1000) / 1000;

/** The points of a polyline: "52,10 60,12". */
export const line = (points: readonly { readonly x: number; readonly y: number }[]): string =>
  points.map(({ x, y }) => `${x},${y}`).join(' ');

/** Columns in this order, by the names of their cells. */
export const columnsOf = (named: Readonly<Record<string, string>>): readonly TableColumn[] =>
  Object.entries(named).map(([key, label]) => ({ key, label }));
