import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { ownedRounds } from '../../../server/compose/ownedRounds.ts';
import { quietLog } from '../../support/quietLog.ts';

const STEP_MS = 100;

describe('the rounds of a process', () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  /** Lets so many seconds pass in steps, and the rounds of each step end. */
  async function pass(seconds: number): Promise<void> {
    for (const until = now + seconds * 1_000; now < until;) {
      now += STEP_MS;
      mock.timers.tick(STEP_MS);
      await new Promise(setImmediate);
    }
  }

  it('begin one after the other if they are seldom, and at their interval if not', async () => {
    const repeat = ownedRounds({ isOwner: () => true }, quietLog);
    const began: Record<string, number[]> = {};
    const rounds = ['a', 'b', 'c', 'often'].map((name) =>
      repeat({
        everyMs: name === 'often' ? 2_000 : 60_000,
        memory: () => undefined,
        act: async () => void (began[name] ??= []).push(now),
        onFault: name,
      }),
    );
    await pass(130);
    assert.deepEqual(began.often?.slice(0, 2), [2_000, 4_000]);
    const seldom = ['a', 'b', 'c'].flatMap((name) => began[name]!);
    assert.equal(seldom.length, 6, 'each ran twice');
    assert.equal(new Set(seldom).size, seldom.length, 'no two at the same moment');
    await Promise.all(rounds.map((round) => round.stop()));
  });
});
