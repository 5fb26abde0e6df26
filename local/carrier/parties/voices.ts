import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Words } from '../legs/leg.ts';
import { FRAME_MS } from '../media/dsp.ts';
import { clipOf } from '../media/sounds.ts';

/** One frame of speech, and the words that end in it. */
export interface Spoken {
  readonly frame: Int16Array;
  readonly words?: Words;
}

/** What a recorded voice says. */
export interface Voice {
  readonly sentences: readonly (readonly Spoken[])[];
  /** The first sentence that is said again after the last one; those before it open a call. */
  readonly repeatsFrom: number;
}

/** The shortest time from one partial result to the next, in frames. */
const PARTIAL_FRAMES = 500 / FRAME_MS;

const VOICES = fileURLToPath(new URL('../voices', import.meta.url));
const LINES = JSON.parse(readFileSync(`${VOICES}/lines.json`, 'utf8')) as Record<
  string,
  { lines: string[]; repeatsFrom: number }
>;
const known = new Map<string, Voice>();

/** Throws if there are no recordings of this voice. */
export function voiceOf(name: string): Voice {
  let voice = known.get(name);
  if (!voice) {
    const recorded = LINES[name];
    if (!recorded) throw new Error(`there are no recordings of the voice ${name}`);
    voice = {
      repeatsFrom: recorded.repeatsFrom,
      sentences: recorded.lines.map((line, i) =>
        spokenOf(clipOf(readFileSync(`${VOICES}/${name}-${i + 1}.wav`))!, line),
      ),
    };
    known.set(name, voice);
  }
  return voice;
}

/**
 * Assumes that all words take the same time, which is enough to tell who said what and in which
 * order. Between two partial results are some words, as an engine reports them.
 */
function spokenOf(frames: readonly Int16Array[], line: string): Spoken[] {
  const words = line.split(' ');
  const saidAt = new Map(
    words.map((_, i) => [Math.floor(((i + 1) * frames.length) / words.length) - 1, i + 1]),
  );
  let heardAt = -PARTIAL_FRAMES;
  return frames.map((frame, i) => {
    const count = saidAt.get(i);
    const isFinal = count === words.length;
    if (count === undefined || (!isFinal && i - heardAt < PARTIAL_FRAMES)) return { frame };
    heardAt = i;
    return { frame, words: { text: words.slice(0, count).join(' '), isFinal } };
  });
}
