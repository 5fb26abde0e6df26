import type { Clock } from './clock.ts';

/**
 * Input volume of the SDK, from 0 to 1, below which a microphone picks up the room but no voice.
 */
const VOICE_LEVEL = 0.05;
/** How long before the step down a supervisor is warned. */
const TOLD_BEFORE_MS = 15_000;

/** A pause between two measurements that is longer says nothing of the time between them. */
const LONGEST_STEP_MS = 500;

/** Measures how long this person has been quiet, and how much of the time they have talked. */
export interface QuietWatch {
  /** The microphone's volume, from 0 to 1. */
  heard(level: number): void;
  /** Restarts the measurement, because the customer hears this person from now on. */
  begin(): void;
  quietMs(): number;
  /** How long this person has talked since `begin`. */
  talkedMs(): number;
}

export function watchQuiet(clock: Clock): QuietWatch {
  let spokeAt = clock.now();
  let measuredAt = spokeAt;
  let talkedMs = 0;
  return {
    heard(level) {
      const now = clock.now();
      if (level >= VOICE_LEVEL) {
        spokeAt = now;
        talkedMs += Math.min(now - measuredAt, LONGEST_STEP_MS);
      }
      measuredAt = now;
    },
    begin() {
      spokeAt = clock.now();
      measuredAt = spokeAt;
      talkedMs = 0;
    },
    talkedMs: () => Math.round(talkedMs),
    quietMs: () => Math.max(0, Math.round(clock.now() - spokeAt)),
  };
}

/** The hint for a supervisor whom the customer hears. */
export type Guidance = 'long' | 'quiet';

/** Being quiet takes precedence, because it soon ends the mode. */
export function guidanceFor(
  { heardForMs, quietMs }: { readonly heardForMs: number; readonly quietMs: number },
  { bargeGuideMs, stepDownMs }: { readonly bargeGuideMs: number; readonly stepDownMs?: number },
): Guidance | undefined {
  if (stepDownMs !== undefined && quietMs >= Math.max(stepDownMs / 2, stepDownMs - TOLD_BEFORE_MS))
    return 'quiet';
  return heardForMs >= bargeGuideMs ? 'long' : undefined;
}
