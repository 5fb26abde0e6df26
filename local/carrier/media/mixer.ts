import { everyFrame } from './clock.ts';
import { FRAME_SAMPLES } from './dsp.ts';
import type { Audibility } from './hears.ts';

/** Frames to gather before a speaker is mixed in, and the most that may wait: 40 and 160 ms. */
const PRIME_FRAMES = 2;
const MAX_FRAMES = 8;

export interface Port {
  /** Read at every frame, so a change is heard from the next frame on. */
  readonly audibility: () => Audibility;
  readonly deliver: (frame: Int16Array) => void;
}

interface Line extends Port {
  readonly waiting: Int16Array[];
  primed: boolean;
}

export interface MixingRules {
  /** Whether anybody hears anything yet. */
  readonly isOpen: () => boolean;
  readonly hears: (listener: Audibility, speaker: Audibility) => boolean;
  /** Told of every block: whose samples went into this listener's mix. */
  readonly mixed: (listener: Audibility, voices: readonly Audibility[]) => void;
}

export interface Mixer {
  /** Adds a party; answers how its own frames come in and how it goes. */
  add(port: Port): { speak(frame: Int16Array): void; remove(): void };
  stop(): void;
}

/** Mixes for each listener the voices that listener may hear. Runs only while somebody is there. */
export function createMixer(rules: MixingRules): Mixer {
  const lines = new Set<Line>();
  let stopClock: (() => void) | undefined;

  function mix(isLatest: boolean): void {
    mixFrame(lines, rules);
    if (!isLatest) return;
    for (const line of lines) if (line.waiting.length > MAX_FRAMES) line.waiting.splice(0, line.waiting.length - PRIME_FRAMES);
  }

  function stop(): void {
    stopClock?.();
    stopClock = undefined;
  }

  return {
    add(port) {
      const line: Line = { ...port, waiting: [], primed: false };
      lines.add(line);
      stopClock ??= everyFrame(mix, 'mix');
      return {
        speak(frame) {
          if (line.waiting.length < 100) line.waiting.push(frame);
          if (line.waiting.length >= PRIME_FRAMES) line.primed = true;
        },
        remove() {
          lines.delete(line);
          if (lines.size === 0) stop();
        },
      };
    },
    stop,
  };
}

function mixFrame(lines: ReadonlySet<Line>, { isOpen, hears, mixed }: MixingRules): void {
  const open = isOpen();
  const voices: { audibility: Audibility; frame: Int16Array }[] = [];
  for (const line of lines) {
    const frame = line.primed ? line.waiting.shift() : undefined;
    if (frame) voices.push({ audibility: line.audibility(), frame });
    else line.primed = false;
  }
  for (const line of lines) {
    const listener = line.audibility();
    const mix = new Int32Array(FRAME_SAMPLES);
    const heard: Audibility[] = [];
    for (const { audibility, frame } of voices) {
      if (!open || !hears(listener, audibility)) continue;
      heard.push(audibility);
      for (let i = 0; i < FRAME_SAMPLES; i += 1) mix[i]! += frame[i] ?? 0;
    }
    mixed(listener, heard);
    line.deliver(Int16Array.from(mix, (sum) => Math.max(-32768, Math.min(32767, sum))));
  }
}
