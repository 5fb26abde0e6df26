import { AUDIO_CHECK_MODES } from './audioCheck.ts';

/** The settings of the audio check that decide how long it takes. */
export interface AudioCheckPace {
  /** Longest time until a mode change is audible, including the carrier's jitter buffers. */
  readonly settleMs: number;
  /** How long each mode is listened to. */
  readonly listenMs: number;
  /** After how long a request to the carrier counts as failed. */
  readonly carrierTimeoutMs: number;
}

/** The delay without a supervisor is what all others are compared with, so it is measured longer. */
export const ALONE_TIMES = 3;
/** The carrier dials one connection a second by default, and three are needed. */
export const OPEN_LIMIT_MS = 20_000;
/** Longer than an instance takes to report what it heard. */
export const TELL_LIMIT_MS = 5_000;
/** By how much the clocks of instances may differ, which is waited before and after each listening. */
const UNSURE_LIMIT_MS = 2_000;
/** The rep and the customer first, then the supervisor. */
const OPENINGS = 2;
/** A mode change takes two requests at most. */
const STEPS_OF_CHANGE = 2;
/** What is found is looked for once more. */
const PASSES = 2;

/** How long one pass over all modes takes at most. */
export function passLimitMs({ settleMs, listenMs, carrierTimeoutMs }: AudioCheckPace): number {
  const changes = AUDIO_CHECK_MODES.length;
  const listens = 1 + changes;
  return (
    OPENINGS * OPEN_LIMIT_MS +
    listens * (settleMs + 2 * UNSURE_LIMIT_MS) +
    (ALONE_TIMES + changes) * listenMs +
    changes * STEPS_OF_CHANGE * carrierTimeoutMs +
    TELL_LIMIT_MS
  );
}

/**
 * How long a run takes at most, with the pass that confirms what was found. After that, a run
 * without a verdict is not running any more.
 */
export const runLimitMs = (pace: AudioCheckPace): number => PASSES * passLimitMs(pace);
