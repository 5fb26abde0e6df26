/**
 * Samples per second of G.711 mu-law, the format of Twilio's media streams.
 * https://www.itu.int/rec/T-REC-G.711
 */
export const SAMPLE_RATE = 8_000;
const BIAS = 0x84;
const CLIP = 32_635;

const DECODED = Float64Array.from({ length: 256 }, (_unused, byte) => {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + BIAS) << ((bits >> 4) & 0x07)) - BIAS;
  return (bits & 0x80 ? -magnitude : magnitude) / 32_768;
});

function encode(sample: number): number {
  const linear = Math.round(sample * 32_768);
  const magnitude = Math.min(Math.abs(linear), CLIP) + BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~((linear < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

interface ToneSection {
  readonly samples: number;
  /** From 0 to 1. */
  readonly amplitude?: number;
  /** A second, short tone at the beginning of the section. */
  readonly burst?: { readonly hz: number; readonly samples: number; readonly amplitude: number };
}

/** Returns a section of a continuous sine in mu-law, so that sections join without a click. */
export function toneFrom(
  hz: number,
  fromSample: number,
  { samples, amplitude = 0.25, burst }: ToneSection,
): Buffer {
  return Buffer.from(
    Array.from({ length: samples }, (_unused, i) =>
      encode(amplitude * sineOf(hz, fromSample + i) + burstAt(burst, i)),
    ),
  );
}

const FADE_SAMPLES = SAMPLE_RATE / 100;

/** Begins and ends softly, because a sudden edge has a part in every frequency. */
function burstAt(burst: ToneSection['burst'], i: number): number {
  if (!burst || i >= burst.samples) return 0;
  const fade = Math.min(1, Math.min(i, burst.samples - i) / FADE_SAMPLES);
  return burst.amplitude * fade * sineOf(burst.hz, i);
}

/**
 * Level of one frequency in mu-law sound, in dBFS (a full-scale sine is 0), by Goertzel's
 * algorithm.
 */
export function levelOf(hz: number, ulaw: Uint8Array): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
  let last = 0;
  let beforeLast = 0;
  for (const byte of ulaw)
    [last, beforeLast] = [DECODED[byte]! + coefficient * last - beforeLast, last];
  const power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
  const amplitude = (2 * Math.sqrt(Math.max(power, 0))) / ulaw.length;
  return amplitude > 1e-6 ? 20 * Math.log10(amplitude) : -120;
}

const JOINED_HZ = 900;
const JOINED_SECONDS = 0.4;
/** As exchanges in most of Europe ring: one second of 425 Hz, then a pause. */
const RINGBACK_HZ = 425;
const RINGBACK_SECONDS = 1;
const RINGBACK_PAUSE_SECONDS = 3;

/** The join tone as a WAV file with 16-bit samples. */
export const toneWav = (): Buffer => wavOf(JOINED_HZ, JOINED_SECONDS);

/** What a caller hears while phones ring, as a WAV file with 16-bit samples. */
export const ringbackWav = (): Buffer =>
  wavOf(RINGBACK_HZ, RINGBACK_SECONDS, RINGBACK_PAUSE_SECONDS);

/** A broken major chord, up and down: four seconds that can be repeated. */
const CHORD_HZ = [200, 250, 300, 400, 300, 250, 200, 250] as const;
const NOTE_SECONDS = 0.5;

/** What a customer hears on hold, as a WAV file with 16-bit samples. */
export const musicWav = (): Buffer => {
  const perNote = SAMPLE_RATE * NOTE_SECONDS;
  return wavFrom(perNote * CHORD_HZ.length, (i) => {
    const inNote = i % perNote;
    // Each note fades, so that none begins or ends with a click.
    const loudness = Math.min(1, inNote / 160) * (1 - inNote / perNote);
    return 4_000 * loudness * sineOf(CHORD_HZ[Math.floor(i / perNote)]!, i);
  });
};

const sineOf = (hz: number, sample: number): number =>
  Math.sin((2 * Math.PI * hz * sample) / SAMPLE_RATE);

function wavOf(hz: number, toneSeconds: number, pauseSeconds = 0): Buffer {
  const toneSamples = Math.round(SAMPLE_RATE * toneSeconds);
  const samples = toneSamples + Math.round(SAMPLE_RATE * pauseSeconds);
  return wavFrom(samples, (i) => (i < toneSamples ? 6_000 * sineOf(hz, i) : 0));
}

function wavFrom(samples: number, sampleAt: (i: number) => number): Buffer {
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE, 24);
  wav.writeUInt32LE(SAMPLE_RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i += 1) wav.writeInt16LE(Math.round(sampleAt(i)), 44 + i * 2);
  return wav;
}
