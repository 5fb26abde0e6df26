import assert from 'node:assert/strict';
import { cachedFor } from '../../../../server/crm/cache/ttlCache.ts';

describe('a remembered answer', () => {
  let now = 0;
  let asked: string[] = [];
  let answer: (key: string) => Promise<string> = async (key) => `${key} at ${now}`;
  const known = cachedFor(
    (key: string) => {
      asked.push(key);
      return answer(key);
    },
    (value) => (value.startsWith('nobody') ? 10 : 60),
    () => now,
  );

  beforeEach(() => {
    now += 1000;
    asked = [];
    answer = async (key) => `${key} at ${now}`;
  });

  it('is given again while it holds, and never after', async () => {
    const first = await known('maya');
    now += 59;
    assert.equal(await known('maya'), first);
    now += 1;
    assert.notEqual(await known('maya'), first);
    assert.deepEqual(asked, ['maya', 'maya']);
  });

  it('holds as long as its kind does', async () => {
    await known('nobody');
    now += 10;
    await known('nobody');
    assert.equal(asked.length, 2);
  });

  it('ages from when it was asked for, however long it took', async () => {
    let arrive = (_value: string): void => undefined;
    answer = () => new Promise((resolve) => (arrive = resolve));
    const slow = known('ravi');
    now += 60;
    arrive('late');
    await slow;
    answer = async () => 'fresh';
    assert.equal(await known('ravi'), 'fresh');
  });

  it('is asked for once, however many wait for it', async () => {
    await Promise.all([known('lena'), known('lena'), known('lena')]);
    assert.deepEqual(asked, ['lena']);
  });

  it('that failed is told to all who wait, and asked for anew', async () => {
    answer = async () => Promise.reject(new Error('away'));
    const both = await Promise.allSettled([known('jo'), known('jo')]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    answer = async () => 'back';
    assert.equal(await known('jo'), 'back');
    assert.deepEqual(asked, ['jo', 'jo']);
  });
});
