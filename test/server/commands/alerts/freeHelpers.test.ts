import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { createFreeHelpers } from '../../../../server/commands/alerts/freeHelpers.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { at, liveCall } from '../../../support/builders.ts';

const ASKS = { ...liveCall(), help: { status: 'open', at: at(0) } } as Call;
const FREE = { isThere: true, isBusy: false };

function stage() {
  let helpers = [FREE];
  let [now, asked] = [0, 0];
  const freeHelpers = createFreeHelpers({
    helpersOf: async () => {
      asked += 1;
      return helpers;
    },
    clock: { now: () => at(now) },
    onFault: (fault) => assert.fail(String(fault)),
  });
  return {
    asked: () => asked,
    are: (those: typeof helpers) => (helpers = those),
    /** What is known once the answer that the look asked for is there. */
    async look(second: number, call = ASKS) {
      now = second;
      freeHelpers.nobodyFreeSince(call);
      await setImmediate();
      return freeHelpers.nobodyFreeSince(call);
    },
  };
}

describe('a request for help that is open', () => {
  it('counts from when everybody who may come is away or on another call', async () => {
    const { look, are } = stage();
    assert.equal(await look(1), undefined);
    are([
      { isThere: false, isBusy: false },
      { isThere: true, isBusy: true },
    ]);
    assert.equal(await look(6), at(6));
    assert.equal(await look(20), at(6));
    are([FREE]);
    assert.equal(await look(30), undefined);
  });

  it('counts also where nobody may come at all', async () => {
    const { look, are } = stage();
    are([]);
    assert.equal(await look(1), at(1));
  });

  it('asks who is free every five seconds, and not without a request', async () => {
    const { look, asked } = stage();
    for (const second of [1, 2, 3, 4]) await look(second);
    assert.equal(asked(), 1);
    await look(6);
    assert.equal(asked(), 2);
    await look(60, liveCall());
    assert.equal(asked(), 2);
  });

  it('asks again only once it has an answer or a fault, and keeps what it knew meanwhile', async () => {
    let asked = 0;
    let now = 1;
    const faults: unknown[] = [];
    let answer: (helpers: readonly (typeof FREE)[]) => void = () => undefined;
    let fail: (fault: unknown) => void = () => undefined;
    const freeHelpers = createFreeHelpers({
      helpersOf() {
        asked += 1;
        return new Promise((resolve, reject) => ([answer, fail] = [resolve, reject]));
      },
      clock: { now: () => at(now) },
      onFault: (fault) => faults.push(fault),
    });
    const look = (second: number) => {
      now = second;
      return freeHelpers.nobodyFreeSince(ASKS);
    };
    look(1);
    look(60);
    assert.equal(asked, 1);
    answer([]);
    await setImmediate();
    assert.equal(look(61), at(1));
    assert.equal(asked, 2);
    fail('Salesforce does not answer');
    await setImmediate();
    assert.equal(look(62), at(1));
    assert.deepEqual(faults, ['Salesforce does not answer']);
    assert.equal(asked, 2);
  });
});
