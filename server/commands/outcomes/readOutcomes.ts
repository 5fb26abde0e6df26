import type { Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { dealWorth, type DealWorth } from '../../domain/outcomes/dealWorth.ts';
import { proficiencyReport, type ProficiencyReport } from '../../domain/outcomes/proficiency.ts';
import type { ProgramStart } from '../../domain/outcomes/programStart.ts';
import {
  outcomesReport,
  sharesByMode,
  withoutOtherSupervisors,
  type OutcomesReport,
} from '../../domain/outcomes/report.ts';
import { outcomesScope } from '../../domain/outcomes/scope.ts';
import type { SinceTheStart } from '../../domain/outcomes/sinceTheStart.ts';
import { periodOf, type OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import { waitingReport, type WaitingReport } from '../../domain/outcomes/waiting.ts';
import { worthReport, type WorthReport } from '../../domain/outcomes/worth.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type {
  CallDays,
  DealTotals,
  ProficiencyTotals,
  ProgramStarts,
  WaitingTotalsStore,
  WorthTotals,
} from '../../ports/index.ts';
import { unknownWhenAway } from '../calls/ringGroup.ts';
import type { Result } from '../transact/result.ts';
import { teamsByStart } from './programStarts.ts';
import { whoseOutcomes, type AskedOf, type Whose, type WhoseDeps } from './whose.ts';

export interface OutcomesDeps extends WhoseDeps {
  readonly callDays: Pick<
    CallDays,
    'reps' | 'tenures' | 'periods' | 'interventions' | 'due' | 'days' | 'whoCalled' | 'queues'
  >;
  readonly worthTotals: WorthTotals;
  readonly dealTotals: Pick<DealTotals, 'of'>;
  readonly proficiencyTotals: ProficiencyTotals;
  readonly programStarts: ProgramStarts;
  readonly waitingTotals: WaitingTotalsStore;
}

interface NamedSince extends Omit<SinceTheStart, 'teams'> {
  readonly teams?: Omit<NonNullable<SinceTheStart['teams']>, 'starts'> & {
    readonly starts: readonly (ProgramStart & { readonly name: string })[];
  };
}

/** With the names of the teams whose start was stated. */
export interface NamedWorth extends Omit<WorthReport, 'since'> {
  readonly since: NamedSince;
  /** Reps are compared though starts are stated: the CRM did not say who is in which team. */
  readonly teamsUnknown?: true;
}

/** The page's question: the mode, and whose calls. */
export interface OutcomesAsked extends Omit<OutcomesQuestion, 'orgId'>, Pick<AskedOf, 'team'> {
  readonly mode: Mode;
}

type Read<T> = Result<T & { readonly scope: Whose['scope']; readonly vocabulary: Vocabulary }>;

/** Finds out whose calls a reader's numbers are of, and reads them. */
async function readFor<T>(
  deps: OutcomesDeps,
  person: Person,
  {
    team,
    mode: _mode,
    read,
    ...period
  }: OutcomesAsked & {
    readonly read: (
      question: OutcomesQuestion,
      whose: Whose['whose'],
      vocabulary: Vocabulary,
    ) => Promise<T>;
  },
): Promise<Read<T>> {
  const { from, to } = period;
  const counted = await whoseOutcomes(deps, person, { from, to, ...(team && { team }) });
  if ('refusal' in counted) return counted;
  const { orgId } = person;
  const vocabulary = vocabularyOf(await deps.policies.inForce(orgId));
  const { scope, whose } = counted.ok;
  return { ok: { ...(await read({ orgId, ...period }, whose, vocabulary)), scope, vocabulary } };
}

/** How often a mode is used, who differs, and how it ended. */
export const readOutcomes = (
  deps: OutcomesDeps,
  person: Person,
  asked: OutcomesAsked,
): Promise<
  Read<{
    readonly report: OutcomesReport;
    readonly by: 'day' | 'week';
    readonly daysDue: number;
  }>
> =>
  readFor(deps, person, {
    ...asked,
    read: async (question, whose, vocabulary) => {
      const { callDays } = deps;
      const by = periodOf(question);
      const [reps, tenures, periods, interventions, daysDue] = await Promise.all([
        callDays.reps(question, whose),
        callDays.tenures(question, whose),
        callDays.periods(question, by, whose),
        callDays.interventions(question, whose),
        callDays.due(question.orgId),
      ]);
      const counted = { from: question.from, periods, reps, interventions, tenures };
      const report = outcomesReport(counted, asked.mode, vocabulary);
      return { report: await forReader(deps, person, report), by, daysDue };
    },
  });

/** Supervisors are shown their own figures and those of supervisors whom they manage. */
async function forReader(
  { directory, policies }: Pick<OutcomesDeps, 'directory' | 'policies'>,
  person: Person,
  report: OutcomesReport,
): Promise<OutcomesReport> {
  const { orgId, userId: reader } = person;
  if (outcomesScope(await policies.inForce(orgId), person) === 'everybody') return report;
  const managed = await Promise.all(
    report.supervisors.points.map(async ({ userId }) => {
      const supervisor = await directory.person(orgId, userId);
      return supervisor?.managerIds.includes(reader) ? [userId] : [];
    }),
  );
  const own = new Set([reader, ...managed.flat()]);
  return withoutOtherSupervisors(report, (userId) => own.has(userId));
}

/**
 * What a mode is worth. The question's reasons are ignored, because calls without the mode have
 * none.
 */
export const readWorth = (
  deps: OutcomesDeps,
  person: Person,
  { reasonCode: _reason, ...asked }: OutcomesAsked,
): Promise<Read<{ readonly report: NamedWorth }>> =>
  readFor(deps, person, {
    ...asked,
    read: async (question, whose, vocabulary) => {
      const { callDays, worthTotals } = deps;
      const { mode } = asked;
      const [interventions, issues, holdOut, results, periods, supervision] = await Promise.all([
        callDays.interventions(question, whose),
        worthTotals.issues(question, whose),
        worthTotals.holdOut(question, whose),
        worthTotals.results(question, whose),
        worthTotals.periods(question, mode, whose),
        worthTotals.supervision(question, whose),
      ]);
      const { teams, isUnknown } = await teamsByStart(
        deps,
        question.orgId,
        periods.map(({ repUserId }) => repUserId),
      );
      const byMode = sharesByMode(interventions, vocabulary);
      const counted = {
        issues,
        results,
        periods,
        supervision,
        byMode,
        ...(teams && { teams }),
        ...(holdOut && { holdOut }),
      };
      const report = worthReport(counted, mode);
      const since = await named(deps, question.orgId, report.since);
      return { report: { ...report, since, ...(isUnknown && { teamsUnknown: true }) } };
    },
  });

/** The teams whose start was stated, by the names of their managers. */
async function named(
  { directory }: Pick<OutcomesDeps, 'directory'>,
  orgId: string,
  since: SinceTheStart,
): Promise<NamedSince> {
  const { teams, ...rest } = since;
  if (!teams) return rest;
  const starts = await Promise.all(
    teams.starts.map(async (start) => ({
      ...start,
      name:
        (await directory.person(orgId, start.managerUserId).catch(unknownWhenAway))?.name ??
        start.managerUserId,
    })),
  );
  return { ...rest, teams: { ...teams, starts } };
}

/** The results of deals. The question's reasons are ignored. */
export const readDealWorth = (
  deps: OutcomesDeps,
  person: Person,
  { reasonCode: _reason, ...asked }: OutcomesAsked,
): Promise<Read<{ readonly report: DealWorth }>> =>
  readFor(deps, person, {
    ...asked,
    read: async (question, whose) => ({
      report: dealWorth(await deps.dealTotals.of(question, asked.mode, whose), asked.mode),
    }),
  });

/** How long new reps take, of all that is known up to the last day: months are too short for it. */
export const readProficiency = (
  deps: OutcomesDeps,
  person: Person,
  { reasonCode: _reason, ...asked }: OutcomesAsked,
): Promise<Read<{ readonly report: ProficiencyReport & Pick<NamedWorth, 'teamsUnknown'> }>> =>
  readFor(deps, person, {
    ...asked,
    read: async ({ orgId, to }, whose) => {
      const periods = await deps.proficiencyTotals.periods(orgId, to, whose);
      const { teams, isUnknown } = await teamsByStart(
        deps,
        orgId,
        periods.map(({ repUserId }) => repUserId),
      );
      const report = proficiencyReport(periods, teams);
      return { report: { ...report, ...(isUnknown && { teamsUnknown: true }) } };
    },
  });

/** How callers fared. Mode, direction and reason make no difference. */
export const readWaiting = (
  deps: OutcomesDeps,
  person: Person,
  { reasonCode: _reason, ...asked }: OutcomesAsked,
): Promise<Read<{ readonly report: WaitingReport }>> =>
  readFor(deps, person, {
    ...asked,
    read: async (question, whose) => {
      const by = periodOf(question);
      return { report: waitingReport(await deps.waitingTotals.periods(question, by, whose), by) };
    },
  });
