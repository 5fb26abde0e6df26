/** Samples per second. Telephone audio is 16-bit, one channel, in frames of 20 ms. */
export const RATE = 8000;
/** Milliseconds per frame. */
export const FRAME_MS = 20;
/** Samples per frame. */
export const FRAME_SAMPLES = (RATE * FRAME_MS) / 1000;

/** The one frame of silence, compared by identity. Frames are immutable. */
export const SILENT_FRAME = new Int16Array(FRAME_SAMPLES);

/** Amplitude of one frequency in a block, 1 being a full-scale sine (Goertzel). */
export function amplitudeOf(block: ArrayLike<number>, hz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / RATE);
  let before = 0;
  let beforeThat = 0;
  for (let i = 0; i < block.length; i += 1) {
    const now = block[i]! + coefficient * before - beforeThat;
    beforeThat = before;
    before = now;
  }
  const power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
  return (2 * Math.sqrt(Math.max(0, power))) / block.length / 32768;
}

/** dBFS of an amplitude between 0 and 1. */
export const decibels = (amplitude: number): number => 20 * Math.log10(Math.max(amplitude, 1e-6));

/** A steady tone at −10.5 dBFS, frame by frame without a click. */
export function toneSource(hz: number, amplitude = 0.3): () => Int16Array {
  let n = 0;
  return () =>
    Int16Array.from({ length: FRAME_SAMPLES }, () =>
      Math.round(amplitude * 32767 * Math.sin((2 * Math.PI * hz * n++) / RATE)),
    );
}

const DECODED = Int16Array.from({ length: 256 }, (_, byte) => {
  const inverted = ~byte & 0xff;
  const magnitude = (((inverted & 15) << 3) + 0x84) << ((inverted >> 4) & 7);
  return inverted & 0x80 ? 0x84 - magnitude : magnitude - 0x84;
});

/** Decodes G.711 µ-law. https://www.itu.int/rec/T-REC-G.711 */
export const decodeUlaw = (bytes: Uint8Array): Int16Array =>
  Int16Array.from(bytes, (byte) => DECODED[byte]!);

/** Encodes as G.711 µ-law. */
export function encodeUlaw(samples: Int16Array): Buffer {
  const bytes = Buffer.alloc(samples.length);
  for (let i = 0; i < samples.length; i += 1) bytes[i] = encodeSample(samples[i]!);
  return bytes;
}

function encodeSample(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const biased = Math.min(Math.abs(sample), 32635) + 0x84;
  let exponent = 7;
  for (let mask = 0x4000; (biased & mask) === 0 && exponent > 0; mask >>= 1) exponent -= 1;
  return ~(sign | (exponent << 4) | ((biased >> (exponent + 3)) & 15)) & 0xff;
}
