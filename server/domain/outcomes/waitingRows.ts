import type { OutcomeRow } from './outcomeRow.ts';
import type { WaitingReport } from './waiting.ts';

type Callers = WaitingReport['totals'];

/** What the page shows of callers who waited, each number once. */
export function waitingRows(report: WaitingReport): OutcomeRow[] {
  const { comparison } = report;
  return [
    ...callerRows('waiting', '', report.totals),
    ...report.periods.flatMap(({ from, ...callers }) =>
      callerRows('waiting by period', from, callers),
    ),
    ...report.queues.flatMap(({ queueId = 'none', ...callers }) =>
      callerRows('waiting by queue', queueId, callers),
    ),
    {
      table: 'waiting',
      name: 'difference unanswered',
      n: comparison.much + comparison.little,
      events: comparison.much,
      ...(comparison.status === 'compared'
        ? {
            value: comparison.value,
            ...comparison.interval,
            reading: comparison.isBalanced ? 'not_an_effect' : 'not_an_effect_unbalanced',
          }
        : { reading: 'too_few' }),
    },
  ];
}

function callerRows(table: string, name: string, callers: Callers): OutcomeRow[] {
  const of = (what: string): string => [name, what].filter(Boolean).join(' ');
  const share = (what: string, { n, events, interval }: Callers['soon']): OutcomeRow => ({
    table,
    name: of(what),
    n,
    events,
    ...(n > 0 && { value: events / n, ...interval }),
    reading: '',
  });
  const number = (what: string, value?: number): OutcomeRow => ({
    table,
    name: of(what),
    ...(value !== undefined && { value }),
    reading: '',
  });
  return [
    number('missed', callers.missed),
    number('abandoned', callers.abandoned),
    share('unanswered', callers.unanswered),
    share('answeredSoon', callers.soon),
    number('waitSeconds', callers.waitSeconds),
    number('supervisedMinutes', callers.supervisedMinutes),
  ];
}
