import assert from 'node:assert/strict';
import type { DueCall } from '../../../../server/ports/index.ts';
import { createQuietRounds } from '../../../../server/store/calls/quietRounds.ts';
import { at, liveCall } from '../../../support/builders.ts';

const LONGEST_REST_MS = 10_000;

describe('what rounds ask', () => {
  let asked: string[];
  let due: DueCall[];
  let nextDueAt: string | undefined;
  let supervised: string[];
  let nowMs: number;
  let listener: { onChange(callId: string): void; onGap(): void };
  let rounds: ReturnType<typeof createQuietRounds>;

  beforeEach(() => {
    [asked, due, nextDueAt, supervised, nowMs] = [[], [], undefined, [], 0];
    const answer = async <T>(question: string, found: T): Promise<T> => {
      asked.push(question);
      return found;
    };
    rounds = createQuietRounds({
      dueCalls: {
        due: () => answer('due', due),
        nextDueAt: () => answer('next', nextDueAt),
        reschedule: () => answer('reschedule', undefined),
        supervisedCalls: () =>
          answer(
            'supervised calls',
            supervised.map((callId) => liveCall({ callId })),
          ),
        supervisedCallIds: () => answer('supervised ids', supervised),
        openConferences: () => answer('conferences', []),
        conferencesOf: () => answer('conferences', []),
      },
      leases: { expired: () => answer('leases', []) },
      changes: {
        subscribe(one) {
          listener = one;
          return () => undefined;
        },
      },
      nowMs: () => nowMs,
    });
  });

  async function everything(): Promise<string[]> {
    asked = [];
    await rounds.dueCalls.due(at(0), 100);
    await rounds.dueCalls.supervisedCallIds();
    await rounds.dueCalls.supervisedCalls();
    await rounds.leases.expired(at(0));
    return asked;
  }

  describe('while nothing is due and nobody supervises', () => {
    beforeEach(async () => {
      assert.deepEqual(await everything(), ['due', 'next', 'supervised ids']);
    });

    it('is not asked again', async () => {
      nowMs = LONGEST_REST_MS - 1;
      assert.deepEqual(await everything(), []);
    });
    it('is asked again when a call has changed', async () => {
      listener.onChange('a call');
      supervised = ['a call'];
      assert.deepEqual(await everything(), [
        'due',
        'next',
        'supervised ids',
        'supervised calls',
        'leases',
      ]);
    });
    it('is asked again when changes may have been missed', async () => {
      listener.onGap();
      assert.deepEqual(await everything(), ['due', 'next', 'supervised ids']);
    });
    it('is asked again after a while, should a change not have been heard', async () => {
      nowMs = LONGEST_REST_MS;
      assert.deepEqual(await everything(), ['due', 'next', 'supervised ids']);
    });
  });

  it('is asked each time while somebody supervises', async () => {
    supervised = ['a call'];
    await everything();
    assert.deepEqual(await everything(), ['supervised ids', 'supervised calls', 'leases']);
  });

  it('is asked again when the first call becomes due', async () => {
    nextDueAt = at(2);
    await rounds.dueCalls.due(at(0), 100);
    asked = [];
    nowMs = 1_999;
    await rounds.dueCalls.due(at(1), 100);
    assert.deepEqual(asked, []);
    nowMs = 2_000;
    await rounds.dueCalls.due(at(2), 100);
    assert.deepEqual(asked, ['due', 'next']);
  });

  it('is asked again when a round says anew when a call is due', async () => {
    await rounds.dueCalls.due(at(0), 100);
    await rounds.dueCalls.reschedule('a call', at(0), at(1));
    asked = [];
    await rounds.dueCalls.due(at(1), 100);
    assert.deepEqual(asked, ['due', 'next']);
  });

  it('is asked again when a call changed while it was answered', async () => {
    const answering = rounds.dueCalls.due(at(0), 100);
    listener.onChange('a call');
    await answering;
    asked = [];
    await rounds.dueCalls.due(at(0), 100);
    assert.deepEqual(asked, ['due', 'next']);
  });

  it('is asked each time while calls are due', async () => {
    due = [{ call: liveCall(), dueAt: at(0) }];
    assert.deepEqual(await rounds.dueCalls.due(at(0), 100), due);
    assert.deepEqual(await rounds.dueCalls.due(at(0), 100), due);
    assert.deepEqual(asked, ['due', 'due']);
  });
});
