/** The value below which this share of the sorted or unsorted values lies; NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Least, median and greatest, as one text. */
export function spread(values: readonly number[], show: (value: number) => string): string {
  if (values.length === 1) return show(values[0]!);
  return [Math.min(...values), median(values), Math.max(...values)].map(show).join(' / ');
}

/**
 * Milliseconds of a clock that all processes of this machine share, unlike `performance.now()`.
 */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;

export const ms = (value: number): string =>
  Number.isFinite(value)
    ? `${value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1)} ms`
    : 'none';
export const seconds = (valueMs: number): string =>
  Number.isFinite(valueMs) ? `${(valueMs / 1000).toFixed(1)} s` : 'never';
export const perSecond = (value: number): string =>
  `${Math.round(value).toLocaleString('en-US')}/s`;
export const cores = (value: number): string => `${value.toFixed(3)} cores`;
export const times = (value: number): string => `×${value.toFixed(2)}`;
