import assert from 'node:assert/strict';
import { judgeGaps, type Mixed } from './audio/judge.ts';
import type { Party, Situation } from './audio/situations.ts';

/** Maya barges on a call that she then takes over, and the rep leaves. */
const BEFORE: Situation = { rep: true, maya: 'barge' };
const AFTER: Situation = { rep: false, maya: 'takeover' };

/** What the proof finds where these were in every block of the customer's mix. */
const found = (throughout: Party[], slow: Party[] = []) => {
  const mixed: Mixed = { customer: { blocks: 9, voices: [], throughout } };
  const stretch = { before: BEFORE, after: AFTER, isBetween: true };
  return judgeGaps(stretch, mixed, (party) => slow.includes(party)).map(({ words }) => words);
};

describe('the proof that nobody is lost for a moment', () => {
  it('finds a speaker who was missing in a block, though heard before and after', () =>
    assert.deepEqual(found([]), ['maya was not in the mix of the customer’s leg all the time']));
  it('asks that only of who must be heard before and after', () =>
    assert.deepEqual(found(['maya']), []));
  it('says nothing of a browser, whose sound a busy machine can delay', () =>
    assert.deepEqual(found([], ['maya']), []));
});
