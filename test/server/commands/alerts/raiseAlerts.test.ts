import assert from 'node:assert/strict';
import { createAlertRaiser } from '../../../../server/commands/alerts/raiseAlerts.ts';
import { createJudge, rulesWithoutWords } from '../../../../server/domain/alerts/judge.ts';
import type { AlertRule } from '../../../../server/domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import type { CallAlert } from '../../../../server/ports/index.ts';
import { at, liveCall } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';

const RULE = SHIPPED_RULES.rules.find(({ name }) => name === 'Asks_For_Manager_en')!;
const ASKS = {
  lineId: 'L1',
  speaker: 'customer',
  text: 'Let me speak to your manager.',
  startedAt: at(1),
  endedAt: at(2),
} as const;

function raising(rule: Partial<AlertRule> = {}, arm: 'shown' | 'held_out' = 'shown') {
  const stored: CallAlert[] = [];
  const told: CallAlert[] = [];
  const faults = { add: false };
  const judge = createJudge({ version: 'v1', rules: [{ ...RULE, ...rule }], usesSentiment: false });
  const raiser = createAlertRaiser({
    judgeOf: () => judge,
    judgeOfTimes: () => createJudge(rulesWithoutWords(judge.rules)),
    alerts: {
      add: async (alert) => {
        if (faults.add) throw new Error('database away');
        return stored.push(alert) > 0;
      },
      ofCalls: async () => [],
      shownToTeam: async () => stored.filter(({ status }) => status === 'shown').length,
    },
    holdOut: { assign: async () => arm },
    clock: { now: () => at(2) },
    ids: { next: () => `alert-${stored.length}` },
    log: quietLog,
    onRaised: (_call, alert) => told.push(alert),
  });
  return { raiser, stored, told, faults };
}
const call = liveCall();

describe('an alert', () => {
  it('names the words, the rule’s version and the place, once for what is said again soon', async () => {
    const { raiser, stored, told } = raising();
    await raiser.onLine(call, [], ASKS);
    await raiser.onLine(call, [ASKS], { ...ASKS, lineId: 'L2', startedAt: at(9), endedAt: at(10) });
    assert.equal(stored.length, 1);
    assert.deepEqual(
      [stored[0]!.words.join(' '), stored[0]!.ruleVersion, stored[0]!.lineId, told.length],
      ['speak manager', 'v1', 'L1', 1],
    );
  });

  it('is stored as held out where the experiment says so, but never one of compliance', async () => {
    const held = raising({}, 'held_out');
    await held.raiser.onLine(call, [], ASKS);
    assert.equal(held.stored[0]!.status, 'held_out');
    const law = raising({ severity: 'compliance' }, 'held_out');
    await law.raiser.onLine(call, [], ASKS);
    assert.equal(law.stored[0]!.status, 'shown');
  });

  it('is raised on no practice call', async () => {
    const { raiser, stored } = raising();
    const purpose = { kind: 'practice', scenario: 'asks_for_manager', language: 'en' } as const;
    await raiser.onLine(liveCall({ purpose }), [], ASKS);
    assert.deepEqual(stored, []);
  });

  it('that could not be stored is raised again by the next words', async () => {
    const { raiser, stored, faults } = raising();
    faults.add = true;
    await raiser.onLine(call, [], ASKS);
    faults.add = false;
    await raiser.onLine(call, [], ASKS);
    assert.equal(stored.length, 1);
  });

  it('is not shown to a team that has had as many of the rule in the hour as it wants', async () => {
    const { raiser, stored } = raising({ perTeamAndHour: 1 });
    await raiser.onLine(call, [], ASKS);
    await raiser.onLine({ ...call, callId: 'another' }, [], ASKS);
    assert.deepEqual(
      stored.map(({ status }) => status),
      ['shown', 'limited'],
    );
  });
});
