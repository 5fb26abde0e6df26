import assert from 'node:assert/strict';
import { dueReview, isPracticing, type Practice } from '../../softphone/src/practice.ts';

const call = (more: Partial<Practice['calls'][number]> = {}): Practice['calls'][number] => ({
  callId: 'c1',
  status: 'ended',
  title: 'An angry customer',
  isYours: true,
  checklist: [{ code: 'let_finish', text: 'I let the customer finish' }],
  ...more,
});
const due = (...calls: Practice['calls'][number][]) => dueReview({ scenarios: [], calls })?.callId;

describe('the softphone asks how a practice call went', () => {
  it('of the rep’s own latest one that is over, until they have said it', () => {
    assert.equal(due(call()), 'c1');
    assert.equal(due(call({ reviewedAt: '2026-11-20T17:00:00.000Z' })), undefined);
    assert.equal(due(call({ status: 'live' })), undefined);
  });

  it('of no other person’s, and of no earlier one', () => {
    assert.equal(due(call({ isYours: false })), undefined);
    assert.equal(due(call({ callId: 'c2', reviewedAt: 'now' }), call()), undefined);
  });

  it('once the server knows that it is over, too', () => {
    assert.equal(isPracticing([{ isPractice: true }, {}]), true);
    assert.equal(isPracticing([{}]), false);
  });
});
