import { amplitudeOf, decibels, FRAME_MS } from './dsp.ts';

const MAX_FRAMES = 30_000 / FRAME_MS;

export interface Levels {
  readonly hz: number;
  /** dBFS over frames: the middle value, the lowest, and the highest that lasted 100 ms. */
  readonly median: number;
  readonly lowest: number;
  readonly sustained: number;
  readonly frames: number;
}

/** Keeps the last half minute of what a leg was given to hear, to be measured. */
export function createLevelMeter() {
  const heard: { at: number; frame: Int16Array }[] = [];
  return {
    push(frame: Int16Array): void {
      heard.push({ at: Date.now(), frame });
      if (heard.length > MAX_FRAMES) heard.splice(0, 250);
    },
    /** Levels of some tones since a moment (epoch ms). */
    levels(frequencies: readonly number[], since: number): Levels[] {
      const frames = heard.filter((entry) => entry.at >= since).map((entry) => entry.frame);
      return frequencies.map((hz) => {
        const levels = frames.map((frame) => decibels(amplitudeOf(frame, hz)));
        const sorted = levels.toSorted((a, b) => a - b);
        const sustained = levels.slice(4).map((_, i) => Math.min(...levels.slice(i, i + 5)));
        return {
          hz, frames: frames.length, median: round(sorted[sorted.length >> 1] ?? -120),
          lowest: round(sorted[0] ?? -120), sustained: round(sustained.reduce((a, b) => Math.max(a, b), -120)),
        };
      });
    },
  };
}

export type LevelMeter = ReturnType<typeof createLevelMeter>;

const round = (value: number): number => Math.round(value * 10) / 10;
