import { decodeUlaw, FRAME_MS, FRAME_SAMPLES, RATE, SILENT_FRAME, toneSource } from './dsp.ts';
import type { Sound } from './mixer.ts';

/** A whole sound as frames. */
export type Clip = readonly Int16Array[];

/**
 * The frequencies of the sounds that the stand-in generates. Each has a whole number of periods per
 * frame, and sounds start and end with a frame, so that no tone leaks into the measured level of
 * another.
 */
export const OWN_TONES = {
  enter: 1_850,
  exit: 1_650,
  speech: [2_050, 2_250],
  music: [250, 300, 350, 450],
} as const;

const BEEP_MS = 200;
const NOTE_MS = 400;
const WORD_MS = 400;
const WORD_SOUND_MS = 300;
const SHORTEST_SPEECH_MS = 800;
const QUIET = 0.1;
const BACKGROUND = 0.06;

const tone = (hz: number, ms: number, amplitude: number): Clip =>
  Array.from({ length: ms / FRAME_MS }, toneSource(hz, amplitude));

/** Silence of this length. */
export const pauseOf = (ms: number): Clip =>
  Array.from({ length: Math.round(ms / FRAME_MS) }, () => SILENT_FRAME);

/** What everybody hears when a participant joins or leaves. */
export const ENTRY_BEEP = tone(OWN_TONES.enter, BEEP_MS, QUIET);
/** @see ENTRY_BEEP */
export const EXIT_BEEP = tone(OWN_TONES.exit, BEEP_MS, QUIET);

/** Four notes, repeated: music while waiting or on hold. */
export const MUSIC: Clip = OWN_TONES.music.flatMap((hz) => tone(hz, NOTE_MS, BACKGROUND));

/**
 * A substitute for speech: one of two marker tones per word, so that tests can measure whether and
 * how long something was said.
 */
export function speechOf(text: string): Clip {
  const words = text.split(/\s+/).filter(Boolean);
  const said = words.flatMap((_, i) => [
    ...tone(OWN_TONES.speech[i % 2]!, WORD_SOUND_MS, QUIET),
    ...pauseOf(WORD_MS - WORD_SOUND_MS),
  ]);
  return [...said, ...pauseOf(Math.max(0, SHORTEST_SPEECH_MS - said.length * FRAME_MS))];
}

/** The clip, this many times in a row. */
export const repeated = (clip: Clip, times: number): Clip =>
  Array.from({ length: times }, () => clip).flat();

/** Plays a clip once and then calls `over`, or repeats it without end. */
export function playing(
  clip: Clip,
  { again = false, over }: { again?: boolean; over?: () => void } = {},
): Sound {
  let at = 0;
  return () => {
    if (at < clip.length || (again && clip.length > 0)) return clip[at++ % clip.length]!;
    over?.();
    return undefined;
  };
}

/**
 * A sound file at telephone quality; undefined unless it is a WAV file of 16-bit samples or µ-law.
 */
export function clipOf(file: Buffer): Clip | undefined {
  const format = chunkOf(file, 'fmt ');
  const data = chunkOf(file, 'data');
  if (!format || !data) return undefined;
  const [kind, channels, rate, bits] = [
    format.readUInt16LE(0),
    format.readUInt16LE(2),
    format.readUInt32LE(4),
    format.readUInt16LE(14),
  ];
  const isUlaw = kind === 7 && bits === 8;
  if (!(isUlaw || (kind === 1 && bits === 16)) || channels < 1 || rate < 1) return undefined;
  const all = isUlaw
    ? decodeUlaw(data)
    : Int16Array.from({ length: data.length >> 1 }, (_, i) => data.readInt16LE(i * 2));
  return framesOf(telephoneSamples(all, channels, rate));
}

/** The first channel, at the telephone's rate. */
function telephoneSamples(samples: Int16Array, channels: number, rate: number): Int16Array {
  const length = Math.floor(samples.length / channels);
  return Int16Array.from({ length: Math.floor((length * RATE) / rate) }, (_, i) => {
    const at = (i * rate) / RATE;
    const before = samples[Math.floor(at) * channels] ?? 0;
    const after = samples[Math.min(length - 1, Math.floor(at) + 1) * channels] ?? 0;
    return before + (after - before) * (at - Math.floor(at));
  });
}

/** Samples cut into frames; the last frame is padded with silence. */
function framesOf(samples: Int16Array): Clip {
  return Array.from({ length: Math.ceil(samples.length / FRAME_SAMPLES) }, (_, i) => {
    const frame = new Int16Array(FRAME_SAMPLES);
    frame.set(samples.subarray(i * FRAME_SAMPLES, (i + 1) * FRAME_SAMPLES));
    return frame;
  });
}

function chunkOf(file: Buffer, name: string): Buffer | undefined {
  if (
    file.length < 12 ||
    file.toString('latin1', 0, 4) !== 'RIFF' ||
    file.toString('latin1', 8, 12) !== 'WAVE'
  )
    return undefined;
  for (let at = 12; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4);
    if (file.toString('latin1', at, at + 4) === name) return file.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  return undefined;
}
