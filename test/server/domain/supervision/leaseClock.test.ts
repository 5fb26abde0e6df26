import assert from 'node:assert/strict';
import {
  beat,
  doLeasesCount,
  LEASE_BEAT_MS,
  type LeaseClock,
} from '../../../../server/domain/supervision/leaseClock.ts';

const GRACE_MS = 6_000;

/** Whether leases count at each of these times, in seconds; null is a beat that fails. */
function countsAt(beats: readonly (number | null)[]): boolean[] {
  let clock: LeaseClock | undefined;
  return beats.map((second) => {
    if (second === null) {
      clock = undefined;
      return false;
    }
    clock = beat(clock, second * 1_000, GRACE_MS);
    return doLeasesCount(clock, second * 1_000);
  });
}
const everySecond = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('the clock of leases', () => {
  it('beats every second', () => assert.equal(LEASE_BEAT_MS, 1_000));

  it('lets softphones send a heartbeat first, after a start', () => {
    assert.deepEqual(countsAt([0, 1, 5, 6, 7]), [false, false, false, true, true]);
  });
  it('counts all the time while it beats', () => {
    assert.ok(
      countsAt(everySecond(0, 100))
        .slice(6)
        .every((counts) => counts),
    );
  });
  it('gives a grace after it stood still itself', () => {
    const after = countsAt([...everySecond(0, 30), 40, 41, 45, 46]).slice(31);
    assert.deepEqual(after, [false, false, false, true]);
  });
  it('does not take a beat that is a little late for a standstill', () => {
    assert.deepEqual(countsAt([...everySecond(0, 30), 33, 36]).slice(31), [true, true]);
  });
  it('gives a grace after a beat that failed, however long ago the last grace was', () => {
    const after = countsAt([...everySecond(0, 8), null, null, 12, 17, 18]).slice(9);
    assert.deepEqual(after, [false, false, false, false, true]);
  });
  it('counts again though every beat is late, so that slowness never switches leases off', () => {
    const beats = Array.from({ length: 30 }, (_, i) => i * 5);
    const counted = countsAt(beats);
    for (let i = 0; i + 4 < counted.length; i += 1)
      assert.ok(counted.slice(i, i + 5).includes(true), `none counts from ${beats[i]} s on`);
  });
});
