import assert from 'node:assert/strict';
import type { ConnectionSample } from '../../softphone/src/connection.ts';
import { watchPath, type PathChange } from '../../softphone/src/pathWatch.ts';

const sample = (roundTripMs: number | undefined): ConnectionSample => ({
  packetsReceived: 50,
  lossPercent: 0,
  jitterMs: 2,
  roundTripMs,
  mos: 4.4,
});

describe('a rep’s way to the phone service when a supervisor joins (D40)', () => {
  let told: PathChange[];
  let path: ReturnType<typeof watchPath>;
  beforeEach(() => {
    told = [];
    path = watchPath((change) => told.push(change));
    path.supervised([]);
  });
  const seconds = (count: number, roundTripMs: number | undefined): void => {
    for (let second = 0; second < count; second += 1) path.sampled(sample(roundTripMs));
  };

  it('is compared by the middle of ten seconds before and after, without those of the join', () => {
    seconds(20, 40);
    path.supervised(['i1']);
    seconds(2, 900);
    seconds(9, 43);
    assert.deepEqual(told, []);
    seconds(1, 43);
    assert.deepEqual(told, [
      {
        interventionId: 'i1',
        before: { seconds: 10, jitterMs: 2, roundTripMs: 40, mos: 4.4 },
        after: { seconds: 10, jitterMs: 2, roundTripMs: 43, mos: 4.4 },
      },
    ]);
    seconds(30, 43);
    assert.equal(told.length, 1);
  });

  it('is not compared when too little is known, when another joins, or when the call ends', () => {
    seconds(4, 40);
    path.supervised(['i1']);
    seconds(20, 40);
    path.supervised(['i1', 'i2']);
    seconds(5, 40);
    path.supervised(['i1', 'i2', 'i3']);
    seconds(20, 40);
    path.supervised(['i1', 'i2', 'i3', 'i4']);
    seconds(5, 40);
    path.closed();
    seconds(20, 40);
    assert.deepEqual(told, []);
  });

  it('says no round trip where the far end reports none', () => {
    seconds(10, undefined);
    path.supervised(['i1']);
    seconds(12, undefined);
    assert.equal(told[0]!.after.roundTripMs, undefined);
    assert.equal(told[0]!.after.jitterMs, 2);
  });
});
