import { levelOf, SAMPLE_RATE } from './tones.ts';

/**
 * A marker is a short tone on top of a participant's own, by which the moment when it was said can
 * be found where it is heard. One after the other has another of these frequencies, so that none is
 * taken for the one before.
 */
export const MARKER_HZ = [1_400, 1_600, 1_800, 2_000, 2_200, 2_400, 2_600, 2_800] as const;
export const MARKER_EVERY_MS = 200;
const MARKER_SAMPLES = (SAMPLE_RATE * 60) / 1_000;
const MARKER_AMPLITUDE = 0.15;

/** In dBFS: a marker that is played at -16 begins above the first, and is over below the second. */
const BEGINS_ABOVE = -26;
const OVER_BELOW = -40;

/** 20 ms hold a whole number of periods of every tone; they move on by 5 ms. */
const WINDOW_SAMPLES = SAMPLE_RATE / 50;
const HOP_SAMPLES = SAMPLE_RATE / 200;
const SAMPLES_PER_MS = SAMPLE_RATE / 1_000;

/** The marker of this number, for a section of sound that begins with it. */
export const markerBurst = (tone: number) => ({
  hz: MARKER_HZ[tone]!,
  samples: MARKER_SAMPLES,
  amplitude: MARKER_AMPLITUDE,
});

/**
 * Finds the beginnings of markers in sound that comes in pieces, to 5 ms. The time that it says is
 * up to a window's length early, always by the same.
 */
export function findMarkers(
  onMarker: (tone: number, streamMs: number) => void,
): (ulaw: Buffer, streamMs: number) => void {
  const isOn = MARKER_HZ.map(() => false);
  let sound: Buffer = Buffer.alloc(0);

  return (ulaw, streamMs) => {
    // The time at the beginning of `sound`, which is what was left over and the new piece.
    const beganMs = streamMs - sound.length / SAMPLES_PER_MS;
    sound = Buffer.concat([sound, ulaw]);
    let at = 0;
    for (; at + WINDOW_SAMPLES <= sound.length; at += HOP_SAMPLES) {
      const window = sound.subarray(at, at + WINDOW_SAMPLES);
      for (const [tone, hz] of MARKER_HZ.entries()) {
        const dbfs = levelOf(hz, window);
        if (!isOn[tone] && dbfs > BEGINS_ABOVE) {
          isOn[tone] = true;
          onMarker(tone, beganMs + at / SAMPLES_PER_MS);
        } else if (dbfs < OVER_BELOW) isOn[tone] = false;
      }
    }
    sound = sound.subarray(at);
  };
}
