import {
  decodeUlaw,
  encodeUlaw,
  FRAME_MS,
  FRAME_SAMPLES,
  RATE,
  SILENT_FRAME,
} from '../media/dsp.ts';
import { wavOf } from '../media/wav.ts';

/** Stores sound of one or two channels as µ-law, which takes half the memory of samples. */
export interface Tape {
  readonly channels: 1 | 2;
  /** One frame of each channel. */
  push(frames: readonly Int16Array[]): void;
  seconds(): number;
  /** Removes silence from both ends. */
  trim(): void;
  /** A WAV file; with `channels` 1, both channels are mixed into one. */
  wav(channels?: 1 | 2): Buffer;
}

const SILENT_BYTES = encodeUlaw(SILENT_FRAME);

/** An empty tape. */
export function createTape(channels: 1 | 2): Tape {
  let stored: (readonly Buffer[])[] = [];
  const isSilent = (frames: readonly Buffer[] | undefined) =>
    frames !== undefined && frames.every((frame) => frame === SILENT_BYTES);

  function samplesOf(channel: number): Int16Array {
    const samples = new Int16Array(stored.length * FRAME_SAMPLES);
    stored.forEach((frames, i) => samples.set(decodeUlaw(frames[channel]!), i * FRAME_SAMPLES));
    return samples;
  }

  return {
    channels,
    push: (frames) =>
      void stored.push(
        frames.map((frame) => (frame === SILENT_FRAME ? SILENT_BYTES : encodeUlaw(frame))),
      ),
    seconds: () => (stored.length * FRAME_MS) / 1000,
    trim() {
      const first = stored.findIndex((frames) => !isSilent(frames));
      const last = stored.findLastIndex((frames) => !isSilent(frames));
      stored = first < 0 ? [] : stored.slice(first, last + 1);
    },
    wav(wanted = channels) {
      const own = Array.from({ length: channels }, (_, channel) => samplesOf(channel));
      if (wanted === 2) return wavOf([own[0]!, own[1] ?? own[0]!], RATE);
      const [first, second] = own as [Int16Array, Int16Array | undefined];
      return wavOf(
        second
          ? first.map((sample, i) => Math.max(-32768, Math.min(32767, sample + second[i]!)))
          : first,
        RATE,
      );
    },
  };
}
