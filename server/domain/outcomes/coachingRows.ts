import type { AlertReport } from './alertWorth.ts';
import type { CalibrationReport } from './calibrationSpread.ts';
import type { OutcomeRow } from './outcomeRow.ts';
import type { ProficiencyReport } from './proficiency.ts';
import type { RecurrenceReport } from './recurrence.ts';
import { count, share } from './rowsOf.ts';
import type { Share } from './share.ts';
import type { TrustReport } from './trust.ts';

/** Ratings of 1 to 5: how many, and how often each was given. */
interface RatingSummary {
  readonly n: number;
  readonly mean?: number;
  readonly counts: readonly number[];
}

/** Debriefs of a period as the page has them. */
export interface CoachingNumbers {
  readonly held: number;
  /** Those that were done by the day they were due, of those that are done or overdue. */
  readonly onTime: Share;
  readonly rep: RatingSummary;
  readonly supervisor: RatingSummary;
  readonly recurrence: RecurrenceReport;
  readonly calibration: CalibrationReport;
}

export const coachingRows = (
  { held, onTime, rep, supervisor, recurrence, calibration }: CoachingNumbers,
  labelOf: (reasonCode: string) => string,
): OutcomeRow[] => [
  count('coaching', 'held', { value: held }),
  share('coaching', 'onTime', onTime),
  ...ratingRows('rep', rep),
  ...ratingRows('supervisor', supervisor),
  ...recurrenceRows(recurrence, labelOf),
  ...calibrationRows(calibration),
];

const ratingRows = (who: string, { n, mean, counts }: RatingSummary): OutcomeRow[] => [
  { table: 'coaching', name: `${who} rating`, n, ...(n > 0 && { value: mean }), reading: '' },
  ...counts.map((events, place) => ({
    table: 'coaching',
    name: `${who} rating ${place + 1}`,
    n,
    events,
    reading: '',
  })),
];

const recurrenceRows = (
  { of, all, reasons }: RecurrenceReport,
  labelOf: (reasonCode: string) => string,
): OutcomeRow[] => [
  share(`recurrence in ${of} calls`, '', all.again),
  count(`recurrence in ${of} calls`, 'watching', { value: all.watching }),
  ...reasons.flatMap(({ reasonCode, again, watching }) => [
    share(`recurrence in ${of} calls`, labelOf(reasonCode), again),
    count(`recurrence in ${of} calls`, `${labelOf(reasonCode)} watching`, { value: watching }),
  ]),
];

function calibrationRows({
  n,
  mean,
  interval,
  scores,
  median,
  widest,
  months,
}: CalibrationReport): OutcomeRow[] {
  const table = 'calibration';
  return [
    { table, name: 'spread', n, value: mean, ...interval, reading: '' },
    count(table, 'scores', { value: scores }),
    count(table, 'median', { value: median }),
    count(table, 'widest', { value: widest }),
    ...months.map((month) => ({
      table,
      name: month.from,
      n: month.n,
      value: month.mean,
      ...month.interval,
      reading: '',
    })),
  ];
}

type AlertUse = AlertReport['all'];

const useRows = (table: string, name: string, use: AlertUse): OutcomeRow[] => [
  count(table, `${name} shown`.trim(), { value: use.shown }),
  count(table, `${name} heldOut`.trim(), { value: use.heldOut }),
  count(table, `${name} limited`.trim(), { value: use.limited }),
  share(table, `${name} precision`.trim(), use.precision),
  share(table, `${name} usefulOfShown`.trim(), use.usefulOfShown),
];

export const alertRows = ({
  since,
  all,
  managerHours,
  perManagerHour,
  families,
  rules,
}: AlertReport): OutcomeRow[] => [
  count('alerts', 'since', { reading: since }),
  ...useRows('alerts', '', all),
  count('alerts', 'managerHours', { value: managerHours }),
  count('alerts', 'perManagerHour', { value: perManagerHour }),
  ...families.flatMap(({ family, ...use }) => useRows('alerts by family', family, use)),
  ...rules.flatMap(({ ruleName, ...use }) => useRows('alerts by rule', ruleName, use)),
];

export const trustRows = ({ refused, refusals, org }: TrustReport): OutcomeRow[] => [
  count('trust', 'refused', { value: refused }),
  ...refusals.map(({ code, refusals: value }) => count('refusals', code, { value })),
  ...(org
    ? [
        count('trust', 'auditFaults', { value: org.auditFaults }),
        count('trust', 'differences', { value: org.differences }),
        share('trust', 'audioPassed', org.audioPassed),
      ]
    : []),
];

export function proficiencyRows(report: ProficiencyReport): OutcomeRow[] {
  const table = 'proficiency';
  if (report.status === 'too_few') return [count(table, 'status', { reading: 'too_few' })];
  const { experienced } = report;
  return [
    { table, name: 'experienced', n: experienced.n, value: experienced.share, reading: '' },
    ...(['before', 'since'] as const).map((name) => {
      const { reps, reached, medianWeeks } = report[name];
      return { table, name, n: reps, events: reached, value: medianWeeks, reading: '' };
    }),
  ];
}
