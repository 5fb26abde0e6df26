import assert from 'node:assert/strict';
import type { ConnectionVerdict } from '../../softphone/src/connection.ts';
import { createNetworkTest, type NetworkTest } from '../../softphone/src/networkTest.ts';
import type { SdkSample } from '../../softphone/src/sdk.ts';
import { VirtualClock } from './support/virtualClock.ts';

/** A test call whose samples and end the test decides. */
class StubTestCall {
  isStopped = false;
  isBlocked = false;
  readonly #listeners = new Map<string, (value: never) => void>();
  on(event: string, listener: (value: never) => void): void {
    this.#listeners.set(event, listener);
  }
  hasWay(): boolean {
    return !this.isBlocked;
  }
  stop(): void {
    this.isStopped = true;
    this.says('failed', { code: 31008, message: 'stopped' });
  }
  says(event: string, value?: object): void {
    this.#listeners.get(event)?.(value as never);
  }
}

const GOOD: SdkSample = {
  packetsReceived: 50,
  packetsSent: 50,
  packetsLostFraction: 0,
  jitter: 4,
  rtt: 80,
};

describe('the test of the network before anybody joins', () => {
  let clock: VirtualClock;
  let calls: StubTestCall[];
  let verdicts: ConnectionVerdict[];
  let running: boolean[];
  let stored: Map<string, string>;
  let hasToken: boolean;

  beforeEach(() => {
    clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    [calls, verdicts, running, stored, hasToken] = [[], [], [], new Map(), true];
  });

  const open = (): NetworkTest =>
    createNetworkTest({
      start: () => {
        const call = new StubTestCall();
        calls.push(call);
        return call;
      },
      getToken: async () => {
        if (!hasToken) throw new Error('no token');
        return { token: 't', lifetimeMs: 60_000 };
      },
      onRunning: (isRunning) => running.push(isRunning),
      onVerdict: (verdict) => verdicts.push(verdict),
      clock,
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
        removeItem: (key) => void stored.delete(key),
      },
    });
  async function begun(): Promise<NetworkTest> {
    const test = open();
    test.run();
    await clock.pass(100);
    return test;
  }
  const sampled = (more: Partial<SdkSample> = {}): void => {
    for (let second = 0; second < 5; second += 1)
      calls.at(-1)!.says('sample', { ...GOOD, ...more });
  };

  it('takes five seconds of sound, says what it found, and ends its call', async () => {
    await begun();
    sampled();
    assert.deepEqual(
      verdicts.map(({ status }) => status),
      ['good'],
    );
    assert.deepEqual([calls[0]!.isStopped, running], [true, [true, false]]);
  });

  it('says what it found before it says that it is over, for a join that waits', async () => {
    const told: string[] = [];
    const test = createNetworkTest({
      start: () => {
        const call = new StubTestCall();
        calls.push(call);
        return call;
      },
      getToken: async () => ({ token: 't', lifetimeMs: 60_000 }),
      onRunning: (isRunning) => told.push(isRunning ? 'begins' : 'is over'),
      onVerdict: ({ status }) => told.push(status),
      clock,
    });
    test.run();
    await clock.pass(100);
    sampled();
    assert.deepEqual(told, ['begins', 'good', 'is over']);
  });

  it('finds a network that loses sound, and one through which none comes', async () => {
    const test = await begun();
    sampled({ packetsLostFraction: 20 });
    test.runAgain();
    await clock.pass(100);
    sampled({ packetsReceived: 0 });
    assert.deepEqual(
      verdicts.map((verdict) => 'because' in verdict && [verdict.status, verdict.because]),
      [
        ['poor', 'loss'],
        ['poor', 'silence'],
      ],
    );
  });

  it('finds a network that lets no call through', async () => {
    await begun();
    calls[0]!.says('failed', { code: 53405, message: 'Media connection failed' });
    assert.deepEqual(verdicts, [{ status: 'poor', because: 'silence' }]);
  });

  it('finds a network through which sound has no way at all: nothing is sent either', async () => {
    await begun();
    calls[0]!.isBlocked = true;
    for (let seconds = 0; seconds < 5; seconds += 1)
      calls[0]!.says('sample', { ...GOOD, packetsReceived: 0, packetsSent: 0 });
    assert.deepEqual(verdicts, []);
    calls[0]!.says('sample', { ...GOOD, packetsReceived: 0, packetsSent: 0 });
    assert.deepEqual(verdicts, [{ status: 'poor', because: 'silence' }]);
    assert.deepEqual([calls[0]!.isStopped, running], [true, [true, false]]);
  });

  it('does not count the seconds before a way was found', async () => {
    await begun();
    calls[0]!.isBlocked = true;
    for (let seconds = 0; seconds < 4; seconds += 1)
      calls[0]!.says('sample', { ...GOOD, packetsReceived: 0 });
    calls[0]!.isBlocked = false;
    sampled();
    assert.deepEqual(
      verdicts.map(({ status }) => status),
      ['good'],
    );
  });

  for (const [what, act] of Object.entries<(test: NetworkTest) => Promise<void> | void>({
    'that takes too long': () => clock.pass(15_000),
    'that a call puts an end to': (test) => test.stop(),
    'whose token the phone service refuses': () =>
      calls[0]!.says('failed', { code: 20104, message: 'expired' }),
    'in which the browser sent nothing before the first click': () =>
      sampled({ packetsReceived: 0, packetsSent: 0 }),
  }))
    it(`says nothing bad after a test ${what}`, async () => {
      const test = await begun();
      await act(test);
      assert.deepEqual([verdicts, running], [[], [true, false]]);
    });

  it('says nothing bad where the server issues no token', async () => {
    hasToken = false;
    await begun();
    assert.deepEqual([verdicts, running, calls], [[], [true, false], []]);
  });

  it('is kept over a reload for half an hour, and made anew on another network', async () => {
    await begun();
    sampled();
    await begun();
    assert.deepEqual([calls.length, verdicts.length], [1, 2]);
    await clock.pass(31 * 60_000);
    const test = await begun();
    assert.equal(calls.length, 2);
    sampled();
    test.runAgain();
    await clock.pass(100);
    assert.equal(calls.length, 3);
  });
});
