import { callsBehindNumber, type CallsBehindDeps } from '../../commands/outcomes/behind.ts';
import { DAY_FILES } from '../../commands/outcomes/dayFiles.ts';
import { outcomeFile } from '../../commands/outcomes/outcomeFile.ts';
import { stateProgramStart, statedTeams } from '../../commands/outcomes/programStarts.ts';
import {
  readAlerts,
  readReceipts,
  readTrust,
  type AlertsReadDeps,
} from '../../commands/outcomes/readAlerts.ts';
import {
  readCoaching,
  readFirstDays,
  type CoachingReadDeps,
} from '../../commands/outcomes/readCoaching.ts';
import {
  readDealWorth,
  readOutcomes,
  readProficiency,
  readWaiting,
  readWorth,
  type OutcomesDeps,
} from '../../commands/outcomes/readOutcomes.ts';
import { TABLE_FILES } from '../../commands/outcomes/tableFiles.ts';
import { teamsOf, whoseOutcomes } from '../../commands/outcomes/whose.ts';
import {
  dispositionsOf,
  type DispositionCode,
  type DispositionFamily,
} from '../../domain/call/dispositions.ts';
import { mayStateStarts } from '../../domain/outcomes/programStart.ts';
import type { DayRow, OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import { vocabularyOf } from '../../domain/policy/policy.ts';
import { alertLabel } from '../../domain/texts/alertLabels.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { labelIn } from '../../domain/vocabulary/vocabulary.ts';
import type { CallDays, CountedReps, CrmQueues, Log } from '../../ports/index.ts';
import { orRefuse } from '../errors.ts';
import { cursorOf } from '../outcomes/cursor.ts';
import { outcomesOpenApi } from '../outcomes/openApi.ts';
import {
  callsBehindQuery,
  outcomeDaysQuery,
  outcomeFiltersQuery,
  outcomesFileQuery,
  outcomesQuery,
  programStartBody,
} from '../outcomes/outcomeSchemas.ts';
import {
  presentBehind,
  presentOutcomes,
  presentRecurrence,
  presentTrust,
  presentWaiting,
  queueIdsOf,
} from '../outcomes/present.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

const ROWS_AT_ONCE = 5_000;

export interface OutcomesRouteDeps
  extends OutcomesDeps, CallsBehindDeps, CoachingReadDeps, AlertsReadDeps {
  readonly callDays: OutcomesDeps['callDays'];
  readonly authenticate: Authenticate;
  readonly queues: CrmQueues;
  readonly log: Log;
}

/** Outcomes of interventions, from the calls that the reader is allowed to know of. */
export const outcomesRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    for (const routes of [effectRoutes, startRoutes, behindRoutes, filterRoutes, reportRoutes])
      routes(deps)(router);
  };

/** What supervision is worth, and what people think of it. */
const effectRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    const { authenticate } = deps;

    router.get('/api/outcomes/worth', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const { report, scope } = orRefuse(await readWorth(deps, person, asked));
      ctx.body = { ...asked, scope, ...report };
    });

    router.get('/api/outcomes/trust', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const trust = orRefuse(await readTrust(deps, person, asked));
      ctx.body = { ...asked, ...presentTrust(trust, person.locale) };
    });

    router.get('/api/outcomes/receipts', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      ctx.body = { ...asked, ...orRefuse(await readReceipts(deps, person, asked)) };
    });

    router.get('/api/outcomes/deals', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const { report, scope } = orRefuse(await readDealWorth(deps, person, asked));
      ctx.body = { ...asked, scope, ...report };
    });

    router.get('/api/outcomes/first-days', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      ctx.body = { ...asked, ...orRefuse(await readFirstDays(deps, person, asked)) };
    });

    router.get('/api/outcomes/proficiency', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const { report, scope } = orRefuse(await readProficiency(deps, person, asked));
      ctx.body = { ...asked, scope, ...report };
    });
  };

/** The calls, days and files behind the numbers. */
const behindRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    const { authenticate, callDays, policies } = deps;

    router.get('/api/outcomes/calls', async (ctx) => {
      const person = await authenticate(ctx);
      const { answeredAt, callId, outcome, issue, isSaved, ...asked } = valid(
        callsBehindQuery,
        ctx.query,
      );
      const vocabulary = vocabularyOf(await policies.inForce(person.orgId));
      const outcomeCodes = vocabulary.outcomes
        .filter(({ countsAsSaved }) => outcome === 'given' || countsAsSaved)
        .map(({ code }) => code);
      const { calls, next } = orRefuse(
        await callsBehindNumber(deps, person, {
          ...asked,
          ...(outcome && { outcomeCodes }),
          ...(issue && { dispositions: saidOf(issue, isSaved ?? false) }),
          after: answeredAt && callId ? { answeredAt, callId } : undefined,
        }),
      );
      ctx.body = {
        calls: calls.map((call) => presentBehind(call, vocabulary, person.locale)),
        ...(next && { next }),
      };
    });

    router.get('/api/outcomes/file', async (ctx) => {
      const person = await authenticate(ctx);
      const { format, ...asked } = valid(outcomesFileQuery, ctx.query);
      const file = orRefuse(await outcomeFile(deps, person, { asked, format }));
      ctx.attachment(`dealside-outcomes-${asked.mode}-${asked.from}-${asked.to}.${format}`);
      ctx.type = TABLE_FILES[format].type;
      ctx.body = file;
    });

    router.get('/api/outcomes/days', async (ctx) => {
      const person = await authenticate(ctx);
      const { format, limit, after, team, ...asked } = valid(outcomeDaysQuery, ctx.query);
      const question = { orgId: person.orgId, ...asked };
      const { from, to } = asked;
      const { scope, whose } = orRefuse(
        await whoseOutcomes(deps, person, { from, to, ...(team && { team }) }),
      );
      if (format !== 'json') {
        const file = DAY_FILES[format];
        ctx.attachment(`dealside-days-${from}-${to}.${format}`);
        ctx.type = file.type;
        ctx.body = file.of(await allDays(callDays, question, whose));
        return;
      }
      const days = await callDays.days(question, whose, { limit, after });
      const last = days.length === limit ? days.at(-1) : undefined;
      ctx.body = { ...asked, scope, days, ...(last && { next: cursorOf(last) }) };
    });

    router.get('/api/outcomes/openapi.json', async (ctx) => {
      await authenticate(ctx);
      ctx.body = outcomesOpenApi();
    });
  };

