import assert from 'node:assert/strict';
import { DELAY_MODES, type CustomerDelay } from '../../server/domain/audioCheck/addedDelay.ts';
import type { AudioCheckRun } from '../../server/ports/index.ts';
import type { Console } from '../support/console.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

/**
 * Sound moves in blocks of 20 ms, and a jitter buffer may hold one more or less. A machine that
 * stands still may shift a single test call further, so two of the latest three must be as exact.
 */
const EXACT_TO_MS = 40;
const PLANTED_MS = 200;

describe('what a supervisor adds to the customer’s delay, measured by test calls (D40)', function () {
  this.timeout(600_000);
  let world: World;
  let ada: Console;

  before(async () => {
    world = await startWorld({
      env: { AUDIO_CHECK_SETTLE_MS: '600', AUDIO_CHECK_LISTEN_MS: '800' },
    });
    ada = world.as('ada');
  });
  after(() => world?.stop());

  const plant = (faults: object) => world.carrierControl('POST', 'faults', faults);
  const customerDelay = async () =>
    (await ada.ask<{ customerDelay: CustomerDelay }>('GET', '/api/latency')).body.customerDelay;

  async function run(): Promise<AudioCheckRun> {
    await world.database(
      `update "AudioCheckRun" set "startedAt" = "startedAt" - interval '1 minute'`,
    );
    const started = await ada.ask<{ runId: string }>('POST', '/api/audio-checks');
    assert.equal(started.status, 202, JSON.stringify(started.body));
    return until(
      'the test call is over',
      async () =>
        (await ada.ask<{ runs: AudioCheckRun[] }>('GET', '/api/audio-checks')).body.runs.find(
          ({ runId, status }) => runId === started.body.runId && status !== 'running',
        ),
      { timeoutMs: 120_000 },
    );
  }

  /** On a machine that stands still too long, markers are lost: such a call says nothing. */
  const measures = (expectedMs: number) => {
    const latest: boolean[] = [];
    return until(
      `two of the latest three test calls have measured about ${expectedMs} ms in every mode`,
      async () => {
        const { addedDelay } = await run();
        if (!addedDelay) return false;
        latest.push(
          DELAY_MODES.every(
            (mode) => Math.abs((addedDelay[mode] ?? Infinity) - expectedMs) <= EXACT_TO_MS,
          ),
        );
        return latest.slice(-3).filter(Boolean).length >= 2;
      },
      { timeoutMs: 500_000 },
    );
  };
  const measuredIn = async (mode: (typeof DELAY_MODES)[number]): Promise<number[]> =>
    (await ada.ask<{ runs: AudioCheckRun[] }>('GET', '/api/audio-checks')).body.runs.flatMap(
      ({ addedDelay }) => addedDelay?.[mode] ?? [],
    );

  it('is nothing at a carrier that mixes three as quickly as two', async () =>
    assert.ok(await measures(0)));

  it('is what a carrier takes longer with a third on the call', async () => {
    await plant({ thirdLegDelayMs: PLANTED_MS });
    assert.ok(await measures(PLANTED_MS));
    await plant({ thirdLegDelayMs: 0 });
  });

  it('is shown to administrators with the number of test calls, and those that could not measure it', async () => {
    const before = await customerDelay();
    assert.deepEqual(
      before.modes.map(({ mode }) => mode),
      [...DELAY_MODES],
    );
    for (const { mode, count, p50, p95 } of before.modes) {
      assert.ok(count >= 4 && count <= before.testCalls, `${count} of ${before.testCalls}`);
      // Half of the calls had nothing planted; the slowest had what was, or what a machine added.
      const slowest = Math.max(...(await measuredIn(mode)));
      assert.ok(p50 <= PLANTED_MS + EXACT_TO_MS, `${mode}: ${p50}`);
      assert.ok(p95 >= PLANTED_MS - EXACT_TO_MS && p95 <= slowest, `${mode}: ${p95}, ${slowest}`);
    }
    await plant({ media: 'deaf' });
    const { status, addedDelay } = await run();
    await plant({ media: null });
    assert.deepEqual({ status, addedDelay }, { status: 'failed', addedDelay: undefined });
    const after = await customerDelay();
    assert.equal(after.testCalls, before.testCalls + 1);
    assert.deepEqual(after.modes, before.modes);
  });
});
