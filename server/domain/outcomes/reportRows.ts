import type { OutcomeRow } from './outcomeRow.ts';
import type { OutcomesReport } from './report.ts';
import { count, share } from './rowsOf.ts';

/** How often the mode is used, by whom, and how it ended, as rows. */
export function reportRows(
  {
    totals,
    norm,
    chart,
    reps,
    supervisors,
    otherSupervisors,
    repsByTenure,
    supervisorsByTenure,
    byMode,
    byReason,
  }: OutcomesReport,
  labelOf: (reasonCode: string) => string,
): OutcomeRow[] {
  return [
    ...(['answered', 'monitor', 'whisper', 'barge', 'takeover', 'helpRequested'] as const).map(
      (name) => count('total', name, { value: totals[name] }),
    ),
    ...(norm ? [{ table: 'period', name: 'norm', ...norm, reading: '' }] : []),
    count('period', 'center', { value: chart.center }),
    ...chart.points.map(({ from, n, events, rate, low, high, signal }) => ({
      table: 'period',
      name: from,
      n,
      events,
      value: rate,
      low,
      high,
      reading: signal ?? 'common',
    })),
    ...funnelRows('rep', reps),
    ...funnelRows('supervisor', supervisors),
    count('supervisor', 'others', { value: otherSupervisors }),
    ...tenureRows('rep by tenure', repsByTenure),
    ...tenureRows('supervisor by tenure', supervisorsByTenure),
    ...byMode.map(({ mode, given, saved, interval }) =>
      share('mode', mode, { n: given, events: saved, interval }),
    ),
    ...byReason.map(({ reasonCode, given, saved, interval }) =>
      share('reason', reasonCode ? labelOf(reasonCode) : '', { n: given, events: saved, interval }),
    ),
  ];
}

/** Each person with the limits of 95 %, and in rows of their own those of 99.8 % and the shrunken rate. */
const funnelRows = (table: string, { target, points }: OutcomesReport['reps']): OutcomeRow[] => [
  count(table, 'target', { value: target }),
  ...points.flatMap(({ name, n, events, rate, shrunkRate, limits95, limits998, verdict }) => [
    { table, name, n, events, value: rate, ...limits95, reading: verdict },
    { table: `${table} limits998`, name, n, ...limits998, reading: '' },
    { table: `${table} shrunk`, name, n, value: shrunkRate, reading: '' },
  ]),
];

const tenureRows = (table: string, funnel: OutcomesReport['repsByTenure']): OutcomeRow[] =>
  funnel.status === 'too_few'
    ? [count(table, 'status', { reading: 'too_few' })]
    : [
        ...funnelRows(table, funnel),
        ...funnel.points.map(({ name, weeks, isAtLeast }) =>
          count(table, `${name} weeks`, { value: weeks, reading: isAtLeast ? 'at_least' : '' }),
        ),
      ];
