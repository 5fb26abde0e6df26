import { amplitudeOf, decibels, FRAME_MS } from './dsp.ts';

const MAX_FRAMES = 30_000 / FRAME_MS;

/** The level of one tone. */
export interface Levels {
  readonly hz: number;
  /** dBFS over frames: the middle value, the lowest, and the highest that lasted 100 ms. */
  readonly median: number;
  readonly lowest: number;
  readonly sustained: number;
  readonly frames: number;
}

/** Stores the last 30 s of what a leg heard, and measures the levels of tones in it. */
export function createLevelMeter() {
  const heard: { at: number; frame: Int16Array }[] = [];
  return {
    push(frame: Int16Array): void {
      heard.push({ at: Date.now(), frame });
      if (heard.length > MAX_FRAMES) heard.splice(0, 250);
    },
    /** Levels of these tones (Hz) from one time to another (epoch ms). */
    levels(frequencies: readonly number[], since: number, until = Infinity): Levels[] {
      const frames = heard.filter(({ at }) => at >= since && at <= until).map(({ frame }) => frame);
      return frequencies.map((hz) => {
        const levels = frames.map((frame) => decibels(amplitudeOf(frame, hz)));
        const sorted = levels.toSorted((a, b) => a - b);
        const sustained = levels.slice(4).map((_, i) => Math.min(...levels.slice(i, i + 5)));
        return {
          hz,
          frames: frames.length,
          median: round(sorted[sorted.length >> 1] ?? -120),
          lowest: round(sorted[0] ?? -120),
          sustained: round(sustained.reduce((a, b) => Math.max(a, b), -120)),
        };
      });
    },
  };
}

/** Measures what one leg hears. */
export type LevelMeter = ReturnType<typeof createLevelMeter>;

const round = (value: number): number => Math.round(value * 10) / 10;
