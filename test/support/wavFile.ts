import { amplitudeOf, decibels, FRAME_SAMPLES, RATE } from '../../local/carrier/media/dsp.ts';

/** A fetched WAV file, measured by tones. */
export interface WavFile {
  readonly seconds: number;
  readonly channels: number;
  /** Seconds of this channel in which a tone is heard, in frames of 20 ms. */
  secondsOf(hz: number, channel?: number): number;
  /** The longest silence between the first and the last sound of this channel, in seconds. */
  longestGap(channel?: number): number;
}

const HEARD_DB = -20;

export function readWav(bytes: Buffer): WavFile {
  const channels = bytes.readUInt16LE(22);
  const rate = bytes.readUInt32LE(24);
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || rate !== RATE) throw new Error('not a WAV file of a telephone call');
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length));
  const length = samples.length / channels;
  const framesOf = (channel: number) => Array.from({ length: Math.floor(length / FRAME_SAMPLES) }, (_, f) =>
    Int16Array.from({ length: FRAME_SAMPLES }, (_unused, i) => samples[(f * FRAME_SAMPLES + i) * channels + channel]!));
  return {
    seconds: length / rate,
    channels,
    secondsOf: (hz, channel = 0) => framesOf(channel).filter((frame) => decibels(amplitudeOf(frame, hz)) > HEARD_DB).length * 0.02,
    longestGap(channel = 0) {
      const sounds = framesOf(channel).map((frame) => frame.some((sample) => Math.abs(sample) > 100));
      const inner = sounds.slice(sounds.indexOf(true), sounds.lastIndexOf(true) + 1);
      return Math.max(0, ...inner.map((sound) => (sound ? '1' : '0')).join('').split('1').map((gap) => gap.length)) * 0.02;
    },
  };
}