/** When the program of each team began, for those who may state it. */
const startRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    const { authenticate } = deps;

    router.get('/api/outcomes/program-starts', async (ctx) => {
      const person = await authenticate(ctx);
      ctx.body = { teams: orRefuse(await statedTeams(deps, person)) };
    });

    router.put('/api/outcomes/program-starts/:userId', async (ctx) => {
      const person = await authenticate(ctx);
      const { startsOn } = valid(programStartBody, ctx.request.body);
      const managerUserId = ctx.params.userId!;
      ctx.body = {
        teams: orRefuse(await stateProgramStart(deps, person, { managerUserId, startsOn })),
      };
    });
  };

/** What the reader can choose from. */
const filterRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    const { authenticate, callDays, policies } = deps;
    const queueNames = (orgId: string, queueIds: readonly string[]) =>
      deps.queues.queueNames(orgId, queueIds).catch((error: unknown) => {
        deps.log.warn({ fault: String(error) }, 'queues are shown without their names');
        return new Map<string, string>();
      });

    router.get('/api/outcomes/filters', async (ctx) => {
      const person = await authenticate(ctx);
      const period = valid(outcomeFiltersQuery, ctx.query);
      const { orgId, locale } = person;
      const { whose } = orRefuse(await whoseOutcomes(deps, person, period));
      const [teams, queueIds] = await Promise.all([
        teamsOf(deps, person, period),
        callDays.queues({ orgId, ...period }, whose),
      ]);
      const names = await queueNames(orgId, queueIds);
      const { reasons } = vocabularyOf(await policies.inForce(orgId));
      ctx.body = {
        teams: teams.map(({ userId, name }) => ({ value: userId, label: name })),
        queues: queueIds
          .map((id) => ({ value: id, label: names.get(id) ?? id }))
          .sort((a, b) => a.label.localeCompare(b.label)),
        reasons: reasons.map(({ code }) => ({
          value: code,
          label: labelIn(reasons, code, locale),
        })),
        mayStateStarts: mayStateStarts(person),
      };
    });
  };

/** How supervisors step in, and how it ends. */
const reportRoutes =
  (deps: OutcomesRouteDeps): Routes =>
  (router) => {
    const { authenticate, policies } = deps;
    const queueNames = (orgId: string, queueIds: readonly string[]) =>
      deps.queues.queueNames(orgId, queueIds).catch((error: unknown) => {
        deps.log.warn({ fault: String(error) }, 'queues are shown without their names');
        return new Map<string, string>();
      });

    router.get('/api/outcomes', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const { report, vocabulary, ...rest } = orRefuse(await readOutcomes(deps, person, asked));
      ctx.body = { ...asked, ...rest, ...presentOutcomes(report, vocabulary, person.locale) };
    });

    router.get('/api/outcomes/coaching', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const { recurrence, ...coaching } = orRefuse(await readCoaching(deps, person, asked));
      const vocabulary = vocabularyOf(await policies.inForce(person.orgId));
      ctx.body = {
        ...asked,
        ...coaching,
        recurrence: presentRecurrence(recurrence, vocabulary, person.locale),
      };
    });

    router.get('/api/outcomes/alerts', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const { rules, ...report } = orRefuse(await readAlerts(deps, person, asked));
      const language = languageOf(person.locale);
      ctx.body = {
        ...asked,
        ...report,
        rules: rules.map((rule) => ({ ...rule, label: alertLabel(rule, language) })),
      };
    });

    router.get('/api/outcomes/waiting', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(outcomesQuery, ctx.query);
      const { report, scope } = orRefuse(await readWaiting(deps, person, asked));
      const names = await queueNames(person.orgId, queueIdsOf(report));
      ctx.body = { ...asked, scope, ...presentWaiting(report, names) };
    });
  };

/** What a rep says about calls with this concern, or about those that were saved. */
const saidOf = (
  issue: DispositionFamily | 'not_said',
  isSaved: boolean,
): readonly (DispositionCode | '')[] =>
  issue === 'not_said' ? [''] : dispositionsOf(issue, isSaved ? 'saved' : 'all');

/** Every row of a question, read page by page so that no statement runs long. */
async function allDays(
  callDays: Pick<CallDays, 'days'>,
  question: OutcomesQuestion,
  whose: CountedReps,
): Promise<DayRow[]> {
  const rows: DayRow[] = [];
  for (;;) {
    const page = await callDays.days(question, whose, { limit: ROWS_AT_ONCE, after: rows.at(-1) });
    rows.push(...page);
    if (page.length < ROWS_AT_ONCE) return rows;
  }
}
