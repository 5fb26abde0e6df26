import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FarEnd, Leg } from './leg.ts';
import { everyFrame } from './media/clock.ts';
import { decodeUlaw, FRAME_MS, FRAME_SAMPLES, SILENT_FRAME, toneSource } from './media/dsp.ts';
import type { Ring } from './switchboard.ts';

/** How a scripted party behaves: how long it rings, and what it says once it has answered. */
export interface Script {
  readonly voice?: string;
  /** Speaks a steady tone instead of words. */
  readonly toneHz?: number;
  readonly ringMs?: number;
  readonly never?: 'busy' | 'no-answer';
  /** Silence between two sentences, for the other party to speak in. */
  readonly pauseMs?: number;
  /** Silence before the first sentence. */
  readonly firstPauseMs?: number;
  readonly hangUpAfterMs?: number;
}

const VOICES = fileURLToPath(new URL('./voices', import.meta.url));
const RING_MS = 1_200;
const PAUSE_MS = 4_500;

/** A party that answers by itself and talks. */
export function scriptedRing(script: Script, hangUp: (leg: Leg) => void): Ring {
  if (script.voice) sentencesOf(script.voice);
  return (leg, _parameters, answer, refuse) => {
    setTimeout(() => {
      if (script.never) return refuse(script.never);
      answer(startTalking(leg, script, hangUp));
    }, script.ringMs ?? RING_MS).unref();
  };
}

/** Speaks into the leg, in real time, until it ends. */
export function startTalking(leg: Leg, script: Script, hangUp: (leg: Leg) => void): FarEnd {
  const nextFrame = script.toneHz ? toneSource(script.toneHz) : speech(script);
  const fallSilent = everyFrame(() => leg.speak(nextFrame()));
  const goodbye = script.hangUpAfterMs ? setTimeout(() => hangUp(leg), script.hangUpAfterMs) : undefined;
  return {
    send: () => undefined,
    ended: () => {
      fallSilent();
      clearTimeout(goodbye);
    },
  };
}

/** The sentences of a voice with pauses between them, over and over. */
function speech({ voice, pauseMs = PAUSE_MS, firstPauseMs = 0 }: Script): () => Int16Array {
  const sentences = voice ? sentencesOf(voice) : [];
  const gap = Array.from({ length: pauseMs / FRAME_MS }, () => SILENT_FRAME);
  const frames = [...sentences.flatMap((sentence) => [...sentence, ...gap]), ...gap];
  let position = -Math.round(firstPauseMs / FRAME_MS);
  return () => (position < 0 ? (position++, SILENT_FRAME) : frames[position++ % frames.length]!);
}

const known = new Map<string, Int16Array[][]>();

function sentencesOf(voice: string): Int16Array[][] {
  let sentences = known.get(voice);
  if (!sentences) {
    const files = readdirSync(VOICES).filter((name) => name.startsWith(`${voice}-`) && name.endsWith('.wav')).sort();
    if (files.length === 0) throw new Error(`there are no recordings of the voice ${voice}`);
    sentences = files.map((name) => framesOf(readFileSync(`${VOICES}/${name}`)));
    known.set(voice, sentences);
  }
  return sentences;
}

/** The samples of a µ-law WAV file, cut into frames. */
function framesOf(wav: Buffer): Int16Array[] {
  const at = wav.indexOf('data') + 4;
  const samples = decodeUlaw(wav.subarray(at + 4, at + 4 + wav.readUInt32LE(at)));
  return Array.from({ length: Math.floor(samples.length / FRAME_SAMPLES) }, (_, i) => samples.slice(i * FRAME_SAMPLES, (i + 1) * FRAME_SAMPLES));
}
