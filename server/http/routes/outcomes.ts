import { DAY_FILES } from '../../commands/outcomes/dayFiles.ts';
import { refuseAudited } from '../../commands/transact/auditEntries.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { outcomesReport, sharesByMode, type OutcomesReport } from '../../domain/outcomes/report.ts';
import { outcomesScope, readsOutcomesOf } from '../../domain/outcomes/scope.ts';
import {
  periodOf,
  type DayRow,
  type OutcomesQuestion,
  type RepTotals,
} from '../../domain/outcomes/totals.ts';
import { worthReport } from '../../domain/outcomes/worth.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { labelIn, type Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type {
  CallDays,
  Clock,
  CountedReps,
  Directory,
  Ids,
  Policies,
  Store,
  WorthTotals,
} from '../../ports/index.ts';
import type { Authenticate } from '../authenticate.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { cursorOf } from '../outcomes/cursor.ts';
import { outcomesOpenApi } from '../outcomes/openApi.ts';
import { outcomeDaysQuery, outcomesQuery, valid } from '../schemas.ts';

const ROWS_AT_ONCE = 5_000;

export interface OutcomesRouteDeps {
  readonly authenticate: Authenticate;
  readonly callDays: Pick<CallDays, 'reps' | 'periods' | 'interventions' | 'due' | 'days'>;
  readonly worthTotals: WorthTotals;
  readonly directory: Pick<Directory, 'person'>;
  readonly policies: Policies;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What interventions were worth, of the calls that the reader may know of. */
export const outcomesRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    const { authenticate, callDays, worthTotals, policies } = deps;

    router.get('/api/outcomes', async (ctx) => {
      const person = await authenticate(ctx);
      const { mode, ...asked } = valid(outcomesQuery, ctx.query);
      const { orgId } = person;
      const vocabulary = vocabularyOf(await policies.inForce(orgId));
      const question = { orgId, ...asked };
      const { scope, reps, whose } = await countedFor(deps, person, question);
      const by = periodOf(question);
      const [periods, interventions, daysDue] = await Promise.all([
        callDays.periods(question, by, whose),
        callDays.interventions(question, whose),
        callDays.due(orgId),
      ]);
      const counted = { from: asked.from, periods, reps, interventions };
      ctx.body = {
        ...asked,
        by,
        scope,
        daysDue,
        ...presentOutcomes(outcomesReport(counted, mode, vocabulary), vocabulary, person.locale),
      };
    });

    router.get('/api/outcomes/worth', async (ctx) => {
      const person = await authenticate(ctx);
      const { mode, ...asked } = valid(outcomesQuery, ctx.query);
      const { orgId } = person;
      const vocabulary = vocabularyOf(await policies.inForce(orgId));
      const question = { orgId, ...asked };
      const { scope, whose } = await countedFor(deps, person, question);
      const [interventions, holdOut, results, supervision] = await Promise.all([
        callDays.interventions(question, whose),
        worthTotals.holdOut(question, whose),
        worthTotals.results(question, whose),
        worthTotals.supervision(question, whose),
      ]);
      const byMode = sharesByMode(interventions, vocabulary);
      const counted = { results, supervision, byMode, ...(holdOut && { holdOut }) };
      ctx.body = { ...asked, scope, ...worthReport(counted, mode) };
    });

    router.get('/api/outcomes/days', async (ctx) => {
      const person = await authenticate(ctx);
      const { format, limit, after, ...asked } = valid(outcomeDaysQuery, ctx.query);
      const question = { orgId: person.orgId, ...asked };
      const { scope, whose } = await countedFor(deps, person, question);
      if (format !== 'json') {
        const file = DAY_FILES[format];
        ctx.attachment(`dealside-days-${asked.from}-${asked.to}.${format}`);
        ctx.type = file.type;
        ctx.body = file.of(await allDays(callDays, question, whose));
        return;
      }
      const days = await callDays.days(question, whose, limit, after);
      const last = days.length === limit ? days.at(-1) : undefined;
      ctx.body = { ...asked, scope, days, ...(last && { next: cursorOf(last) }) };
    });

    router.get('/api/outcomes/openapi.json', async (ctx) => {
      await authenticate(ctx);
      ctx.body = outcomesOpenApi();
    });
  };

/** Every row of a question, read in pages so that no statement is long. */
async function allDays(
  callDays: Pick<CallDays, 'days'>,
  question: OutcomesQuestion,
  whose: CountedReps,
): Promise<DayRow[]> {
  const rows: DayRow[] = [];
  for (;;) {
    const page = await callDays.days(question, whose, ROWS_AT_ONCE, rows.at(-1));
    rows.push(...page);
    if (page.length < ROWS_AT_ONCE) return rows;
  }
}

/** Whose calls the reader's numbers are of. Throws the refusal, which is audited, if nobody's. */
async function countedFor(
  deps: OutcomesRouteDeps,
  person: Person,
  question: OutcomesQuestion,
): Promise<{
  readonly scope: 'everybody' | 'reps';
  readonly reps: readonly RepTotals[];
  readonly whose: CountedReps;
}> {
  const { callDays, directory, policies } = deps;
  const { orgId } = person;
  const policy = await policies.inForce(orgId);
  const scope = outcomesScope(policy, person);
  if (scope === 'nobody') {
    const { refusal: why } = await refuseAudited(
      deps,
      person,
      { action: 'ReadOutcomes' },
      refusal('outcomes_not_permitted'),
    );
    throw new Refused(why);
  }
  const everybody = await callDays.reps(question);
  if (scope === 'everybody') return { scope, reps: everybody, whose: 'all' };
  const isRead = await Promise.all(
    everybody.map(async ({ userId }) => {
      const rep = await directory.person(orgId, userId);
      return rep !== undefined && readsOutcomesOf(policy, person, rep);
    }),
  );
  const reps = everybody.filter((_, index) => isRead[index]);
  return { scope, reps, whose: reps.map(({ userId }) => userId) };
}

/** Reasons in the reader's language. */
const presentOutcomes = (
  { byReason, ...report }: OutcomesReport,
  vocabulary: Vocabulary,
  locale: string | undefined,
) => ({
  ...report,
  byReason: byReason.map(({ reasonCode, ...share }) => ({
    ...share,
    ...(reasonCode && {
      reasonCode,
      label: labelIn(vocabulary.reasons, reasonCode, locale),
    }),
  })),
});
