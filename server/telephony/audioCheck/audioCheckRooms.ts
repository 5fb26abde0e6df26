import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import { AUDIO_CHECK_ROLES, type HeardLevels } from '../../domain/audioCheck/audioCheck.ts';
import type { PartyRole } from '../../domain/call/modes.ts';
import { CarrierProblem, type AudioCheckRooms } from '../../ports/index.ts';
import type { MediaStream, MediaStreams } from './mediaStreams.ts';
import { withRetries } from '../client/errors.ts';
import { levelOf, SAMPLE_RATE, toneFrom } from './tones.ts';

export interface AudioCheckSettings {
  readonly twimlAppSid: string;
  readonly callerId: string;
  /** Longest time until a mode change is audible, including the carrier's jitter buffers. */
  readonly settleMs: number;
  readonly listenMs: number;
}

/**
 * Frequencies with a whole number of periods in half a window, so that Goertzel's algorithm
 * separates them.
 */
const TONE_HZ: Record<PartyRole, number> = { rep: 500, supervisor: 800, customer: 1_100 };
const WINDOW_SAMPLES = SAMPLE_RATE / 10;
const PLAY_EVERY_MS = 100;
const PLAY_SAMPLES = (SAMPLE_RATE * PLAY_EVERY_MS) / 1_000;
/** Twilio dials one leg a second by default, and three legs are needed. */
const OPEN_LIMIT_MS = 20_000;
const END_SECONDS = 120;

/** Returns the run id of a stream's key. */
export const runOfKey = (key: string): string => key.split('.')[0]!;

/**
 * Opens a conference with three legs that dial Dealside's own TwiML App: each plays its tone, and
 * what it hears is measured. Rejects with CarrierProblem.
 */
export function createAudioCheckRooms(
  client: Twilio,
  streams: MediaStreams,
  { twimlAppSid, callerId, settleMs, listenMs }: AudioCheckSettings,
): AudioCheckRooms {
  const send = <T>(request: () => Promise<T>): Promise<T> =>
    withRetries(request, { pause, repeatable: false });

  async function dialLeg(runId: string, role: PartyRole) {
    const key = `${runId}.${randomUUID()}`;
    const stream = streams.expect(key, OPEN_LIMIT_MS);
    stream.catch(() => undefined);
    const isSupervisor = role === 'supervisor';
    const leg = await send(() =>
      client.conferences(`audio-check-${runId}`).participants.create({
        from: callerId,
        to: `app:${twimlAppSid}?audioCheck=${key}`,
        label: `audio-check-${role}`,
        beep: 'false',
        jitterBufferSize: 'small',
        startConferenceOnEnter: !isSupervisor,
        endConferenceOnExit: false,
        muted: isSupervisor,
        timeLimit: END_SECONDS,
      }),
    );
    return { role, callSid: leg.callSid, conferenceSid: leg.conferenceSid, stream };
  }

  return {
    async open(runId) {
      const legs: Awaited<ReturnType<typeof dialLeg>>[] = [];
      const probes: { role: PartyRole; probe: AudioProbe }[] = [];
      const close = async (): Promise<void> => {
        for (const { probe } of probes) probe.close();
        const conferenceSid = legs[0]?.conferenceSid;
        if (conferenceSid)
          await send(() => client.conferences(conferenceSid).update({ status: 'completed' })).catch(
            () => undefined,
          );
      };
      try {
        for (const role of AUDIO_CHECK_ROLES) legs.push(await dialLeg(runId, role));
        for (const { role, stream } of legs)
          probes.push({ role, probe: openProbe(await stream, role) });
      } catch (problem) {
        await close();
        throw problem instanceof CarrierProblem
          ? problem
          : new CarrierProblem('unavailable', (problem as Error).message);
      }
      const callSids = Object.fromEntries(
        legs.map(({ role, callSid }) => [role, callSid]),
      ) as Record<PartyRole, string>;
      return {
        conferenceId: legs[0]!.conferenceSid,
        connectionIds: callSids,
        async listen() {
          await pause(settleMs);
          const fromMs = performance.now();
          await pause(listenMs);
          return { fromMs, untilMs: performance.now() };
        },
        heard: () => probes.flatMap(({ probe }) => probe.heard()),
        close,
      };
    },
  };
}

interface AudioProbe {
  heard(): HeardLevels[];
  close(): void;
}

/**
 * Plays the listener's tone until closed, and measures the level of the other tones in windows of
 * 100 ms.
 */
function openProbe(stream: MediaStream, listener: PartyRole): AudioProbe {
  const speakers = AUDIO_CHECK_ROLES.filter((role) => role !== listener);
  const heard = new Map(
    speakers.map((speaker) => [speaker, [] as { atMs: number; dbfs: number }[]]),
  );
  let sound: Buffer = Buffer.alloc(0);
  stream.onSound((ulaw) => {
    sound = Buffer.concat([sound, ulaw]);
    for (; sound.length >= WINDOW_SAMPLES; sound = sound.subarray(WINDOW_SAMPLES)) {
      const window = sound.subarray(0, WINDOW_SAMPLES);
      for (const [speaker, windows] of heard)
        windows.push({ atMs: performance.now(), dbfs: steadyLevel(TONE_HZ[speaker], window) });
    }
  });

  let played = 0;
  const beganAt = performance.now();
  const play = (): void => {
    // Plays what is due and one section ahead, so that a late timer leaves no gap.
    const due = Math.floor((performance.now() - beganAt) / PLAY_EVERY_MS) + 2;
    for (; played < due; played += 1)
      stream.play(toneFrom(TONE_HZ[listener], played * PLAY_SAMPLES, PLAY_SAMPLES));
  };
  play();
  const playing = setInterval(play, PLAY_EVERY_MS);
  return {
    heard: () => [...heard].map(([speaker, windows]) => ({ listener, speaker, windows })),
    close() {
      clearInterval(playing);
      stream.close();
    },
  };
}

/**
 * Level in the quieter half of a window. A click at the start or end of a sound has all
 * frequencies, but is in one half only.
 */
function steadyLevel(hz: number, window: Buffer): number {
  const half = window.length / 2;
  return Math.min(levelOf(hz, window.subarray(0, half)), levelOf(hz, window.subarray(half)));
}
