import { everyFrame } from './clock.ts';
import { FRAME_SAMPLES, SILENT_FRAME } from './dsp.ts';
import { createFrameQueue, type FrameQueue } from './frameQueue.ts';
import type { Audibility } from './hears.ts';

export interface Port {
  /** Read at every frame, so a change is heard from the next frame on. */
  readonly audibility: () => Audibility;
  readonly deliver: (frame: Int16Array) => void;
}

/** Music, a beep, an announcement: a frame per beat, and undefined once it is over. */
export type Sound = () => Int16Array | undefined;

interface Line extends Port {
  readonly voice: FrameQueue;
  readonly sounds: Set<Sound>;
}

export interface MixingRules {
  /** Whether anybody hears anybody yet. */
  readonly isOpen: () => boolean;
  readonly hears: (listener: Audibility, speaker: Audibility) => boolean;
  /** Told of every block: whose samples went into this listener's mix. */
  readonly mixed: (listener: Audibility, voices: readonly Audibility[]) => void;
}

export interface MixerLine {
  speak(frame: Int16Array): void;
  /** Plays to this party alone, held or not; answers how to stop it. */
  play(sound: Sound): () => void;
  remove(): void;
}

export interface Mixer {
  /** Adds a party; answers how its own frames come in and how it goes. */
  add(port: Port): MixerLine;
  /** Plays to everybody who is not on hold. */
  play(sound: Sound): () => void;
  /** What somebody would hear whom nobody coaches, once the room is open; answers how to stop. */
  record(deliver: (frame: Int16Array) => void): () => void;
  stop(): void;
}

/** Whoever plays a recording of the room: never coached, never on hold. */
const RECORDING: Audibility = { callSid: 'recording', muted: true, hold: false, coaching: false };

interface Voice { readonly audibility: Audibility; readonly frame: Int16Array }

/** Mixes for each listener the voices that listener may hear. Runs only while somebody is there. */
export function createMixer({ isOpen, hears, mixed }: MixingRules): Mixer {
  const lines = new Set<Line>();
  const roomSounds = new Set<Sound>();
  const recordings = new Set<(frame: Int16Array) => void>();
  let stopClock: (() => void) | undefined;

  function mix(isLatest: boolean): void {
    const open = isOpen();
    const voices: Voice[] = [];
    for (const line of lines) {
      const frame = line.voice.take();
      if (frame) voices.push({ audibility: line.audibility(), frame });
    }
    const sounding = framesOf(roomSounds);
    const shared = open ? sounding : [];
    for (const line of lines) {
      const listener = line.audibility();
      const heard = open ? voices.filter(({ audibility }) => hears(listener, audibility)) : [];
      mixed(listener, heard.map(({ audibility }) => audibility));
      line.deliver(sumOf([...heard.map(({ frame }) => frame), ...(listener.hold ? [] : shared), ...framesOf(line.sounds)]));
    }
    if (open && recordings.size > 0) {
      const taken = sumOf([...voices.filter(({ audibility }) => hears(RECORDING, audibility)).map(({ frame }) => frame), ...shared]);
      for (const deliver of recordings) deliver(taken);
    }
    if (isLatest) for (const line of lines) line.voice.trim();
  }

  function stop(): void {
    stopClock?.();
    stopClock = undefined;
  }

  return {
    add(port) {
      const line: Line = { ...port, voice: createFrameQueue(), sounds: new Set() };
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

function playing<T>(set: Set<T>, one: T): () => void {
  set.add(one);
  return () => void set.delete(one);
}

/** The next frame of each sound; those that are over go. */
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

/** Frames are never written to once they are made, so one frame alone needs no copy. */
function sumOf(frames: readonly Int16Array[]): Int16Array {
  const audible = frames.filter((frame) => frame !== SILENT_FRAME);
  if (audible.length === 0) return SILENT_FRAME;
  if (audible.length === 1 && audible[0]!.length === FRAME_SAMPLES) return audible[0]!;
  total.fill(0);
  for (const frame of audible) for (let i = 0; i < FRAME_SAMPLES; i += 1) total[i]! += frame[i] ?? 0;
  const sum = new Int16Array(FRAME_SAMPLES);
  for (let i = 0; i < FRAME_SAMPLES; i += 1) sum[i] = Math.max(-32768, Math.min(32767, total[i]!));
  return sum;
}
