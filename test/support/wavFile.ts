import { amplitudeOf, decibels, FRAME_MS, RATE } from '../../local/carrier/media/dsp.ts';

/** Measurements of the tones in a WAV file. */
export interface WavFile {
  readonly seconds: number;
  readonly channels: number;
  /** Level of a tone in each 100 ms of the first channel, in dBFS. */
  levelsOf(hz: number): number[];
  /** Seconds in which a tone is heard in a channel, in frames of 20 ms. */
  secondsOf(hz: number, channel?: number): number;
  /** Longest silence between the first and the last sound of a channel, in seconds. */
  longestGap(channel?: number): number;
}

const HEARD_DB = -20;
const TENTH_MS = 100;

export function readWav(bytes: Buffer): WavFile {
  const channels = bytes.readUInt16LE(22);
  const rate = bytes.readUInt32LE(24);
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || rate !== RATE)
    throw new Error('not a WAV file of a telephone call');
  const samples = new Int16Array(
    bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length),
  );
  const length = samples.length / channels;
  const blocksOf = (channel: number, blockMs: number = FRAME_MS) => {
    const size = (RATE * blockMs) / 1000;
    return Array.from({ length: Math.floor(length / size) }, (_, b) =>
      Int16Array.from(
        { length: size },
        (_unused, i) => samples[(b * size + i) * channels + channel]!,
      ),
    );
  };
  const levels = (blocks: Int16Array[], hz: number) =>
    blocks.map((block) => decibels(amplitudeOf(block, hz)));
  return {
    seconds: length / rate,
    channels,
    levelsOf: (hz) => levels(blocksOf(0, TENTH_MS), hz),
    secondsOf: (hz, channel = 0) =>
      levels(blocksOf(channel), hz).filter((level) => level > HEARD_DB).length * (FRAME_MS / 1000),
    longestGap(channel = 0) {
      const sounds = blocksOf(channel).map((block) =>
        block.some((sample) => Math.abs(sample) > 100),
      );
      const inner = sounds.slice(sounds.indexOf(true), sounds.lastIndexOf(true) + 1);
      return (
        Math.max(
          0,
          ...inner
            .map((sound) => (sound ? '1' : '0'))
            .join('')
            .split('1')
            .map((gap) => gap.length),
        ) *
        (FRAME_MS / 1000)
      );
    },
  };
}
