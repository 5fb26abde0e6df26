import assert from 'node:assert/strict';
import { createAlertRuleCache } from '../../../../server/commands/alerts/alertRuleCache.ts';
import type { AlertRules } from '../../../../server/domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

const ORG = '00D1';

function cacheOf(
  recalled?: AlertRules,
  transcribes = true,
  read: () => Promise<{ rules: AlertRules }> = async () => ({ rules: recalled ?? SHIPPED_RULES }),
) {
  return createAlertRuleCache({
    transcribes: async () => transcribes,
    source: { read },
    history: {
      latest: async () => recalled && { rules: recalled, since: '2026-11-01T00:00:00.000Z' },
      comesIntoForce: async () => undefined,
    },
    store: { recordAudit: async () => undefined },
    clock: { now: () => '2026-11-29T00:00:00.000Z' },
    ids: { next: () => 'id' },
    log: quietLog,
  } as unknown as Parameters<typeof createAlertRuleCache>[0]);
}

const own = (phrase: string): AlertRules => {
  const said = SHIPPED_RULES.rules.find(({ trigger }) => trigger.kind === 'said')!;
  return {
    version: 'own',
    usesSentiment: false,
    rules: [{ ...said, trigger: { ...said.trigger, phrases: [phrase] } as typeof said.trigger }],
  };
};

/** 25 phrases; how many reads there were until now, and how many in each piece without a rest. */
function countedRules(): { rules: AlertRules; read: () => number; pieces: () => number[] } {
  let read = 0;
  const pieces: number[] = [];
  let inPiece = false;
  const count = (): void => {
    read += 1;
    if (!inPiece) {
      pieces.push(0);
      inPiece = true;
      queueMicrotask(() => {
        inPiece = false;
      });
    }
    pieces[pieces.length - 1]! += 1;
  };
  const phrases = Array.from({ length: 25 }, (_, n) => `phrase${n}`);
  const rules = own('refund');
  const [rule] = rules.rules;
  const counted = {
    *[Symbol.iterator]() {
      for (const phrase of phrases) {
        count();
        yield phrase;
      }
    },
  };
  const trigger = { ...rule!.trigger, phrases: counted } as never;
  return {
    rules: { ...rules, rules: [{ ...rule!, language: 'en', trigger }] },
    read: () => read,
    pieces: () => pieces,
  };
}

/** Lets what was begun come to its first rest. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('the alert rules of an org', () => {
  it('judge a line that comes before they were made ready', async () => {
    const cache = cacheOf(own('refund'));
    await cache.recall(ORG);
    assert.equal(cache.judgeOf(ORG).rules.version, 'own');
    assert.equal(cache.judgeOf(ORG), cache.judgeOf(ORG), 'made once');
  });

  it('are the shipped ones until there are others', () => {
    assert.equal(cacheOf().judgeOf(ORG).rules, SHIPPED_RULES);
  });

  it('are made ready in pieces when they are asked for', async () => {
    const { rules, read, pieces } = countedRules();
    const cache = cacheOf(rules);
    await cache.recall(ORG);
    cache.readAhead(ORG);
    await until('all are read, and the judge is made', () => read() >= 50);
    assert.ok(pieces()[0]! <= 11, `${pieces()[0]} phrases in the first piece`);
    assert.ok(pieces().length > 2, `${pieces().length} pieces`);
    cache.readAhead(ORG);
    await settled();
    assert.equal(read(), 50, 'not again');
  });

  it('are not made ready in an org that transcribes no calls', async () => {
    const { rules, read } = countedRules();
    const cache = cacheOf(rules, false);
    await cache.recall(ORG);
    cache.readAhead(ORG);
    await settled();
    assert.equal(read(), 0);
  });

  it('that were read first do not replace those that were read after a change', async () => {
    const readings = [own('before'), { ...own('after'), version: 'changed' }].map((rules) => ({
      rules,
      done: Promise.withResolvers<{ rules: AlertRules }>(),
    }));
    let begun = 0;
    const cache = cacheOf(undefined, true, () => readings[begun++]!.done.promise);
    const refreshed = [cache.refresh(ORG), cache.refresh(ORG)];
    await until('the first is being read', () => begun > 0);
    for (const { rules, done } of readings.toReversed()) done.resolve({ rules });
    await Promise.all(refreshed);
    assert.equal(cache.standing(ORG).rules.version, 'changed');
  });

  it('that cannot be read any more leave the shipped ones in force', async () => {
    const cache = cacheOf(own('{no such concept}'));
    await cache.recall(ORG);
    assert.equal(cache.judgeOf(ORG).rules, SHIPPED_RULES);
    assert.equal(cache.standing(ORG).rules, SHIPPED_RULES);
  });
});
