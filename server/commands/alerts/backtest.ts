import { callFacts } from '../../domain/alerts/callFacts.ts';
import { createJudge } from '../../domain/alerts/judge.ts';
import { LINES_BEFORE } from '../../domain/alerts/matcher.ts';
import type { AlertRule, AlertRules } from '../../domain/alerts/rule.ts';
import { auditAct } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { mayReadWords } from '../../domain/supervision/transcriptReaders.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import type {
  AlertBacktests,
  BacktestResult,
  CallAlerts,
  Clock,
  Ids,
  Log,
  Policies,
  Store,
  Transcripts,
} from '../../ports/index.ts';
import { presentRun } from '../jobs/lostRun.ts';
import { actorOf } from '../transact/actor.ts';
import type { Result } from '../transact/result.ts';

export interface BacktestDeps {
  readonly transcripts: Pick<Transcripts, 'callsWithWords' | 'ofEach'>;
  readonly alerts: Pick<CallAlerts, 'marksOf'>;
  readonly backtests: AlertBacktests;
  readonly store: Pick<Store, 'loadCalls' | 'recordAudit'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

const MOST_TRANSCRIPTS = 10_000;
const PAGE = 250;
/** After so many, clicks and callbacks get their turn. */
const AT_ONCE = 10;
const MOST_CALLS_SHOWN = 50;
const DAY_MS = 86_400_000;

/** One past call, as a rule sees it. */
export interface PastTranscript {
  readonly callId: string;
  /**
   * The facts of the call that rules use. For a call whose record was deleted, only the language is
   * guessed.
   */
  readonly facts: ReturnType<typeof callFacts>;
  readonly lines: readonly TranscriptLine[];
  /** Whether who runs the rule may read what was said. */
  readonly isQuotable: boolean;
}

/**
 * Begins to run a rule over the org's newest transcripts, at most 10,000, and returns the id by
 * which its progress is asked for. One at a time in an org. `inForce` has today's rule of that name,
 * if any.
 */
export async function beginBacktest(
  deps: BacktestDeps,
  asker: Person,
  { rule, inForce }: { readonly rule: AlertRule; readonly inForce: AlertRules },
): Promise<Result<{ readonly backtestId: string; readonly finished: Promise<void> }>> {
  const { backtests, transcripts, store, clock, ids, log } = deps;
  const { orgId, userId } = asker;
  const askedAt = clock.now();
  const running = await backtests.running(orgId);
  if (running && presentRun(running, askedAt).status === 'running')
    return { refusal: refusal('backtest_running') };
  // A transcript does not contain help requests.
  if (rule.trigger.kind === 'nobody_helps' || rule.trigger.kind === 'nobody_free')
    return { refusal: refusal('rule_not_replayed') };
  const { callIds, total: kept } = await transcripts.callsWithWords(orgId, MOST_TRANSCRIPTS);
  const rights = { policy: await deps.policies.inForce(orgId), now: askedAt };
  const mayQuote = (call: Call): boolean => mayReadWords(call, asker, rights);
  const backtestId = ids.next();
  await backtests.begin({
    backtestId,
    orgId,
    askedBy: userId,
    askedAt,
    total: callIds.length,
    rule,
  });
  await store.recordAudit([
    auditAct(
      {
        orgId,
        at: askedAt,
        action: 'AlertRuleBacktested',
        details: { backtestId, rule: rule.name, transcripts: callIds.length },
      },
      { actor: actorOf(asker), nextId: () => ids.next() },
    ),
  ]);
  const finished = run(deps, { orgId, backtestId, callIds, mayQuote }, { rule, inForce }).then(
    (result) => backtests.finish(backtestId, { result: { ...result, kept } }, clock.now()),
    async (fault: Error) => {
      log.warn({ backtestId, fault: fault.message }, 'backtest failed');
      await backtests.finish(backtestId, { problem: fault.message }, clock.now());
    },
  );
  return { ok: { backtestId, finished } };
}

async function run(
  { transcripts, backtests, alerts, store, clock }: BacktestDeps,
  about: {
    readonly orgId: string;
    readonly backtestId: string;
    readonly callIds: readonly string[];
    readonly mayQuote: (call: Call) => boolean;
  },
  { rule, inForce }: { readonly rule: AlertRule; readonly inForce: AlertRules },
): Promise<BacktestResult> {
  const comparison = compareRules(rule, inForce);
  for (let from = 0; from < about.callIds.length; from += PAGE) {
    const page = about.callIds.slice(from, from + PAGE);
    const [lines, calls] = await Promise.all([
      transcripts.ofEach(page),
      store.loadCalls([...page]),
    ]);
    for (const [n, callId] of page.entries()) {
      const call = calls.get(callId);
      comparison.add({
        callId,
        facts: call ? callFacts(call) : { language: 'en' },
        lines: lines.get(callId) ?? [],
        isQuotable: call !== undefined && about.mayQuote(call),
      });
      // Calls go on while a rule is tried.
      if (n % AT_ONCE === 0) await new Promise(setImmediate);
    }
    await backtests.progress(about.backtestId, from + page.length, clock.now());
  }
  return comparison.result(await alerts.marksOf(about.orgId, rule.name));
}

/** Runs a rule beside today's over one transcript after the other. */
export function compareRules(rule: AlertRule, inForce: AlertRules) {
  const today = inForce.rules.find(({ name }) => name === rule.name);
  const judgeOf = (one: AlertRule) =>
    createJudge({ version: '', rules: [one], usesSentiment: true });
  const [changed, before] = [judgeOf(rule), today && judgeOf(today)];
  const isSame = JSON.stringify(rule) === JSON.stringify(today);
  const found = new Set<string>();
  const quoted: BacktestResult['calls'][number][] = [];
  const foundToday = new Set<string>();
  let transcripts = 0;
  let first = Infinity;
  let last = -Infinity;
  return {
    add(past: PastTranscript): void {
      transcripts += 1;
      const { lines } = past;
      if (lines.length === 0) return;
      first = Math.min(first, Date.parse(lines[0]!.startedAt));
      last = Math.max(last, Date.parse(lines.at(-1)!.endedAt));
      const hit = firstAlert(changed, past);
      if (hit) {
        found.add(past.callId);
        if (past.isQuotable && quoted.length < MOST_CALLS_SHOWN) quoted.push(hit);
      }
      if (before && (isSame ? hit : firstAlert(before, past))) foundToday.add(past.callId);
    },
    result(marks: readonly { callId: string; mark?: 'useful' | 'not_useful' }[]): BacktestResult {
      const days = Math.max(1, (last - first) / DAY_MS || 1);
      const marked = (mark: string): number =>
        marks.filter((one) => one.mark === mark && found.has(one.callId)).length;
      const same = [...found].filter((callId) => foundToday.has(callId)).length;
      return {
        transcripts,
        alerts: found.size,
        days,
        perDay: Math.round((found.size / days) * 10) / 10,
        calls: quoted,
        marks: { useful: marked('useful'), notUseful: marked('not_useful') },
        ...(today && {
          difference: { same, added: found.size - same, lost: foundToday.size - same },
        }),
      };
    },
  };
}

type Judge = ReturnType<typeof createJudge>;

/**
 * The first alert that the rule raises on a past call, by its words or by its numbers over time.
 */
function firstAlert(
  judge: Judge,
  { callId, facts, lines }: PastTranscript,
): BacktestResult['calls'][number] | undefined {
  const answeredAt = lines[0]!.startedAt;
  // When a past call was on hold is not kept.
  const context = { ...facts, answeredAt, heardSince: answeredAt };
  for (const [at, line] of lines.entries()) {
    const [timed] = at > 0 ? judge.onTime(lines.slice(0, at), line.startedAt, context) : [];
    if (timed) return { callId, words: [], text: '' };
    const [raised] = judge.onLine(lines.slice(Math.max(0, at - LINES_BEFORE), at), line, context);
    // An answer raises what was said before it.
    if (raised) {
      const said = lines.find(({ lineId }) => lineId === raised.lineId) ?? line;
      return { callId, words: raised.words, text: said.text };
    }
  }
  const [raised] = judge.onTime(lines, lines.at(-1)!.endedAt, context);
  return raised && { callId, words: [], text: '' };
}
