import type { AnsweredBy, FarEnd, Leg } from '../legs/leg.ts';
import { everyFrame } from '../media/clock.ts';
import { FRAME_MS, toneSource } from '../media/dsp.ts';
import type { Ring } from '../switchboard/switchboard.ts';
import { speechOf, type Manner, type Speech } from './speech.ts';
import { voiceOf, type Spoken } from './voices.ts';

/** How a scripted party behaves: how long it rings, and what it says after it has answered. */
export interface Script extends Manner {
  /** Speaks a steady tone instead of words. */
  readonly toneHz?: number;
  /** The words that a transcription reports for the tone, repeated without end. */
  readonly says?: string;
  readonly ringMs?: number;
  readonly never?: 'busy' | 'no-answer';
  /** The SIP response code; 300 and above refuse the call. */
  readonly sipStatus?: number;
  readonly hangUpAfterMs?: number;
  /** What machine detection reports after `detectedMs`; by default a person, after 2 s. */
  readonly answeredBy?: AnsweredBy;
  readonly detectedMs?: number;
  /** The digits it presses when a Gather waits for them. */
  readonly presses?: string;
}

const RING_MS = 1_200;
const PRESS_MS = 100;
const DETECTED_MS = 2_000;

/** A party that answers by itself and talks. Throws when its voice has no recordings. */
export function scriptedRing(script: Script, hangUp: (leg: Leg) => void): Ring {
  if (script.voice) voiceOf(script.voice);
  return (leg, _parameters, { answer, refuse }) => {
    setTimeout(() => {
      if (script.never) return refuse(script.never);
      answer(startTalking(leg, script, hangUp));
    }, script.ringMs ?? RING_MS).unref();
  };
}

const SENTENCE_FRAMES = 60 / FRAME_MS;

/** A steady tone, with words that end every 60 ms. */
function toneSpeech(tone: () => Int16Array, text: string | undefined): Speech {
  let frames = 0;
  const next = (): Spoken => {
    frames += 1;
    return {
      frame: tone(),
      ...(text && frames % SENTENCE_FRAMES === 0 && { words: { text, isFinal: true } }),
    };
  };
  return { next, hear: () => undefined };
}

/** Speaks into the leg in real time until the leg ends. */
export function startTalking(leg: Leg, script: Script, hangUp: (leg: Leg) => void): FarEnd {
  const tone = script.toneHz ? toneSource(script.toneHz) : undefined;
  const speech = tone ? toneSpeech(tone, script.says) : speechOf(script);
  const stopSpeaking = everyFrame(() => {
    const { frame, words } = speech.next();
    leg.speak(frame);
    if (words) leg.utter(words);
  });
  const hangUpTimer = script.hangUpAfterMs
    ? setTimeout(() => hangUp(leg), script.hangUpAfterMs)
    : undefined;
  return {
    send: speech.hear,
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
