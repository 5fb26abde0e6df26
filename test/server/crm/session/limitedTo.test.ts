import assert from 'node:assert/strict';
import { limitedTo } from '../../../../server/crm/session/limitedTo.ts';

describe('work that is limited', () => {
  it('is under way so many at a time, in the order in which it came', async () => {
    const limited = limitedTo(2);
    const { signal } = new AbortController();
    let [now, most] = [0, 0];
    const order: number[] = [];
    await Promise.all(
      [0, 1, 2, 3, 4].map((n) =>
        limited(async () => {
          order.push(n);
          most = Math.max(most, (now += 1));
          await new Promise((resolve) => setImmediate(resolve));
          now -= 1;
        }, signal),
      ),
    );
    assert.deepEqual([most, order], [2, [0, 1, 2, 3, 4]]);
  });

  it('goes on after one that failed, and leaves out one that was given up meanwhile', async () => {
    const limited = limitedTo(1);
    const givenUp = new AbortController();
    let ran = 0;
    const results = await Promise.allSettled([
      limited(() => Promise.reject(new Error('failed')), givenUp.signal).finally(() =>
        givenUp.abort(),
      ),
      limited(async () => (ran += 1), givenUp.signal),
      limited(async () => (ran += 1), new AbortController().signal),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected', 'fulfilled'],
    );
    assert.equal(ran, 1);
  });
});
