import assert from 'node:assert/strict';
import { rememberedFor, type Remembered } from '../../../../server/crm/cache/remembered.ts';
import { until } from '../../../support/until.ts';

describe('an answer that outlives the time in which nobody answers', () => {
  let now: number;
  let asked: number;
  let isAway: boolean;
  let knows: Remembered<string>;

  beforeEach(() => {
    now = 0;
    asked = 0;
    isAway = false;
    knows = rememberedFor(
      async (key) => {
        asked += 1;
        if (isAway) throw new Error('away');
        return `${key} at ${now}`;
      },
      60_000,
      () => now,
    );
  });

  it('is asked for once while it is young', async () => {
    await knows('org');
    now = 59_999;
    assert.equal(await knows('org'), 'org at 0');
    assert.equal(asked, 1);
    now = 60_000;
    assert.equal(await knows('org'), 'org at 60000');
  });

  it('is given again, however old, while nobody answers, and without waiting', async () => {
    await knows('org');
    isAway = true;
    now = 60_000;
    assert.equal(await knows('org'), 'org at 0');
    assert.equal(asked, 2);
    now = 69_999;
    assert.equal(await knows('org'), 'org at 0');
    assert.equal(asked, 2, 'nobody asks again so soon after a failure');
    now = 7_200_000;
    assert.equal(await knows('org'), 'org at 0');
  });

  it('comes back by itself: the first who asks later has the old one, the next the new one', async () => {
    await knows('org');
    isAway = true;
    now = 60_000;
    await knows('org');
    isAway = false;
    now = 70_000;
    assert.equal(await knows('org'), 'org at 0');
    assert.equal(await knows('org'), 'org at 70000');
  });

  it('fails where nothing is known', async () => {
    isAway = true;
    await assert.rejects(knows('org'), /away/);
    assert.equal(knows.known('org'), undefined);
  });

  it('is renewed when that is asked for, once by all who ask at once', async () => {
    await knows('org');
    now = 1;
    assert.deepEqual(await Promise.all([knows.renew('org'), knows.renew('org')]), [
      'org at 1',
      'org at 1',
    ]);
    assert.equal(asked, 2);
    assert.equal(knows.known('org'), 'org at 1');
  });

  it('that was asked for before a change is not what is renewed after it, once for all who ask', async () => {
    const answers: PromiseWithResolvers<string>[] = [];
    const renewed = rememberedFor(
      () => {
        answers.push(Promise.withResolvers());
        return answers.at(-1)!.promise;
      },
      60_000,
      () => now,
    );
    const lookup = renewed('org');
    now = 1;
    const renewals = Promise.all([renewed.renew('org'), renewed.renew('org')]);
    answers[0]!.resolve('before');
    assert.equal(await lookup, 'before');
    await until('it is asked for again', () => answers.length === 2);
    answers[1]!.resolve('after');
    assert.deepEqual([await renewals, renewed.known('org')], [['after', 'after'], 'after']);
    assert.equal(answers.length, 2);
  });

  it('is renewed though the request before fails', async () => {
    let isFirst = true;
    const first = Promise.withResolvers<string>();
    const renewed = rememberedFor(
      async () => {
        if (!isFirst) return 'after';
        isFirst = false;
        return first.promise;
      },
      60_000,
      () => now,
    );
    const lookup = renewed('org');
    now = 1;
    const renewal = renewed.renew('org');
    first.reject(new Error('away'));
    await assert.rejects(lookup, /away/);
    assert.equal(await renewal, 'after');
  });
});
