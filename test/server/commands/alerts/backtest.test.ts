import assert from 'node:assert/strict';
import { beginBacktest, compareRules } from '../../../../server/commands/alerts/backtest.ts';
import type { AlertRule } from '../../../../server/domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { TranscriptLine } from '../../../../server/domain/transcript/line.ts';
import type { AlertBacktestRun } from '../../../../server/ports/index.ts';
import { at, liveCall, person, rep } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const RULE = SHIPPED_RULES.rules.find(({ name }) => name === 'Asks_For_Manager_en')!;
const ASKS: TranscriptLine = {
  lineId: 'L1',
  speaker: 'customer',
  text: 'Let me speak to your manager.',
  startedAt: at(1),
  endedAt: at(2),
};
const SILENT_FOR_S = 30;
const DEAD_AIR: AlertRule = { ...RULE, trigger: { kind: 'dead_air', seconds: SILENT_FOR_S } };

const ended = (facts: Parameters<typeof liveCall>[0] = {}): Call =>
  ({ ...liveCall(facts), status: 'ended', endedAt: at(50) }) as unknown as Call;

/** An org with these past calls, all of which have a transcript of one question. */
function org(calls: readonly Call[] = [], older = 0) {
  const runs = new Map<string, AlertBacktestRun>();
  const clock = { at: at(100) };
  const audited: string[] = [];
  const begin = (rule: AlertRule) =>
    beginBacktest(
      {
        transcripts: {
          callsWithWords: async () => ({
            callIds: calls.map(({ callId }) => callId),
            total: calls.length + older,
          }),
          ofEach: async (callIds) => new Map(callIds.map((callId) => [callId, [ASKS]])),
        },
        alerts: { marksOf: async () => [] },
        backtests: {
          begin: async (run) =>
            void runs.set(run.backtestId, {
              ...run,
              status: 'running',
              done: 0,
              updatedAt: run.askedAt,
            }),
          progress: async () => undefined,
          finish: async (id, end) =>
            void runs.set(id, { ...runs.get(id)!, status: 'done', ...end }),
          find: async (_orgId, id) => runs.get(id),
          running: async () => [...runs.values()].find(({ status }) => status === 'running'),
        },
        store: {
          loadCalls: async () => new Map(calls.map((call) => [call.callId, call])),
          recordAudit: async (entries) => void audited.push(...entries.map(({ action }) => action)),
        },
        policies: { inForce: async () => SAMPLE_POLICY },
        clock: { now: () => clock.at },
        ids: { next: () => `run-${runs.size}` },
        log: quietLog,
      },
      person(),
      { rule, inForce: SHIPPED_RULES },
    );
  const result = async (rule: AlertRule) => {
    const begun = await begin(rule);
    if (!('ok' in begun)) return begun.refusal.code;
    await begun.ok.finished;
    return runs.get(begun.ok.backtestId)!.result?.calls.map(({ callId }) => callId);
  };
  return { begin, result, runs, clock, audited };
}

describe('a rule that is run over past calls', () => {
  const ofQueue = (callId: string, queueIds: string[]) =>
    ended({ callId, rep: { ...rep(), queueIds } });

  it('is asked about each call as it was: its queue, its stage, its amount', async () => {
    const { result, audited } = org([ofQueue('renewals', ['q1']), ofQueue('other', ['q2'])]);
    assert.deepEqual(await result({ ...RULE, queueIds: ['q1'] }), ['renewals']);
    assert.deepEqual(audited, ['AlertRuleBacktested']);
  });

  it('quotes the calls that who runs it may read, and counts all', async () => {
    const { begin, runs } = org([
      ended({ callId: 'mine' }),
      ended({ callId: 'not-mine', rep: rep({ managerIds: ['tomas'] }) }),
    ]);
    const begun = await begin(RULE);
    assert.ok('ok' in begun);
    await begun.ok.finished;
    const { alerts, calls } = runs.get(begun.ok.backtestId)!.result!;
    assert.deepEqual([alerts, calls.map(({ callId }) => callId)], [2, ['mine']]);
  });

  it('says of how many transcripts the newest were tried', async () => {
    const { begin, runs } = org([ended()], 4_200);
    const begun = await begin(RULE);
    assert.ok('ok' in begun);
    await begun.ok.finished;
    const { transcripts, kept } = runs.get(begun.ok.backtestId)!.result!;
    assert.deepEqual([transcripts, kept], [1, 4_201]);
  });

  it('begins once at a time, and again once the first has died with its instance', async () => {
    const { begin, result, runs, clock } = org([ended()]);
    runs.set('lost', {
      backtestId: 'lost',
      orgId: 'org-1',
      askedBy: 'ada',
      askedAt: at(90),
      updatedAt: at(90),
      status: 'running',
      done: 0,
      total: 1,
      rule: RULE,
    });
    const second = await begin(RULE);
    assert.equal('refusal' in second && second.refusal.code, 'backtest_running');
    clock.at = at(90 + 61);
    assert.deepEqual(await result(RULE), [liveCall().callId]);
  });

  it('is refused where it asks what no transcript says', async () => {
    const { result } = org();
    const waits: AlertRule = { ...RULE, trigger: { kind: 'nobody_helps', seconds: 60 } };
    assert.equal(await result(waits), 'rule_not_replayed');
  });
});

describe('a changed rule beside today’s', () => {
  const past = (callId: string, ...lines: TranscriptLine[]) => ({
    callId,
    facts: { language: 'en' as const },
    lines,
    isQuotable: true,
  });

  it('says what it would raise, what people thought of it, and the difference to today', () => {
    const changed: AlertRule = {
      ...RULE,
      trigger: { kind: 'said', phrases: ['refund'], withinWords: 3 },
    };
    const comparison = compareRules(changed, SHIPPED_RULES);
    comparison.add(past('a', { ...ASKS, text: 'I want a refund.' }));
    comparison.add(past('b', ASKS));
    comparison.add(past('c', { ...ASKS, text: 'Good morning.' }));
    const result = comparison.result([
      { callId: 'a', mark: 'useful' },
      { callId: 'b', mark: 'not_useful' },
    ]);
    assert.deepEqual(
      [result.transcripts, result.alerts, result.difference, result.marks],
      [3, 1, { same: 0, added: 1, lost: 1 }, { useful: 1, notUseful: 0 }],
    );
    assert.deepEqual(result.calls, [{ callId: 'a', words: ['refund'], text: 'I want a refund.' }]);
  });

  it('by the call’s numbers is asked while the call goes on, not only at its end', () => {
    const comparison = compareRules(DEAD_AIR, SHIPPED_RULES);
    const again = (lineId: string, from: number): TranscriptLine => ({
      ...ASKS,
      lineId,
      text: 'Good morning.',
      startedAt: at(from),
      endedAt: at(from + 2),
    });
    comparison.add(past('silent', again('L1', 1), again('L2', 4 + SILENT_FOR_S), again('L3', 40)));
    comparison.add(past('lively', again('L1', 1), again('L2', 4), again('L3', 7)));
    assert.deepEqual(
      comparison.result([]).calls.map(({ callId }) => callId),
      ['silent'],
    );
  });
});
