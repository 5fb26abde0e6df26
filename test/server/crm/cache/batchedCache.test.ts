import assert from 'node:assert/strict';
import {
  createBatchedCache,
  type BatchedCache,
} from '../../../../server/crm/cache/batchedCache.ts';

describe('what is known of many', () => {
  let now: number;
  let keptMs: number;
  let asked: string[][];
  let answerOf: (key: string) => string | undefined;
  let knows: BatchedCache<string>;

  beforeEach(() => {
    now = 0;
    keptMs = 40;
    asked = [];
    answerOf = (key) => key.toUpperCase();
    knows = createBatchedCache(
      async (keys) => {
        asked.push([...keys]);
        return new Map(
          keys.flatMap((key): [string, string][] => {
            const answer = answerOf(key);
            return answer === undefined ? [] : [[key, answer]];
          }),
        );
      },
      { ttlMs: (answer) => (answer === undefined ? 10 : keptMs), batchMs: 1 },
      () => now,
    );
  });

  it('is asked in one question by all who ask at once, each key once', async () => {
    assert.deepEqual(await Promise.all(['a', 'b', 'a', 'c'].map(knows)), ['A', 'B', 'A', 'C']);
    assert.deepEqual(asked, [['a', 'b', 'c']]);
  });

  it('holds for its time and not longer, an unknown one shorter', async () => {
    answerOf = (key) => (key === 'nobody' ? undefined : key);
    await Promise.all([knows('a'), knows('nobody')]);
    now = 9;
    await Promise.all([knows('a'), knows('nobody')]);
    assert.equal(asked.length, 1);
    now = 10;
    assert.equal(await knows('nobody'), undefined);
    assert.equal(await knows('a'), 'a');
    now = 40;
    await knows('a');
    assert.deepEqual(asked, [['a', 'nobody'], ['nobody'], ['a']]);
  });

  it('that is not to be kept is shared by those who ask at once, and asked anew by the next', async () => {
    keptMs = 0;
    await Promise.all([knows('a'), knows('a')]);
    await knows('a');
    assert.deepEqual(asked, [['a'], ['a']]);
  });

  it('that could not be asked anew fails, and what is known of others holds until its own end', async () => {
    await knows('a');
    now = 30;
    answerOf = () => {
      throw new Error('away');
    };
    await assert.rejects(knows('b'), /away/);
    assert.equal(await knows('a'), 'A');
    now = 40;
    await assert.rejects(knows('a'), /away/);
  });

  it('that failed is told to all who wait, and asked anew by the next', async () => {
    answerOf = () => {
      throw new Error('away');
    };
    const waiting = [knows('a'), knows('a'), knows('b')];
    for (const one of await Promise.allSettled(waiting)) assert.equal(one.status, 'rejected');
    answerOf = (key) => key;
    assert.equal(await knows('a'), 'a');
  });

  it('that is forgotten is asked anew, even while an answer is on its way', async () => {
    const first = knows('a');
    knows.forget('a');
    answerOf = () => 'new';
    await Promise.all([first, knows('a')]);
    assert.equal(await knows('a'), 'new');
  });

  it('of very many is asked in several questions', async () => {
    const keys = Array.from({ length: 450 }, (_, i) => `k${i}`);
    assert.equal((await Promise.all(keys.map(knows)))[449], 'K449');
    assert.deepEqual(
      asked.map(({ length }) => length),
      [200, 200, 50],
    );
  });
});
