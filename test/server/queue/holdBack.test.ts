import assert from 'node:assert/strict';
import type { ApiUsage } from '../../../server/domain/outbox/holdBack.ts';
import { createHoldBack } from '../../../server/queue/holdBack.ts';

describe('what is held back', () => {
  let said: string[];
  let usages: Record<string, ApiUsage | undefined>;
  const holdBack = () =>
    createHoldBack({ usage: (orgId) => usages[orgId] }, ['a', 'b'], {
      log: {
        info: (fields, text) => said.push(`${(fields as { orgId: string }).orgId}: ${text}`),
        warn: (fields, text) =>
          said.push(
            `${(fields as { orgId: string }).orgId}: ${text}: ${(fields as { held: string }).held}`,
          ),
        error: () => undefined,
      },
      nowMs: () => 0,
    });
  const used = (share: number): ApiUsage => ({ used: share * 100, limit: 100, atMs: 0 });
  beforeEach(() => {
    said = [];
    usages = {};
  });

  it('is of the org alone that nears its limit', () => {
    usages = { a: used(0.85), b: used(0.1) };
    assert.deepEqual(holdBack().held(), [
      { orgId: 'a', topics: ['crm.checkpoint', 'crm.acknowledgement', 'crm.callDay'] },
    ]);
    assert.deepEqual([holdBack().gatherMs('a'), holdBack().gatherMs('b')], [30_000, 1_000]);
  });

  it('is said in the log when it begins, when more is held, and when it ends; once each', () => {
    const held = holdBack();
    for (const share of [0.1, 0.85, 0.86, 0.92, 0.1, 0.1]) {
      usages = { a: used(share) };
      held.held();
    }
    assert.deepEqual(said, [
      'a: CRM is near its daily limit; these messages wait: crm.checkpoint, crm.acknowledgement, crm.callDay',
      'a: CRM is near its daily limit; these messages wait: crm.checkpoint, crm.acknowledgement, crm.callDay, crm.call, crm.help, crm.notification, crm.debriefRecord, crm.debriefNotification, crm.coachingRatings, crm.trainingNotification, crm.followNotification, crm.missedCallNotification',
      'a: CRM takes all messages again',
    ]);
  });
});
