import assert from 'node:assert/strict';
import {
  withLock,
  withLockOrWithout,
} from '../../../../server/commands/carrier/conferenceLocks.ts';
import { CarrierProblem, type ConferenceLocks } from '../../../../server/ports/index.ts';
import { createLocalLocks } from '../../../../server/store/locks/localLocks.ts';

describe('what is asked of one conference', () => {
  const locks = createLocalLocks();
  const none: ConferenceLocks = { acquire: async () => undefined };
  const done: string[] = [];
  beforeEach(() => done.splice(0));

  it('is done one after another, in the order it was asked for', async () => {
    let go: () => void = () => undefined;
    const first = withLock(locks, 'CF1', () =>
      new Promise<void>((resolve) => (go = resolve)).then(() => void done.push('first')),
    );
    const second = withLock(locks, 'CF1', async () => void done.push('second'));
    await withLock(locks, 'CF2', async () => void done.push('elsewhere'));
    go();
    await Promise.all([first, second]);
    assert.deepEqual(done, ['elsewhere', 'first', 'second']);
  });
  it('goes on after a failure, which is told to whoever asked', async () => {
    await assert.rejects(withLock(locks, 'CF1', () => Promise.reject(new Error('refused'))));
    await withLock(locks, 'CF1', async () => void done.push('next'));
    assert.deepEqual(done, ['next']);
  });
  it('is not done when its turn does not come', async () => {
    await assert.rejects(
      withLock(none, 'CF1', async () => void done.push('louder')),
      CarrierProblem,
    );
    assert.deepEqual(done, []);
  });
  it('is done all the same where the customer is better off with it', async () => {
    await withLockOrWithout(none, 'CF1', async () => void done.push('the rep speaks'));
    assert.deepEqual(done, ['the rep speaks']);
  });
});
