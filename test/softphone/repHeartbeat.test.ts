import assert from 'node:assert/strict';
import { sendRepHeartbeats } from '../../softphone/src/repHeartbeat.ts';
import { VirtualClock } from './support/virtualClock.ts';

describe('the heartbeats of a rep’s softphone', () => {
  let clock: VirtualClock;
  let given: number[];
  let heartbeats: ReturnType<typeof sendRepHeartbeats>;
  beforeEach(() => {
    clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    given = [];
    const startedAt = clock.now();
    heartbeats = sendRepHeartbeats({
      send: () => {
        given.push(clock.now() - startedAt);
        return Promise.reject(new Error('no answer'));
      },
      clock,
    });
  });

  it('are given while it is in a call, whether or not they are answered', async () => {
    heartbeats.follow(true);
    await clock.pass(9_000);
    heartbeats.follow(true);
    await clock.pass(1_000);
    assert.deepEqual(given, [0, 4_000, 8_000]);
  });

  it('end with the call, and begin again with the next one', async () => {
    heartbeats.follow(true);
    heartbeats.follow(false);
    await clock.pass(20_000);
    assert.deepEqual(given, [0]);
    heartbeats.follow(true);
    assert.deepEqual(given, [0, 20_000]);
  });

  it('are missing while the computer sleeps', async () => {
    heartbeats.follow(true);
    await clock.sleep(60_000);
    assert.deepEqual(given, [0, 60_000]);
  });
});
