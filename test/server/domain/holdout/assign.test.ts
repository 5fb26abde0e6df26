import assert from 'node:assert/strict';
import {
  assign,
  BLOCK,
  isPercent,
  SUGGESTION_TOPICS,
  type Suggestion,
} from '../../../../server/domain/holdout/assign.ts';

const suggestion: Suggestion = {
  orgId: 'org',
  callId: 'call',
  repUserId: 'ravi',
  topic: 'deal',
  askedBy: 'machine',
};
const drawn = (position: number, over: Partial<Suggestion> = {}, percent = 20, seed = 'seed') =>
  assign({ ...suggestion, ...over }, { percent }, { position, seed });
const arms = (count: number, over: Partial<Suggestion> = {}, percent = 20, seed = 'seed') =>
  Array.from({ length: count }, (_, position) => drawn(position, over, percent, seed).arm);
const held = (those: readonly string[]): number => those.filter((arm) => arm === 'held_out').length;

describe('a suggestion of a call to supervisors', () => {
  for (const percent of [5, 20, 50])
    it(`is held out in exactly ${percent} percent of each block of a rep’s calls`, () => {
      const all = arms(5 * BLOCK, {}, percent);
      for (let block = 0; block < 5; block += 1)
        assert.equal(
          held(all.slice(block * BLOCK, (block + 1) * BLOCK)),
          (percent * BLOCK) / 100,
          `block ${block}`,
        );
    });

  it('is drawn the same again, and differently for another rep, seed or block', () => {
    assert.deepEqual(arms(100), arms(100));
    assert.notDeepEqual(arms(100), arms(100, { repUserId: 'lena' }));
    assert.notDeepEqual(arms(100), arms(100, {}, 20, 'another'));
    assert.notDeepEqual(arms(100).slice(0, BLOCK), arms(100).slice(BLOCK, 2 * BLOCK));
  });

  it('is shown where it protects somebody, whatever is drawn', () => {
    for (const topic of SUGGESTION_TOPICS.filter((one) =>
      ['compliance', 'safety', 'abuse'].includes(one),
    ))
      for (let position = 0; position < BLOCK; position += 1)
        assert.deepEqual(drawn(position, { topic }, 50), {
          status: 'not_in_it',
          arm: 'shown',
          because: 'protects',
        });
  });

  it('is shown where the rep or the customer asked for it, whatever is drawn', () => {
    for (const askedBy of ['rep', 'customer'] as const)
      assert.equal(held(arms(BLOCK, { askedBy }, 50)), 0);
    assert.deepEqual(drawn(0, { askedBy: 'rep', topic: 'safety' }), {
      status: 'not_in_it',
      arm: 'shown',
      because: 'asked_for',
    });
  });

  it('is shown where the org holds nothing out, or a share that cannot be drawn', () => {
    for (const percent of [0, 7, 55, -5, 2.5, Number.NaN]) {
      assert.equal(drawn(0, {}, percent).status, 'not_in_it', String(percent));
      assert.equal(percent === 0 || !isPercent(percent), true);
    }
  });
});
