import { MODES, type Mode } from '../call/modes.ts';
import { controlChart, type ControlChart } from '../statistics/controlChart.ts';
import { funnel, type Funnel } from '../statistics/funnel.ts';
import { wilsonInterval, type Interval } from '../statistics/proportions.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { outcomeOf } from '../vocabulary/vocabulary.ts';
import { adjustedForTenure, type AdjustedFunnel, type Tenure } from './tenure.ts';
import type { InterventionTotals, PeriodTotals, RepTotals } from './totals.ts';

/** The share of answered calls with a barge that is ordinary (docs/glossary.md, barge rate). */
const BARGE_NORM: Interval = { low: 0.005, high: 0.02 };

/** How those with an outcome went. The interval is of the share that was saved. */
interface SavedShare {
  readonly interventions: number;
  readonly given: number;
  readonly saved: number;
  readonly interval: Interval;
}

export interface OutcomesReport {
  readonly mode: Mode;
  readonly totals: PeriodTotals & Pick<RepTotals, 'talkSeconds' | 'helpRequested' | 'transferred'>;
  /** What is ordinary of this mode; of the others no source says it. */
  readonly norm?: Interval;
  readonly chart: ControlChart<Pick<PeriodTotals, 'from'>>;
  readonly reps: Funnel<Named>;
  /** Of a supervisor's interventions, how many reached the mode. */
  readonly supervisors: Funnel<Named>;
  /** How many more joined these calls whose figures are not for this reader. */
  readonly otherSupervisors: number;
  /** The same, each compared with what is usual for their tenure. */
  readonly repsByTenure: AdjustedFunnel<Named>;
  readonly supervisorsByTenure: AdjustedFunnel<Named>;
  readonly byMode: readonly (SavedShare & { readonly mode: Mode; readonly seconds: number })[];
  readonly byReason: readonly (SavedShare & { readonly reasonCode?: string })[];
}

interface Named {
  readonly userId: string;
  readonly name: string;
}

export interface CountedTotals {
  readonly from: string;
  readonly periods: readonly PeriodTotals[];
  readonly reps: readonly RepTotals[];
  readonly interventions: readonly InterventionTotals[];
  readonly tenures: Tenures;
}

/** Of reps at their last call in the period, and of supervisors at their last intervention. */
export interface Tenures {
  readonly reps: readonly Tenure[];
  readonly supervisors: readonly Tenure[];
}

/**
 * What the totals say about one mode: its rate over time and between people, and how it went. The
 * org's vocabulary says which outcomes count as saved.
 */
export function outcomesReport(
  { from, periods, reps, interventions, tenures }: CountedTotals,
  mode: Mode,
  vocabulary: Vocabulary,
): OutcomesReport {
  const ofReps = reps.map((rep) => ({
    userId: rep.userId,
    name: rep.name,
    n: rep.answered,
    events: rep[mode],
  }));
  const ofSupervisors = gathered(interventions, ({ supervisorUserId }) => supervisorUserId).map(
    (own) => ({
      userId: own[0]!.supervisorUserId,
      name: own[0]!.supervisorName,
      n: countOf(own),
      events: countOf(own.filter((one) => one.mode === mode)),
    }),
  );
  const savedShare = savedShareBy(vocabulary);
  return {
    mode,
    totals: { from, ...totalsOf(reps) },
    ...(mode === 'barge' && { norm: BARGE_NORM }),
    chart: controlChart(
      periods.map((period) => ({ from: period.from, n: period.answered, events: period[mode] })),
    ),
    reps: funnel(ofReps),
    supervisors: funnel(ofSupervisors),
    otherSupervisors: 0,
    repsByTenure: adjustedForTenure(ofReps, tenures.reps),
    supervisorsByTenure: adjustedForTenure(ofSupervisors, tenures.supervisors),
    byMode: sharesByMode(interventions, vocabulary),
    byReason: gathered(
      interventions.filter((one) => one.mode === mode),
      ({ reasonCode }) => reasonCode ?? '',
    )
      .map((those) => ({ reasonCode: those[0]!.reasonCode, ...savedShare(those) }))
      .sort((a, b) => b.interventions - a.interventions),
  };
}

/**
 * Leaves out the figures of supervisors that are not for this reader: that somebody steps in more
 * often than others is for them, their managers and RevOps. Everybody is still compared with all.
 */
export function withoutOtherSupervisors(
  report: OutcomesReport,
  isForReader: (supervisorUserId: string) => boolean,
): OutcomesReport {
  const only = <F extends { readonly points: readonly Named[] }>(one: F): F => ({
    ...one,
    points: one.points.filter(({ userId }) => isForReader(userId)),
  });
  const supervisors = only(report.supervisors);
  const { supervisorsByTenure } = report;
  return {
    ...report,
    supervisors,
    otherSupervisors: report.supervisors.points.length - supervisors.points.length,
    supervisorsByTenure:
      supervisorsByTenure.status === 'adjusted' ? only(supervisorsByTenure) : supervisorsByTenure,
  };
}

/** How the interventions of each mode ended. */
export const sharesByMode = (
  interventions: readonly InterventionTotals[],
  vocabulary: Vocabulary,
): OutcomesReport['byMode'] =>
  gathered(interventions, (one) => one.mode)
    .map((those) => ({
      mode: those[0]!.mode,
      seconds: sum(those, ({ seconds }) => seconds),
      ...savedShareBy(vocabulary)(those),
    }))
    .sort((a, b) => MODES.indexOf(a.mode) - MODES.indexOf(b.mode));

function totalsOf(reps: readonly RepTotals[]): Omit<OutcomesReport['totals'], 'from'> {
  const of = (read: (rep: RepTotals) => number): number => sum(reps, read);
  return {
    answered: of(({ answered }) => answered),
    ...(Object.fromEntries(MODES.map((mode) => [mode, of((rep) => rep[mode])])) as Record<
      Mode,
      number
    >),
    talkSeconds: of(({ talkSeconds }) => talkSeconds),
    helpRequested: of(({ helpRequested }) => helpRequested),
    transferred: of(({ transferred }) => transferred),
  };
}

function savedShareBy(vocabulary: Vocabulary) {
  return (those: readonly InterventionTotals[]): SavedShare => {
    const given = countOf(those.filter(({ outcomeCode }) => outcomeCode));
    const saved = countOf(
      those.filter(
        ({ outcomeCode }) => outcomeCode && outcomeOf(vocabulary, outcomeCode)?.countsAsSaved,
      ),
    );
    return {
      interventions: countOf(those),
      given,
      saved,
      interval: wilsonInterval({ events: saved, n: given }),
    };
  };
}

const countOf = (those: readonly InterventionTotals[]): number =>
  sum(those, ({ interventions }) => interventions);

const sum = <T>(those: readonly T[], read: (one: T) => number): number =>
  those.reduce((total, one) => total + read(one), 0);

/** Those with the same key together, in the order of their first. */
function gathered<T>(those: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of those) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
