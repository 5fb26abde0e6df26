import assert from 'node:assert/strict';
import { createRuleKeeper } from '../../../../server/commands/alerts/ruleKeeper.ts';
import type { AlertRules } from '../../../../server/domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

const ORG = '00D1';

function keeperOf(recalled?: AlertRules) {
  return createRuleKeeper({
    source: { read: async () => ({ rules: recalled ?? SHIPPED_RULES }) },
    history: {
      latest: async () => recalled && { rules: recalled, since: '2026-11-01T00:00:00.000Z' },
      comesIntoForce: async () => undefined,
    },
    store: { recordAudit: async () => undefined },
    clock: { now: () => '2026-11-29T00:00:00.000Z' },
    ids: { next: () => 'id' },
    log: quietLog,
  } as unknown as Parameters<typeof createRuleKeeper>[0]);
}

const own = (phrase: string): AlertRules => {
  const said = SHIPPED_RULES.rules.find(({ trigger }) => trigger.kind === 'said')!;
  return {
    version: 'own',
    usesSentiment: false,
    rules: [{ ...said, trigger: { ...said.trigger, phrases: [phrase] } as typeof said.trigger }],
  };
};

describe('the alert rules of an org', () => {
  it('judge a line that comes before they were made ready', async () => {
    const keeper = keeperOf(own('refund'));
    await keeper.recall(ORG);
    assert.equal(keeper.judgeOf(ORG).rules.version, 'own');
    assert.equal(keeper.judgeOf(ORG), keeper.judgeOf(ORG), 'made once');
  });

  it('are the shipped ones until there are others', () => {
    assert.equal(keeperOf().judgeOf(ORG).rules, SHIPPED_RULES);
  });

  it('are made ready in pieces when they are asked for', async () => {
    let read = 0;
    const phrases = Array.from({ length: 25 }, (_, n) => `phrase${n}`);
    const counted = own('refund');
    const [rule] = counted.rules;
    const keeper = keeperOf({
      ...counted,
      rules: [
        {
          ...rule!,
          language: 'en',
          trigger: {
            ...rule!.trigger,
            phrases: {
              *[Symbol.iterator]() {
                for (const phrase of phrases) {
                  read += 1;
                  yield phrase;
                }
              },
            },
          } as never,
        },
      ],
    });
    await keeper.recall(ORG);
    keeper.readAhead(ORG);
    assert.ok(read <= 11, `${read} phrases at once`);
    await until('all are read, and the judge is made', () => read >= 50);
    keeper.readAhead(ORG);
    assert.equal(read, 50, 'not again');
  });

  it('that cannot be read any more leave the shipped ones in force', async () => {
    const keeper = keeperOf(own('{no such concept}'));
    await keeper.recall(ORG);
    assert.equal(keeper.judgeOf(ORG).rules, SHIPPED_RULES);
    assert.equal(keeper.standing(ORG).rules, SHIPPED_RULES);
  });
});
