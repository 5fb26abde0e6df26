import { everyFrame } from './clock.ts';
import { FRAME_SAMPLES, SILENT_FRAME } from './dsp.ts';
import { createFrameQueue, type FrameQueue } from './frameQueue.ts';
import type { Audibility } from './hears.ts';

/** A party of a mixer. */
interface Port {
  /** Read for every frame, so a change takes effect from the next frame on. */
  readonly audibility: () => Audibility;
  readonly deliver: (frame: Int16Array) => void;
  /** Called after each block with a frame of this party. */
  readonly spoke?: () => void;
}

/** Music, a beep or an announcement: returns a frame per beat, undefined after its end. */
export type Sound = () => Int16Array | undefined;

interface Line extends Port {
  readonly voice: FrameQueue;
  /** Mixes that were not delivered yet. */
  readonly late: Int16Array[];
  readonly sounds: Set<Sound>;
}

/** Who hears whom, and when. */
export interface MixingRules {
  /** Whether the conference has started; nobody is heard before. */
  readonly isOpen: () => boolean;
  readonly hears: (listener: Audibility, speaker: Audibility) => boolean;
  /** By how many frames each mix of a conference with this many parties comes late. */
  readonly lateBy?: (parties: number) => number;
  /**
   * Called for every frame of each listener with the voices in its mix, and with whether anybody
   * could be heard, also one whose sound is late.
   */
  readonly mixed: (listener: Audibility, voices: readonly Audibility[], isReached: boolean) => void;
}

/** A party that was added. */
interface MixerLine {
  speak(frame: Int16Array): void;
  /** Plays to this party alone, even on hold. Returns a function that stops it. */
  play(sound: Sound): () => void;
  remove(): void;
}

/** Mixes the sound of one conference. */
export interface Mixer {
  /** Adds a party. */
  add(port: Port): MixerLine;
  /** Plays to everybody who is not on hold. */
  play(sound: Sound): () => void;
  /**
   * Delivers the mix without coaches, once the conference has started; returns a function that
   * stops it.
   */
  record(deliver: (frame: Int16Array) => void): () => void;
  stop(): void;
}

/** The listener that a recording represents: never coached, never on hold. */
const RECORDING: Audibility = { callSid: 'recording', muted: true, hold: false, coaching: false };

interface Voice {
  readonly line: Line;
  readonly audibility: Audibility;
  readonly frame: Int16Array;
}

/**
 * Mixes for each listener the voices that the listener may hear. Runs only while there are parties.
 */
export function createMixer({ isOpen, hears, mixed, lateBy = () => 0 }: MixingRules): Mixer {
  const lines = new Set<Line>();
  const roomSounds = new Set<Sound>();
  const recordings = new Set<(frame: Int16Array) => void>();
  let stopClock: (() => void) | undefined;

  function mix(isLatest: boolean): void {
    const open = isOpen();
    const voices: Voice[] = [];
    for (const line of lines) {
      const frame = line.voice.shift();
      if (frame) voices.push({ line, audibility: line.audibility(), frame });
    }
    const sounding = framesOf(roomSounds);
    const shared = open ? sounding : [];
    for (const line of lines) {
      const listener = line.audibility();
      const heard = open ? voices.filter(({ audibility }) => hears(listener, audibility)) : [];
      mixed(
        listener,
        heard.map(({ audibility }) => audibility),
        [...lines].some((other) => other !== line && hears(listener, other.audibility())),
      );
      line.late.push(
        sumOf([
          ...heard.map(({ frame }) => frame),
          ...(listener.hold ? [] : shared),
          ...framesOf(line.sounds),
        ]),
      );
      line.deliver(takeDue(line.late, lateBy(lines.size)));
    }
    if (open && recordings.size > 0) {
      const taken = sumOf([
        ...voices
          .filter(({ audibility }) => hears(RECORDING, audibility))
          .map(({ frame }) => frame),
        ...shared,
      ]);
      for (const deliver of recordings) deliver(taken);
    }
    for (const { line } of voices) line.spoke?.();
    if (isLatest) for (const line of lines) line.voice.trim();
  }

  function stop(): void {
    stopClock?.();
    stopClock = undefined;
  }

  return {
    add(port) {
      const line: Line = { ...port, voice: createFrameQueue(), late: [], sounds: new Set() };
      lines.add(line);
      stopClock ??= everyFrame(mix, 'mix');
      return {
        speak: line.voice.push,
        play: (sound) => playing(line.sounds, sound),
        remove() {
          lines.delete(line);
          if (lines.size === 0) stop();
        },
      };
    },
    play: (sound) => playing(roomSounds, sound),
    record: (deliver) => playing(recordings, deliver),
    stop,
  };
}

/** The mix that is due now. When less may wait than before, the oldest are dropped. */
function takeDue(late: Int16Array[], lateBy: number): Int16Array {
  if (late.length <= lateBy) return SILENT_FRAME;
  return late.splice(0, late.length - lateBy).at(-1)!;
}

function playing<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  return () => void set.delete(one);
}

/** The next frame of each sound; finished sounds are removed. */
function framesOf(sounds: Set<Sound>): Int16Array[] {
  const frames: Int16Array[] = [];
  for (const sound of sounds) {
    const frame = sound();
    if (frame) frames.push(frame);
    else sounds.delete(sound);
  }
  return frames;
}

const total = new Int32Array(FRAME_SAMPLES);

/** Frames are immutable, so a single frame needs no copy. */
function sumOf(frames: readonly Int16Array[]): Int16Array {
  const audible = frames.filter((frame) => frame !== SILENT_FRAME);
  if (audible.length === 0) return SILENT_FRAME;
  if (audible.length === 1 && audible[0]!.length === FRAME_SAMPLES) return audible[0]!;
  total.fill(0);
  for (const frame of audible)
    for (let i = 0; i < FRAME_SAMPLES; i += 1) total[i]! += frame[i] ?? 0;
  const sum = new Int16Array(FRAME_SAMPLES);
  for (let i = 0; i < FRAME_SAMPLES; i += 1) sum[i] = Math.max(-32768, Math.min(32767, total[i]!));
  return sum;
}
