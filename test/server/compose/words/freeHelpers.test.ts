import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { composeFreeHelpers } from '../../../../server/compose/words/freeHelpers.ts';
import { rememberedFor } from '../../../../server/crm/cache/remembered.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { at, liveCall, person } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const ASKS = { ...liveCall(), help: { status: 'open', at: at(0) } } as Call;

describe('a request for help that stays open for two minutes', () => {
  it('asks Salesforce once who may help, and sees each time who is free', async () => {
    let [asked, now] = [0, 0];
    let isBusy = false;
    const userIds = async () => {
      asked += 1;
      return [person().userId];
    };
    const roster = { userIds, recentUserIds: rememberedFor(userIds, 600_000, () => now * 1_000) };
    const freeHelpers = composeFreeHelpers({
      roster,
      directory: { person: async () => person() },
      policies: { inForce: async () => SAMPLE_POLICY } as never,
      activities: {
        of: async () => new Map([[person().userId, { isBusy, seenAt: at(now) }]]),
      },
      clock: { now: () => at(now) },
      log: quietLog,
    });
    const look = async (second: number) => {
      now = second;
      freeHelpers.nobodyFreeSince(ASKS);
      await setImmediate();
      return freeHelpers.nobodyFreeSince(ASKS);
    };
    for (let second = 1; second < 60; second += 1) assert.equal(await look(second), undefined);
    isBusy = true;
    for (let second = 60; second < 120; second += 1) await look(second);
    assert.equal(await look(120), at(61));
    assert.equal(asked, 1);
  });
});
