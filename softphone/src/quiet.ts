import type { Clock } from './clock.ts';

/** Of the SDK's input volume, from 0 to 1: below it a microphone hears the room, and no voice. */
const VOICE_LEVEL = 0.05;
/** So long before a supervisor steps down by themselves, they are told. */
const TOLD_BEFORE_MS = 15_000;

/** For how long this person has said nothing. */
export interface QuietWatch {
  /** The microphone's volume, from 0 to 1. */
  heard(level: number): void;
  /** Counts anew: the customer hears this person from now on. */
  begin(): void;
  quietMs(): number;
}

export function watchQuiet(clock: Clock): QuietWatch {
  let spokeAt = clock.now();
  return {
    heard(level) {
      if (level >= VOICE_LEVEL) spokeAt = clock.now();
    },
    begin() {
      spokeAt = clock.now();
    },
    quietMs: () => Math.max(0, Math.round(clock.now() - spokeAt)),
  };
}

/** What a supervisor whom the customer hears is told; undefined while there is nothing. */
export type Guidance = 'long' | 'quiet';

/** Silence goes first: it is what ends the mode soon. */
export function guidanceFor(
  { heardForMs, quietMs }: { readonly heardForMs: number; readonly quietMs: number },
  { bargeGuideMs, stepDownMs }: { readonly bargeGuideMs: number; readonly stepDownMs?: number },
): Guidance | undefined {
  if (stepDownMs !== undefined && quietMs >= Math.max(stepDownMs / 2, stepDownMs - TOLD_BEFORE_MS))
    return 'quiet';
  return heardForMs >= bargeGuideMs ? 'long' : undefined;
}
