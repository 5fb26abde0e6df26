import type { Outcomes, SavedShare } from 'c/outcomeApi';
import { csvText } from 'c/uiCsv';

const COLUMNS = ['table', 'name', 'n', 'events', 'rate', 'low', 'high', 'reading'];

/**
 * What the page shows, as one table: of periods and people n is calls or interventions and events
 * those in the mode; of outcomes n is those with one and events the saved ones.
 */
export function csvOf({ chart, reps, supervisors, byMode, byReason }: Outcomes): string {
  const people = (table: string, { points }: Outcomes['reps']) =>
    points.map(({ name, n, events, rate, limits95, verdict }) => [
      table,
      name,
      n,
      events,
      rate,
      limits95.low,
      limits95.high,
      verdict,
    ]);
  const shares = (table: string, those: readonly (SavedShare & { name: string })[]) =>
    those.map(({ name, given, saved, interval }) => [
      table,
      name,
      given,
      saved,
      given > 0 ? saved / given : '',
      interval.low,
      interval.high,
      '',
    ]);
  const rows = [
    COLUMNS,
    ...chart.points.map(({ from, n, events, rate, low, high, signal }) => [
      'period',
      from,
      n,
      events,
      rate,
      low,
      high,
      signal ?? 'common',
    ]),
    ...people('rep', reps),
    ...people('supervisor', supervisors),
    ...shares(
      'mode',
      byMode.map((one) => ({ ...one, name: one.mode })),
    ),
    ...shares(
      'reason',
      byReason.map((one) => ({ ...one, name: one.label ?? one.reasonCode ?? '' })),
    ),
  ];
  return csvText(rows);
}
