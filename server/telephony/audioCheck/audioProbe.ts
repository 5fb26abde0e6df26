import {
  MARKED_LISTENER,
  MARKED_SPEAKER,
  type Marker,
} from '../../domain/audioCheck/addedDelay.ts';
import { AUDIO_CHECK_ROLES } from '../../domain/audioCheck/audioCheck.ts';
import type { PartyRole } from '../../domain/call/modes.ts';
import type { AudioCheckStreams, SharedClock, StreamLevel } from '../../ports/index.ts';
import { findMarkers, MARKER_EVERY_MS, MARKER_HZ, markerBurst } from './markers.ts';
import type { MediaStream } from './mediaStreams.ts';
import { levelOf, SAMPLE_RATE, toneFrom } from './tones.ts';

/**
 * Frequencies with a whole number of periods in half a window, so that Goertzel's algorithm
 * separates them.
 */
const TONE_HZ: Record<PartyRole, number> = { rep: 500, supervisor: 800, customer: 1_100 };
const WINDOW_SAMPLES = SAMPLE_RATE / 10;
const PLAY_EVERY_MS = 100;
const PLAY_SAMPLES = (SAMPLE_RATE * PLAY_EVERY_MS) / 1_000;
const TELL_EVERY_MS = 500;

/**
 * Measures a media stream that the carrier connected to this instance, whichever instance runs the
 * check. Plays the tone of the stream's role and reports the level of the other tones in windows of
 * 100 ms, until the run is over or the carrier closes the stream. An unexpected stream is closed.
 * Rejects, with the stream closed, if the levels cannot be reported.
 */
export async function probeStream(
  stream: MediaStream,
  key: string,
  streams: AudioCheckStreams,
): Promise<void> {
  try {
    const clock = await streams.clock();
    const listener = await streams.claim(key, clock.unsureMs);
    if (listener)
      await measure(stream, listener, { clock, tell: (heard) => streams.measured(key, heard) });
  } finally {
    stream.close();
  }
}

/**
 * Resolves when `tell` says that the run is over, when the stream has ended, or when this instance
 * stops and cuts the stream off. The last is not reported, since it is not the carrier's fault.
 */
async function measure(
  stream: MediaStream,
  listener: PartyRole,
  {
    clock,
    tell,
  }: {
    readonly clock: SharedClock;
    readonly tell: (heard: Parameters<AudioCheckStreams['measured']>[1]) => Promise<boolean>;
  },
): Promise<void> {
  let heard: StreamLevel[] = [];
  let markers: Marker[] = [];
  const foundMarker = (tone: number, streamMs: number): void => {
    // Without the carrier's clock, a marker says nothing.
    if (Number.isFinite(streamMs)) markers.push({ tone, streamMs, atMs: clock.nowMs() });
  };
  const listen = windowsOf((window) => {
    const atMs = clock.nowMs();
    for (const speaker of AUDIO_CHECK_ROLES)
      if (speaker !== listener)
        heard.push({ speaker, atMs, dbfs: steadyLevel(TONE_HZ[speaker], window) });
  });
  stream.onSound(listen);
  if (listener === MARKED_LISTENER) stream.onSound(findMarkers(foundMarker));
  stream.onMark((name, streamMs) => foundMarker(Number(name), streamMs));
  const stopPlaying = playTone(stream, TONE_HZ[listener], listener === MARKED_SPEAKER);
  try {
    for (let isWaitedFor = true; isWaitedFor;) {
      const status = await stream.statusWithin(TELL_EVERY_MS);
      if (status === 'cut_off') return;
      const [levels, found, untilMs] = [heard, markers, clock.nowMs()];
      [heard, markers] = [[], []];
      const hasEnded = status === 'ended';
      isWaitedFor = await tell({ levels, markers: found, untilMs, hasEnded });
      if (status === 'ended') return;
    }
  } finally {
    stopPlaying();
  }
}

/** Plays a tone without a gap, with markers if asked to. Returns a function that stops it. */
function playTone(stream: MediaStream, hz: number, isMarked: boolean): () => void {
  let played = 0;
  const beganAt = performance.now();
  const play = (): void => {
    // Also plays one section ahead, so that a late timer leaves no gap.
    const due = Math.floor((performance.now() - beganAt) / PLAY_EVERY_MS) + 2;
    for (; played < due; played += 1) {
      const tone = isMarked ? markerOf(played) : undefined;
      if (tone !== undefined) stream.mark(String(tone));
      stream.play(
        toneFrom(hz, played * PLAY_SAMPLES, {
          samples: PLAY_SAMPLES,
          ...(tone !== undefined && { burst: markerBurst(tone) }),
        }),
      );
    }
  };
  play();
  const playing = setInterval(play, PLAY_EVERY_MS);
  return () => clearInterval(playing);
}

/** Which marker a section begins with; undefined for the sections between two. */
function markerOf(section: number): number | undefined {
  const marker = (section * PLAY_EVERY_MS) / MARKER_EVERY_MS;
  return Number.isInteger(marker) ? marker % MARKER_HZ.length : undefined;
}

/** Cuts sound into windows. */
function windowsOf(onWindow: (window: Buffer) => void): (ulaw: Buffer) => void {
  let sound: Buffer = Buffer.alloc(0);
  return (ulaw) => {
    sound = Buffer.concat([sound, ulaw]);
    for (; sound.length >= WINDOW_SAMPLES; sound = sound.subarray(WINDOW_SAMPLES))
      onWindow(sound.subarray(0, WINDOW_SAMPLES));
  };
}

/**
 * The level in the quieter half of a window. A click at the start or end of a sound contains all
 * frequencies, but only in one half.
 */
function steadyLevel(hz: number, window: Buffer): number {
  const half = window.length / 2;
  return Math.min(levelOf(hz, window.subarray(0, half)), levelOf(hz, window.subarray(half)));
}
