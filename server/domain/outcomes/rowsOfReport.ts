import type { AlertReport } from './alertWorth.ts';
import {
  alertRows,
  coachingRows,
  proficiencyRows,
  trustRows,
  type CoachingNumbers,
} from './coachingRows.ts';
import type { DealWorth } from './dealWorth.ts';
import type { FirstDaysReport } from './firstDays.ts';
import { holdOutRows } from './holdOutRows.ts';
import type { OutcomeRow } from './outcomeRow.ts';
import type { ProficiencyReport } from './proficiency.ts';
import type { OutcomesReport } from './report.ts';
import { reportRows } from './reportRows.ts';
import { count, share } from './rowsOf.ts';
import type { TrustReport } from './trust.ts';
import type { WaitingReport } from './waiting.ts';
import { waitingRows } from './waitingRows.ts';
import type { WorthReport } from './worth.ts';

/** The numbers on the page, each once, in the page's order. */
export const rowsOfReport = (
  report: OutcomesReport,
  worth: WorthReport,
  {
    deals,
    waiting,
    alerts,
    trust,
    proficiency,
    firstDays,
    coaching,
    labelOf,
  }: {
    readonly deals: DealWorth;
    readonly waiting: WaitingReport;
    readonly alerts: AlertReport;
    readonly trust: TrustReport;
    readonly proficiency: ProficiencyReport;
    readonly firstDays: FirstDaysReport;
    readonly coaching: CoachingNumbers;
    readonly labelOf: (reasonCode: string) => string;
  },
): OutcomeRow[] => [
  ...reportRows(report, labelOf),
  ...issueRows(worth.savedByIssue),
  ...holdOutRows('holdOut', worth.holdOut),
  ...comparisonRows(worth),
  ...sinceRows('since', worth.since),
  share('way', 'coverage', worth.coverage),
  share('way', 'customerHeard', worth.ladder.customerHeard),
  share('way', 'whisperFirst', worth.ladder.whisperFirst),
  share('way', 'whisperSkipped', worth.ladder.whisperSkipped),
  share('way', 'handedBack', worth.ladder.handedBack),
  share('way', 'noticesGiven', worth.trust.noticesGiven),
  share('way', 'acknowledged', worth.trust.acknowledged),
  share('way', 'helpAnswered', worth.help.answered),
  count('way', 'helpMedianSeconds', { value: worth.help.medianSeconds }),
  count('way', 'helpNineOfTenSeconds', { value: worth.help.nineOfTenSeconds }),
  count('cost', 'interventions', { value: worth.cost.interventions }),
  count('cost', 'supervisorMinutes', { value: worth.cost.supervisorMinutes }),
  count('cost', 'saved', { value: worth.cost.saved }),
  count('cost', 'minutesPerSaved', { value: worth.cost.minutesPerSaved }),
  differenceRow('cost', 'callBacks difference', worth.cost.callBacks),
  count('cost', 'talkSeconds joined', { value: worth.cost.talk.joined }),
  count('cost', 'talkSeconds nobody', { value: worth.cost.talk.others }),
  count('cost', 'holdSeconds joined', { value: worth.cost.hold.joined }),
  count('cost', 'holdSeconds nobody', { value: worth.cost.hold.others }),
  count('cost', 'afterCallSeconds joined', { value: worth.cost.afterCall.joined }),
  count('cost', 'afterCallSeconds nobody', { value: worth.cost.afterCall.others }),
  count('cost', 'handleSeconds joined', { value: worth.cost.handleTime.joined }),
  count('cost', 'handleSeconds nobody', { value: worth.cost.handleTime.others }),
  ...worth.talkShare.map(({ mode = 'nobody', n, share: value, interval }) => ({
    table: 'talkShare',
    name: mode,
    n,
    value,
    ...interval,
    reading: '',
  })),
  ...satisfactionRows(worth.satisfaction),
  ...alertRows(alerts),
  ...trustRows(trust),
  ...waitingRows(waiting),
  ...proficiencyRows(proficiency),
  ...firstDaysRows(firstDays),
  ...deals.looks.flatMap(dealRows),
  ...coachingRows(coaching, labelOf),
];

/** The reading says what the page says above the shares: that they are of different calls. */
const issueRows = (issues: WorthReport['savedByIssue']): OutcomeRow[] =>
  issues.flatMap(({ issue = 'not_said', groups }) =>
    groups.map(({ mode = 'nobody', calls, saved }) => ({
      ...(saved ? share('issue', `${issue} ${mode}`, saved) : { table: 'issue', n: calls }),
      name: `${issue} ${mode}`,
      reading: saved ? 'not_an_effect' : '',
    })),
  );

