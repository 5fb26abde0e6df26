import assert from 'node:assert/strict';
import {
  verdictOf,
  watchConnection,
  type ConnectionSample,
  type ConnectionVerdict,
} from '../../softphone/src/connection.ts';
import { VirtualClock } from './support/virtualClock.ts';

const GOOD: ConnectionSample = {
  packetsReceived: 50,
  lossPercent: 0,
  jitterMs: 4,
  roundTripMs: 60,
};
const five = (more: Partial<ConnectionSample>): ConnectionSample[] =>
  Array.from({ length: 5 }, () => ({ ...GOOD, ...more }));

describe('a connection', () => {
  for (const [name, more, expected] of [
    ['without loss, jitter or delay is good', {}, ['good']],
    ['that loses 4 % is fair', { lossPercent: 4 }, ['fair', 'loss']],
    ['that loses 11 % is poor', { lossPercent: 11 }, ['poor', 'loss']],
    ['with 40 ms of jitter is fair', { jitterMs: 40 }, ['fair', 'jitter']],
    ['with 160 ms of jitter is poor', { jitterMs: 160 }, ['poor', 'jitter']],
    ['with 500 ms of round trip is fair', { roundTripMs: 500 }, ['fair', 'delay']],
    ['with 1.1 s of round trip is poor', { roundTripMs: 1_100 }, ['poor', 'delay']],
    [
      'whose round trip nobody has reported is judged by the rest',
      { roundTripMs: undefined },
      ['good'],
    ],
    ['that brings nothing is poor', { packetsReceived: 0 }, ['poor', 'silence']],
  ] as const)
    it(name, () => {
      const verdict = verdictOf(five(more));
      const said = 'because' in verdict ? [verdict.status, verdict.because] : [verdict.status];
      assert.deepEqual(said, expected);
    });

  it('is not judged by one bad second', () =>
    assert.equal(verdictOf([...five({}).slice(1), { ...GOOD, lossPercent: 90 }]).status, 'good'));
});

describe('a call in its first seconds', () => {
  let clock: VirtualClock;
  let told: ConnectionVerdict['status'][];
  let watch: ReturnType<typeof watchConnection>;
  beforeEach(() => {
    clock = new VirtualClock('2026-11-30T08:00:00.000Z');
    told = [];
    watch = watchConnection(clock, ({ status }) => told.push(status));
  });

  it('is said to bring no sound after 3 s without any, whether or not the SDK measures', async () => {
    watch.opened();
    await clock.pass(2_900);
    assert.deepEqual(told, ['measuring']);
    await clock.pass(200);
    assert.deepEqual(told, ['measuring', 'poor']);
  });

  it('is said to be well again once sound arrives: not to be silent at once, and good when measured', async () => {
    watch.opened();
    await clock.pass(4_000);
    const [first, ...others] = five({});
    watch.sampled(first!);
    assert.deepEqual(told, ['measuring', 'poor', 'measuring']);
    for (const sample of others) watch.sampled(sample);
    assert.deepEqual(told, ['measuring', 'poor', 'measuring', 'good']);
  });

  it('is not said to bring no sound where the page stood still instead', async () => {
    watch.opened();
    await clock.sleep(10_000);
    assert.deepEqual(told, ['measuring']);
    watch.sampled(GOOD);
    await clock.pass(5_000);
    assert.deepEqual(told, ['measuring']);
  });

  it('is judged by the seconds that have sound, not by those before the first of it', async () => {
    watch.opened();
    for (let second = 0; second < 2; second += 1) watch.sampled({ ...GOOD, packetsReceived: 0 });
    for (const sample of five({ lossPercent: 20 }).slice(1)) watch.sampled(sample);
    assert.deepEqual(told, ['measuring']);
    watch.sampled({ ...GOOD, lossPercent: 20 });
    assert.deepEqual(told, ['measuring', 'poor']);
  });

  it('is judged once it has been measured for five seconds, and told of changes only (D37, G18)', async () => {
    watch.opened();
    for (const sample of [...five({}), ...five({}), ...five({ lossPercent: 20 })])
      watch.sampled(sample);
    await clock.pass(4_000);
    assert.deepEqual(told, ['measuring', 'good', 'poor']);
  });

  it('that ends before it is measured leaves nothing known; a verdict stays for the next one', async () => {
    watch.opened();
    watch.closed();
    await clock.pass(4_000);
    assert.deepEqual(told, ['measuring', 'unknown']);
    watch.opened();
    for (const sample of five({ packetsReceived: 0 })) watch.sampled(sample);
    watch.closed();
    assert.deepEqual(told.slice(2), ['measuring', 'poor']);
  });
});
