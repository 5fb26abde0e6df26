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

  /** The ownership of this process, from when it is told of it. */
  function ownership({ isOwner = true } = {}) {
    const listeners: (() => void)[] = [];
    return {
      isOwner: () => isOwner,
      onOwned: (listener: () => void) => void listeners.push(listener),
      begin() {
        isOwner = true;
        for (const listener of listeners) listener();
      },
    };
  }

  it('begin one after the other if they are seldom, and at their interval if not', async () => {
    const repeat = ownedRounds(ownership(), quietLog);
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

  it('begin soon after the process has become the owner, where that is said of them', async () => {
    const own = ownership({ isOwner: false });
    const repeat = ownedRounds(own, quietLog);
    const began: number[] = [];
    const round = repeat({
      everyMs: 60_000,
      firstAfterMs: 1_000,
      memory: () => undefined,
      act: async () => void began.push(now),
      onFault: '',
    });
    await pass(30);
    assert.deepEqual(began, []);
    own.begin();
    await pass(100);
    assert.deepEqual(began, [31_000, 91_000]);
    await round.stop();
  });
});
