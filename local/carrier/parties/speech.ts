import { FRAME_MS, SILENT_FRAME } from '../media/dsp.ts';
import { voiceOf, type Spoken } from './voices.ts';

/** How a party speaks. */
export interface Manner {
  readonly voice?: string;
  /** Silence between two sentences, in which the other party can speak. */
  readonly pauseMs?: number;
  /** Silence before the first sentence. */
  readonly firstPauseMs?: number;
  /**
   * Begins a sentence soon after the others have spoken, and not while they speak. Otherwise the
   * pauses alone decide.
   */
  readonly takesTurns?: boolean;
}

/** What a party says and hears, frame by frame. */
export interface Speech {
  next(): Spoken;
  hear(frame: Int16Array): void;
}

const PAUSE_MS = 4_500;
/** How long the others have been silent when a party takes its turn. */
const TURN_MS = 1_200;
/** The longest time that a party waits for others who do not stop, as music does not. */
const MOST_WAIT_MS = 10_000;
/** Less is breath and noise. Of 32,767. */
const AUDIBLE = 1_000;
const NOTHING: Spoken = { frame: SILENT_FRAME };

/** The sentences of a voice with pauses between them, repeated without end. */
export function speechOf({
  voice: name,
  pauseMs = PAUSE_MS,
  firstPauseMs = 0,
  takesTurns = false,
}: Manner): Speech {
  const voice = name ? voiceOf(name) : undefined;
  let sentence = 0;
  let frame = 0;
  /** Since its own last sentence, or the beginning. */
  let silentMs = 0;
  let pause = firstPauseMs;
  let quietMs = 0;
  let hasHeard = false;

  function isDue(): boolean {
    if (!takesTurns) return silentMs >= pause;
    if (silentMs >= MOST_WAIT_MS) return true;
    return quietMs >= TURN_MS && (hasHeard || silentMs >= pause);
  }

  return {
    hear(heard) {
      const isAudible =
        heard !== SILENT_FRAME && heard.some((sample) => Math.abs(sample) > AUDIBLE);
      quietMs = isAudible ? 0 : quietMs + FRAME_MS;
      hasHeard ||= isAudible;
    },
    next() {
      if (!voice) return NOTHING;
      if (frame === 0 && !isDue()) {
        silentMs += FRAME_MS;
        return NOTHING;
      }
      const frames = voice.sentences[sentence]!;
      const spoken = frames[frame]!;
      frame += 1;
      if (frame === frames.length) {
        frame = 0;
        silentMs = 0;
        pause = pauseMs;
        hasHeard = false;
        sentence = sentence + 1 < voice.sentences.length ? sentence + 1 : voice.repeatsFrom;
      }
      return spoken;
    },
  };
}
