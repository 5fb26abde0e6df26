import type { AlertReport } from './alertWorth.ts';
import {
  alertRows,
  coachingRows,
  proficiencyRows,
  trustRows,
  type CoachingNumbers,
} from './coachingRows.ts';
import type { DealWorth } from './dealWorth.ts';
import type { OutcomeRow } from './outcomeRow.ts';
import type { ProficiencyReport } from './proficiency.ts';
import type { OutcomesReport } from './report.ts';
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
    coaching,
    labelOf,
  }: {
    readonly deals: DealWorth;
    readonly waiting: WaitingReport;
    readonly alerts: AlertReport;
    readonly trust: TrustReport;
    readonly proficiency: ProficiencyReport;
    readonly coaching: CoachingNumbers;
    readonly labelOf: (reasonCode: string) => string;
  },
): OutcomeRow[] => [
  ...reportRows(report, labelOf),
  ...issueRows(worth.savedByIssue),
  ...holdOutRows('holdOut', worth.holdOut),
  ...comparisonRows(worth),
  ...sinceRows('since', worth.since),
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
  ...deals.looks.flatMap(dealRows),
  ...coachingRows(coaching, labelOf),
];

function reportRows(
  {
    totals,
    chart,
    reps,
    supervisors,
    repsByTenure,
    supervisorsByTenure,
    byMode,
    byReason,
  }: OutcomesReport,
  labelOf: (reasonCode: string) => string,
): OutcomeRow[] {
  const people = (table: string, { points }: OutcomesReport['reps']): OutcomeRow[] =>
    points.map(({ name, n, events, rate, limits95, verdict }) => ({
      table,
      name,
      n,
      events,
      value: rate,
      ...limits95,
      reading: verdict,
    }));
  return [
    ...(['answered', 'monitor', 'whisper', 'barge', 'takeover', 'helpRequested'] as const).map(
      (name) => count('total', name, { value: totals[name] }),
    ),
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
    ...people('rep', reps),
    ...people('supervisor', supervisors),
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

const tenureRows = (table: string, funnel: OutcomesReport['repsByTenure']): OutcomeRow[] =>
  funnel.status === 'too_few'
    ? [count(table, 'status', { reading: 'too_few' })]
    : funnel.points.flatMap(({ name, n, events, rate, limits95, verdict, weeks }) => [
        { table, name, n, events, value: rate, ...limits95, reading: verdict },
        count(table, `${name} weeks`, { value: weeks }),
      ]);

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
  { reps, earlier, effects }: WorthReport['since'],
): OutcomeRow[] => [
  count(table, 'reps', { value: reps }),
  count(table, 'earlier', { value: earlier }),
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

function holdOutRows(table: string, holdOut: WorthReport['holdOut']): OutcomeRow[] {
  if (holdOut.status === 'none') return [count(table, 'status', { reading: 'none' })];
  // If the arms cannot be compared, their shares must not be shown side by side.
  const arm = (name: string, { n, events }: (typeof holdOut)['shown']): OutcomeRow => ({
    table,
    name,
    n,
    ...(holdOut.status === 'estimated' && { events, ...(n > 0 && { value: events / n }) }),
    reading: '',
  });
  const rows = [
    count(table, 'status', { reading: holdOut.status }),
    count(table, 'since', { reading: holdOut.since }),
    arm('shown', holdOut.shown),
    arm('heldOut', holdOut.heldOut),
  ];
  if (holdOut.status !== 'estimated') return rows;
  const { effect, unadjusted, alwaysValid, verdict } = holdOut;
  return [
    ...rows,
    {
      table,
      name: 'alwaysValid',
      value: effect.value,
      ...alwaysValid,
      reading: verdict,
    },
    { table, name: 'adjusted', value: effect.value, ...effect.interval, reading: '' },
    {
      table,
      name: 'unadjusted',
      value: unadjusted.value,
      ...unadjusted.interval,
      reading: '',
    },
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
