import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AnsweredBy, FarEnd, Leg, Words } from '../legs/leg.ts';
import { everyFrame } from '../media/clock.ts';
import { FRAME_MS, SILENT_FRAME, toneSource } from '../media/dsp.ts';
import { clipOf } from '../media/sounds.ts';
import type { Ring } from '../switchboard/switchboard.ts';

/** How a scripted party behaves: how long it rings, and what it says after it has answered. */
export interface Script {
  readonly voice?: string;
  /** Speaks a steady tone instead of words. */
  readonly toneHz?: number;
  /** The words that a transcription reports for the tone, repeated without end. */
  readonly says?: string;
  readonly ringMs?: number;
  readonly never?: 'busy' | 'no-answer';
  /** The SIP response code; 300 and above refuse the call. */
  readonly sipStatus?: number;
  /** Silence between two sentences, in which the other party can speak. */
  readonly pauseMs?: number;
  /** Silence before the first sentence. */
  readonly firstPauseMs?: number;
  readonly hangUpAfterMs?: number;
  /** What machine detection reports after `detectedMs`; by default a person, after 2 s. */
  readonly answeredBy?: AnsweredBy;
  readonly detectedMs?: number;
  /** The digits it presses when a Gather waits for them. */
  readonly presses?: string;
}

const VOICES = fileURLToPath(new URL('../voices', import.meta.url));
const RING_MS = 1_200;
const PAUSE_MS = 4_500;
const PRESS_MS = 100;
const DETECTED_MS = 2_000;

/** A party that answers by itself and talks. Throws when its voice has no recordings. */
export function scriptedRing(script: Script, hangUp: (leg: Leg) => void): Ring {
  if (script.voice) sentencesOf(script.voice);
  return (leg, _parameters, { answer, refuse }) => {
    setTimeout(() => {
      if (script.never) return refuse(script.never);
      answer(startTalking(leg, script, hangUp));
    }, script.ringMs ?? RING_MS).unref();
  };
}

/** One frame of speech, and the words that end in it. */
interface Spoken {
  readonly frame: Int16Array;
  readonly words?: Words;
}

const SENTENCE_FRAMES = 60 / FRAME_MS;

/** A steady tone, with words that end every 60 ms. */
function spokenTone(tone: () => Int16Array, text: string | undefined): () => Spoken {
  let frames = 0;
  return () => {
    frames += 1;
    return {
      frame: tone(),
      ...(text && frames % SENTENCE_FRAMES === 0 && { words: { text, isFinal: true } }),
    };
  };
}

/** Speaks into the leg in real time until the leg ends. */
export function startTalking(leg: Leg, script: Script, hangUp: (leg: Leg) => void): FarEnd {
  const tone = script.toneHz ? toneSource(script.toneHz) : undefined;
  const next = tone ? spokenTone(tone, script.says) : speech(script);
  const stopSpeaking = everyFrame(() => {
    const { frame, words } = next();
    leg.speak(frame);
    if (words) leg.utter(words);
  });
  const hangUpTimer = script.hangUpAfterMs
    ? setTimeout(() => hangUp(leg), script.hangUpAfterMs)
    : undefined;
  return {
    send: () => undefined,
    detected: {
      answeredBy: script.answeredBy ?? 'human',
      afterMs: script.detectedMs ?? DETECTED_MS,
    },
    digitsRequested: () =>
      setTimeout(
        () => [...(script.presses ?? '')].forEach((digit) => leg.press(digit)),
        PRESS_MS,
      ).unref(),
    ended: () => {
      stopSpeaking();
      clearTimeout(hangUpTimer);
    },
  };
}

const NOTHING: Spoken = { frame: SILENT_FRAME };

/** The sentences of a voice with pauses between them, repeated without end. */
function speech({ voice, pauseMs = PAUSE_MS, firstPauseMs = 0 }: Script): () => Spoken {
  const sentences = voice ? sentencesOf(voice) : [];
  const gap = Array.from({ length: pauseMs / FRAME_MS }, () => NOTHING);
  const spoken = [...sentences.flatMap((sentence) => [...sentence, ...gap]), ...gap];
  let position = -Math.round(firstPauseMs / FRAME_MS);
  return () =>
    position < 0 ? (position++, NOTHING) : (spoken[position++ % spoken.length] ?? NOTHING);
}

const known = new Map<string, Spoken[][]>();
const LINES = JSON.parse(readFileSync(`${VOICES}/lines.json`, 'utf8')) as Record<
  string,
  { lines: string[] }
>;

function sentencesOf(voice: string): Spoken[][] {
  let sentences = known.get(voice);
  if (!sentences) {
    const lines = LINES[voice]?.lines;
    if (!lines) throw new Error(`there are no recordings of the voice ${voice}`);
    sentences = lines.map((line, i) =>
      spokenOf(clipOf(readFileSync(`${VOICES}/${voice}-${i + 1}.wav`))!, line),
    );
    known.set(voice, sentences);
  }
  return sentences;
}

/**
 * Assumes that all words take the same time, which is enough to tell who said what and in which
 * order.
 */
function spokenOf(frames: readonly Int16Array[], line: string): Spoken[] {
  const words = line.split(' ');
  const saidAt = new Map(
    words.map((_, i) => [Math.floor(((i + 1) * frames.length) / words.length) - 1, i + 1]),
  );
  return frames.map((frame, i) => {
    const count = saidAt.get(i);
    return count === undefined
      ? { frame }
      : {
          frame,
          words: { text: words.slice(0, count).join(' '), isFinal: count === words.length },
        };
  });
}
