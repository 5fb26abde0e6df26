import assert from 'node:assert/strict';
import { guidanceFor, watchQuiet } from '../../softphone/src/quiet.ts';
import { VirtualClock } from './support/virtualClock.ts';

describe('a supervisor’s silence', () => {
  it('is counted from the last voice, and a room’s noise is none', async () => {
    const clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    const quiet = watchQuiet(clock);
    await clock.pass(10_000);
    quiet.heard(0.01);
    assert.equal(quiet.quietMs(), 10_000);
    quiet.heard(0.3);
    await clock.pass(4_000);
    assert.equal(quiet.quietMs(), 4_000);
    quiet.begin();
    assert.equal(quiet.quietMs(), 0);
  });

  it('is said to them 15 s before the call goes back, and in any case after half of the time', () => {
    const guide = { bargeGuideMs: 180_000, stepDownMs: 120_000 };
    const told = (quietMs: number, heardForMs = 0, by = guide) =>
      guidanceFor({ quietMs, heardForMs }, by);
    assert.equal(told(104_000), undefined);
    assert.equal(told(105_000), 'quiet');
    assert.equal(told(10_000, 0, { ...guide, stepDownMs: 20_000 }), 'quiet');
    assert.equal(told(0, 180_000), 'long');
    assert.equal(
      guidanceFor({ quietMs: 999_999, heardForMs: 0 }, { bargeGuideMs: 180_000 }),
      undefined,
    );
  });
});
