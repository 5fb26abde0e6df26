import assert from 'node:assert/strict';
import {
  findMarkers,
  MARKER_HZ,
  markerBurst,
} from '../../../../server/telephony/audioCheck/markers.ts';
import { levelOf, SAMPLE_RATE, toneFrom } from '../../../../server/telephony/audioCheck/tones.ts';

const PIECE = SAMPLE_RATE / 50;

/** A second of the rep's tone, with this marker from `atMs` on. */
const soundWith = (tone: number, atMs: number): Buffer => {
  const before = (atMs * SAMPLE_RATE) / 1_000;
  return Buffer.concat([
    toneFrom(500, 0, { samples: before }),
    toneFrom(500, before, { samples: SAMPLE_RATE - before, burst: markerBurst(tone) }),
  ]);
};

function found(sound: Buffer): [number, number][] {
  const markers: [number, number][] = [];
  const find = findMarkers((tone, streamMs) => markers.push([tone, streamMs]));
  for (let at = 0; at < sound.length; at += PIECE)
    find(sound.subarray(at, at + PIECE), 1_000 + (at * 1_000) / SAMPLE_RATE);
  return markers;
}

describe('a marker on top of a tone', () => {
  it('is found once, as what it is, wherever it begins', () => {
    for (const tone of MARKER_HZ.keys())
      for (const atMs of [200, 303, 411, 517]) {
        const markers = found(soundWith(tone, atMs));
        assert.deepEqual(
          markers.map(([one]) => one),
          [tone],
        );
        const late = markers[0]![1] - (1_000 + atMs);
        assert.ok(late >= -20 && late <= 0, `${late} ms`);
      }
  });

  it('is found as much later as it begins later, to 5 ms', () => {
    const [[, first]] = found(soundWith(3, 300)) as [[number, number]];
    for (const laterMs of [20, 37, 200]) {
      const [[, second]] = found(soundWith(3, 300 + laterMs)) as [[number, number]];
      assert.ok(Math.abs(second - first - laterMs) <= 5, `${second - first} for ${laterMs}`);
    }
  });

  it('is not taken for the tone of another participant', () => {
    const sound = soundWith(0, 100);
    for (let at = 0; at + 400 <= sound.length; at += 100)
      for (const hz of [800, 1_100])
        assert.ok(levelOf(hz, sound.subarray(at, at + 400)) < -50, `${hz} Hz at ${at}`);
  });

  it('is not found in a tone without one', () =>
    assert.deepEqual(found(toneFrom(500, 0, { samples: SAMPLE_RATE })), []));
});
