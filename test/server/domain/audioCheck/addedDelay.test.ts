import assert from 'node:assert/strict';
import { addedDelays, type Marker } from '../../../../server/domain/audioCheck/addedDelay.ts';
import type { ModePhase } from '../../../../server/domain/audioCheck/audioCheck.ts';

const ALONE = { fromMs: 0, untilMs: 1_000 };
const PHASES: ModePhase[] = (['monitor', 'whisper', 'barge', 'monitor'] as const).map(
  (mode, index) => ({ mode, fromMs: 2_000 * (index + 1), untilMs: 2_000 * (index + 1) + 1_000 }),
);
const played: Marker[] = Array.from({ length: 50 }, (_unused, i) => ({
  tone: i % 8,
  atMs: i * 200,
  streamMs: 7_000 + i * 200,
}));
/** Each marker after a way that depends on when it was played; undefined if it was lost. */
const heardAfter = (wayMs: (atMs: number) => number | undefined): Marker[] =>
  played.flatMap(({ tone, atMs }) => {
    const way = wayMs(atMs);
    return way === undefined ? [] : [{ tone, atMs: atMs + way, streamMs: 400 + atMs + way }];
  });

describe('the delay that a supervisor adds for the customer', () => {
  it('is nothing where everything takes as long as before', () => {
    const heard = heardAfter(() => 90);
    assert.deepEqual(addedDelays(ALONE, PHASES, { played, heard }), {
      monitor: 0,
      whisper: 0,
      barge: 0,
    });
  });

  it('is the difference in each mode, though one marker of a mode came late (D40)', () => {
    const heard = heardAfter((atMs) => {
      if (atMs >= 6_000 && atMs < 7_000) return 150;
      return 90 + (atMs >= 2_000 ? 20 : 0) + (atMs === 2_400 ? 300 : 0);
    });
    assert.deepEqual(addedDelays(ALONE, PHASES, { played, heard }), {
      monitor: 20,
      whisper: 20,
      barge: 60,
    });
  });

  it('is missing for a mode in which too few markers were heard', () => {
    const heard = heardAfter((atMs) => (atMs >= 4_200 && atMs < 5_000 ? undefined : 90));
    assert.deepEqual(addedDelays(ALONE, PHASES, { played, heard }), { monitor: 0, barge: 0 });
  });

  it('is not measured where nothing was heard before the supervisor joined, or nothing after', () => {
    for (const isHeard of [(atMs: number) => atMs >= 2_000, (atMs: number) => atMs < 1_000]) {
      const heard = heardAfter((atMs) => (isHeard(atMs) ? 90 : undefined));
      assert.equal(addedDelays(ALONE, PHASES, { played, heard }), undefined);
    }
  });

  it('is not measured where the carrier does not say when markers were played', () => {
    const heard = heardAfter(() => 90);
    assert.equal(addedDelays(ALONE, PHASES, { played: [], heard }), undefined);
  });
});