const sinceRows = (
  table: string,
  { reps, earlier, teams, effects }: WorthReport['since'],
): OutcomeRow[] => [
  count(table, 'reps', { value: reps }),
  count(table, 'earlier', { value: earlier }),
  ...(teams
    ? [
        count(table, 'teams', { value: teams.started }),
        count(table, 'teams earlier', { value: teams.earlier }),
        count(table, 'teams by first use', { value: teams.byFirstUse }),
        count(table, 'reps without team', { value: teams.repsWithoutTeam }),
      ]
    : []),
  ...effects.map(({ since, n, value, interval }) => ({
    table,
    name: String(since),
    n,
    value,
    ...interval,
    reading: '',
  })),
];

function satisfactionRows(satisfaction: WorthReport['satisfaction']): OutcomeRow[] {
  const table = 'satisfaction';
  if (satisfaction.status === 'none') return [count(table, 'status', { reading: 'none' })];
  return [
    count(table, 'answers by survey', { value: satisfaction.sources.survey }),
    count(table, 'answers by key', { value: satisfaction.sources.key }),
    ...satisfaction.groups.flatMap(({ mode = 'nobody', answered, satisfied, comparison }) => [
      share(table, `${mode} answered`, answered),
      share(table, `${mode} satisfied`, satisfied),
      ...(comparison ? [differenceRow(table, `${mode} difference`, comparison)] : []),
    ]),
    ...holdOutRows('satisfaction holdOut', satisfaction.holdOut),
    ...sinceRows('satisfaction since', satisfaction.since),
  ];
}

/** The reading says what the page says above the number: that it is no effect. */
function differenceRow(
  table: string,
  name: string,
  comparison: WorthReport['comparison'],
): OutcomeRow {
  const { joined, others } = comparison;
  const row = { table, name, n: joined + others, events: joined };
  if (comparison.status === 'too_few') return { ...row, reading: 'too_few' };
  return {
    ...row,
    value: comparison.value,
    ...comparison.interval,
    reading: comparison.isBalanced ? 'not_an_effect' : 'not_an_effect_unbalanced',
  };
}

function comparisonRows({ comparison }: WorthReport): OutcomeRow[] {
  const difference = differenceRow('comparison', 'difference', comparison);
  if (comparison.status === 'too_few') return [difference];
  return [
    difference,
    count('comparison', 'eValue', { value: comparison.eValue }),
    count('comparison', 'eValueOfInterval', { value: comparison.eValueOfInterval }),
    ...comparison.balance.flatMap(({ of, before, after }) => [
      count('balance', `${of} before`, { value: before }),
      count('balance', `${of} after`, { value: after }),
    ]),
  ];
}

const firstDaysRows = ({ reps, total, waiting }: FirstDaysReport): OutcomeRow[] => [
  count('firstDays', 'reps', { value: total }),
  count('firstDays', 'waiting', { value: waiting.length }),
  ...reps.flatMap(({ name, barges, alerts, scores }) =>
    Object.entries({ barges, alerts, scores }).flatMap(([what, compared]) =>
      compared
        ? (['first', 'later'] as const).map((when): OutcomeRow => {
            const { n, value, interval } = compared[when];
            return {
              table: 'firstDays',
              name: `${name} ${what} ${when}`,
              n,
              ...(value !== undefined && { value }),
              ...interval,
              reading: compared.changed ? 'changed' : '',
            };
          })
        : count('firstDays', `${name} ${what}`, { reading: 'not_kept' }),
    ),
  ),
];

function dealRows(look: DealWorth['looks'][number]): OutcomeRow[] {
  const table = `deals after ${look.days} days`;
  const groups = (['joined', 'others'] as const).flatMap((name): OutcomeRow[] => {
    const { known, winRate, daysToClose, cycleDays, revenue, currencies, ...counts } = look[name];
    return [
      ...(['movedOn', 'movedBack', 'won', 'lost', 'gone', 'newOwner'] as const).map((of) => ({
        table,
        name: `${name} ${of}`,
        n: known,
        events: counts[of],
        ...(known > 0 && { value: counts[of] / known }),
        reading: '',
      })),
      share(table, `${name} winRate`, winRate),
      ...Object.entries({ daysToClose, cycleDays }).map(([of, one]) => ({
        table,
        name: `${name} ${of}`,
        n: one?.n ?? 0,
        ...(one && { value: one.median, ...one.interval }),
        reading: '',
      })),
      { table, name: `${name} revenue`, n: known, value: revenue, reading: '' },
      ...currencies.flatMap(({ currency, won, revenue: own }) =>
        currency
          ? [{ table, name: `${name} revenue ${currency}`, n: won, value: own, reading: '' }]
          : [],
      ),
    ];
  });
  return [
    ...groups,
    ...(look.eValue === undefined ? [] : [count(table, 'eValue', { value: look.eValue })]),
    ...(['movedOn', 'won', 'revenue'] as const).map((of): OutcomeRow => {
      const one = look[of];
      return one.status === 'compared'
        ? {
            table,
            name: `difference ${of}`,
            value: one.value,
            ...one.interval,
            reading: 'not_an_effect',
          }
        : count(table, `difference ${of}`, { reading: 'too_few' });
    }),
  ];
}
