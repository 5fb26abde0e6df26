import assert from 'node:assert/strict';
import { inTurn, inTurnOrNot } from '../../../server/commands/inTurn.ts';
import { createLocalTurns } from '../../../server/store/localTurns.ts';
import { CarrierProblem, type Turns } from '../../../server/ports.ts';

describe('what is asked of one conference', () => {
  const turns = createLocalTurns();
  const none: Turns = { take: async () => undefined };
  const done: string[] = [];
  beforeEach(() => done.splice(0));

  it('is done one after another, in the order it was asked for', async () => {
    let go: () => void = () => undefined;
    const first = inTurn(turns, 'CF1', () => new Promise<void>((resolve) => (go = resolve)).then(() => void done.push('first')));
    const second = inTurn(turns, 'CF1', async () => void done.push('second'));
    await inTurn(turns, 'CF2', async () => void done.push('elsewhere'));
    go();
    await Promise.all([first, second]);
    assert.deepEqual(done, ['elsewhere', 'first', 'second']);
  });
  it('goes on after a failure, which is told to whoever asked', async () => {
    await assert.rejects(inTurn(turns, 'CF1', () => Promise.reject(new Error('refused'))));
    await inTurn(turns, 'CF1', async () => void done.push('next'));
    assert.deepEqual(done, ['next']);
  });
  it('is not done when its turn does not come', async () => {
    await assert.rejects(inTurn(none, 'CF1', async () => void done.push('louder')), CarrierProblem);
    assert.deepEqual(done, []);
  });
  it('is done all the same where the customer is better off with it', async () => {
    await inTurnOrNot(none, 'CF1', async () => void done.push('the rep speaks'));
    assert.deepEqual(done, ['the rep speaks']);
  });
});
