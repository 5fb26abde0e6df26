import { z } from 'zod';
import type { AlertRuleCache } from '../../commands/alerts/alertRuleCache.ts';
import { beginBacktest, type BacktestDeps } from '../../commands/alerts/backtest.ts';
import {
  quotedCalls,
  type QuotedCall,
  type ReadBacktestDeps,
} from '../../commands/alerts/readBacktest.ts';
import { presentRun } from '../../commands/jobs/lostRun.ts';
import { CONCEPTS } from '../../domain/alerts/concepts.ts';
import { createJudge } from '../../domain/alerts/judge.ts';
import type { AlertRule } from '../../domain/alerts/rule.ts';
import { readRules, type RuleFault, type RuleRecord } from '../../domain/alerts/validate.ts';
import { LANGUAGES, type Language } from '../../domain/call/language.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { alertLabel } from '../../domain/texts/alertLabels.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { SPEAKERS } from '../../domain/transcript/line.ts';
import type { AlertRuleStanding } from '../../ports/index.ts';
import { orRefuse, Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';

export interface AlertRuleRouteDeps extends AdminGate {
  readonly alertRules: AlertRuleCache;
  readonly backtest: BacktestDeps;
  readonly reading: ReadBacktestDeps;
}

const text = (max: number) => z.string().trim().max(max).optional();
const count = z.number().min(0).max(1_000_000_000).optional();
const ruleBody = z.strictObject({
  name: z.string().trim().min(1).max(80),
  label: text(80),
  family: text(40),
  severity: text(40),
  speaker: text(40),
  kind: text(40),
  language: text(10),
  phrases: text(32_000),
  withinWords: count,
  seconds: count,
  percent: count,
  queues: text(1_000),
  stages: text(1_000),
  minimumAmount: count,
  perTeamAndHour: count,
});
const tryBody = z.object({
  rule: ruleBody.optional(),
  text: z.string().trim().min(1).max(1_000),
  speaker: z.enum(SPEAKERS),
  language: z.enum(LANGUAGES),
});

/**
 * Alert rules: reading those in force, trying one on a sentence, and running them over past calls.
 */
export const alertRuleRoutes =
  (deps: AlertRuleRouteDeps): Routes =>
  (router) => {
    const { alertRules } = deps;

    router.get('/api/alert-rules', async (ctx) => {
      const { orgId, locale } = await asAdmin(ctx, deps, 'ReadAlertRules');
      ctx.body = standingView(alertRules.standing(orgId), languageOf(locale));
    });

    router.post('/api/alert-rules/refresh', async (ctx) => {
      const { orgId, locale } = await asAdmin(ctx, deps, 'ReadAlertRules');
      ctx.body = standingView(await alertRules.refresh(orgId), languageOf(locale));
    });

    router.post('/api/alert-rules/try', async (ctx) => {
      const { orgId, locale } = await asAdmin(ctx, deps, 'ReadAlertRules');
      const { rule: record, text: said, speaker, language } = valid(tryBody, ctx.request.body);
      const draft = record && ruleOf(record);
      if (draft && 'faults' in draft) {
        ctx.body = { faults: draft.faults, raised: [] };
        return;
      }
      const judge = draft
        ? createJudge({ version: '', rules: [draft.rule], usesSentiment: false })
        : alertRules.judgeOf(orgId);
      const at = deps.clock.now();
      const line = { lineId: 'tried', speaker, text: said, startedAt: at, endedAt: at };
      ctx.body = {
        faults: [],
        raised: judge
          .onLine([], line, {
            language,
            answeredAt: at,
            stage: draft?.rule.stages?.[0],
            queueIds: draft?.rule.queueIds,
            amount: Infinity,
          })
          .map(({ rule, words }) => ({
            name: rule.name,
            label: labelOf(rule, languageOf(locale)),
            words,
          })),
      };
    });

    router.post('/api/alert-rules/backtests', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'ReadAlertRules');
      const draft = ruleOf(valid(ruleBody, ctx.request.body));
      if ('faults' in draft) {
        ctx.body = { faults: draft.faults };
        return;
      }
      const { backtestId } = orRefuse(
        await beginBacktest(deps.backtest, admin, {
          rule: draft.rule,
          inForce: alertRules.standing(admin.orgId).rules,
        }),
      );
      ctx.status = 202;
      ctx.body = { faults: [], backtestId };
    });

    router.get('/api/alert-rules/backtests/:backtestId', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'ReadAlertRules');
      const run = await deps.backtest.backtests.find(admin.orgId, ctx.params.backtestId!);
      if (!run) throw new Refused(refusal('not_found'));
      const { status, done, total, result, problem } = presentRun(run, deps.backtest.clock.now());
      const quoted = await quotedCalls(deps.reading, admin, { result });
      ctx.body = {
        ...{ status, done, total, problem },
        result: result && { ...result, calls: quoted.map(quoteView) },
      };
    });
  };

const quoteView = ({ callId, words, text, call }: QuotedCall) => ({
  callId,
  words,
  text,
  at: call.startedAt,
  repName: call.rep.name,
  opportunity: call.opportunity && {
    opportunityId: call.opportunity.opportunityId,
    name: call.opportunity.name,
  },
});

function ruleOf(record: RuleRecord): { rule: AlertRule } | { faults: readonly RuleFault[] } {
  const { rules, faults } = readRules([record]);
  const [rule] = rules;
  return rule ? { rule } : { faults };
}

/** Rules with the fields of their records, so that a page can change one and try it. */
const standingView = (
  { rules, since, readAt, refused, recordIds }: AlertRuleStanding,
  language: Language,
) => ({
  version: rules.version,
  since,
  readAt,
  refused,
  usesSentiment: rules.usesSentiment,
  concepts: Object.fromEntries(
    LANGUAGES.map((language) => [language, Object.keys(CONCEPTS[language])]),
  ),
  rules: rules.rules.map((rule) => ({ ...recordOf(rule), label: labelOf(rule, language) })),
  recordIds: recordIds ?? {},
});

const labelOf = ({ name, label, family }: AlertRule, language: Language): string =>
  alertLabel({ ruleName: name, label, family }, language);

function recordOf(rule: AlertRule): RuleRecord {
  const { trigger, queueIds, stages, ...rest } = rule;
  return {
    ...rest,
    kind: trigger.kind,
    ...('phrases' in trigger && { phrases: trigger.phrases?.join('\n') }),
    ...('withinWords' in trigger && { withinWords: trigger.withinWords }),
    ...('seconds' in trigger && { seconds: trigger.seconds }),
    ...('percent' in trigger && { percent: trigger.percent }),
    ...(queueIds && { queues: queueIds.join(';') }),
    ...(stages && { stages: stages.join(';') }),
  };
}
