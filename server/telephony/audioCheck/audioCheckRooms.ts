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
  /** How long a switch may take until it is heard, the carrier's jitter buffers included. */
  readonly settleMs: number;
  readonly listenMs: number;
}

/** Frequencies that fit a whole number of times into half a window, so that none is mistaken for another. */
const TONE_HZ: Record<PartyRole, number> = { rep: 500, supervisor: 800, customer: 1_100 };
const WINDOW_SAMPLES = SAMPLE_RATE / 10;
const PLAY_EVERY_MS = 100;
const PLAY_SAMPLES = (SAMPLE_RATE * PLAY_EVERY_MS) / 1_000;
/** Dial-out is limited to one leg a second. */
const OPEN_LIMIT_MS = 20_000;
const END_SECONDS = 120;

/** The run that a leg's stream belongs to, read from its key. */
export const runOfKey = (key: string): string => key.split('.')[0]!;

/** Conferences of three legs that are our own TwiML App: what each hears comes to us, what each says comes from us. */
export function createAudioCheckRooms(client: Twilio, streams: MediaStreams, { twimlAppSid, callerId, settleMs, listenMs }: AudioCheckSettings): AudioCheckRooms {
  const ask = <T>(request: () => Promise<T>): Promise<T> => withRetries(request, { pause, repeatable: false });

  async function dialLeg(runId: string, role: PartyRole) {
    const key = `${runId}.${randomUUID()}`;
    const stream = streams.expect(key, OPEN_LIMIT_MS);
    stream.catch(() => undefined);
    const isSupervisor = role === 'supervisor';
    const leg = await ask(() => client.conferences(`audio-check-${runId}`).participants.create({
      from: callerId, to: `app:${twimlAppSid}?audio-check=${key}`, label: `audio-check-${role}`, beep: 'false', jitterBufferSize: 'small',
      startConferenceOnEnter: !isSupervisor, endConferenceOnExit: false, muted: isSupervisor, timeLimit: END_SECONDS,
    }));
    return { role, callSid: leg.callSid, conferenceSid: leg.conferenceSid, stream };
  }

  return {
    async open(runId) {
      const legs: Awaited<ReturnType<typeof dialLeg>>[] = [];
      const ears: { role: PartyRole; ear: Ear }[] = [];
      const close = async (): Promise<void> => {
        for (const { ear } of ears) ear.close();
        const conferenceSid = legs[0]?.conferenceSid;
        if (conferenceSid) await ask(() => client.conferences(conferenceSid).update({ status: 'completed' })).catch(() => undefined);
      };
      try {
        for (const role of AUDIO_CHECK_ROLES) legs.push(await dialLeg(runId, role));
        for (const { role, stream } of legs) ears.push({ role, ear: openEar(await stream, role) });
      } catch (problem) {
        await close();
        throw problem instanceof CarrierProblem ? problem : new CarrierProblem('unavailable', (problem as Error).message);
      }
      const callSids = Object.fromEntries(legs.map(({ role, callSid }) => [role, callSid])) as Record<PartyRole, string>;
      return {
        conferenceId: legs[0]!.conferenceSid,
        connectionIds: callSids,
        async listen() {
          await pause(settleMs);
          const fromMs = performance.now();
          await pause(listenMs);
          return { fromMs, untilMs: performance.now() };
        },
        heard: () => ears.flatMap(({ ear }) => ear.heard()),
        close,
      };
    },
  };
}

interface Ear {
  heard(): HeardLevels[];
  close(): void;
}

/** Plays this leg's tone for as long as the stream lasts, and measures the others' tones in what the leg hears. */
function openEar(stream: MediaStream, listener: PartyRole): Ear {
  const speakers = AUDIO_CHECK_ROLES.filter((role) => role !== listener);
  const heard = new Map(speakers.map((speaker) => [speaker, [] as { atMs: number; dbfs: number }[]]));
  let sound: Buffer = Buffer.alloc(0);
  stream.onSound((ulaw) => {
    sound = Buffer.concat([sound, ulaw]);
    for (; sound.length >= WINDOW_SAMPLES; sound = sound.subarray(WINDOW_SAMPLES)) {
      const window = sound.subarray(0, WINDOW_SAMPLES);
      for (const [speaker, windows] of heard) windows.push({ atMs: performance.now(), dbfs: steadyLevel(TONE_HZ[speaker], window) });
    }
  });

  let played = 0;
  const beganAt = performance.now();
  const play = (): void => {
    // As much as time has passed, and one piece ahead, however late the timer fires.
    const due = Math.floor((performance.now() - beganAt) / PLAY_EVERY_MS) + 2;
    for (; played < due; played += 1) stream.play(toneFrom(TONE_HZ[listener], played * PLAY_SAMPLES, PLAY_SAMPLES));
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

/** The quieter half of a window: the click of a sound that starts or stops spreads over all frequencies, a tone does not. */
function steadyLevel(hz: number, window: Buffer): number {
  const half = window.length / 2;
  return Math.min(levelOf(hz, window.subarray(0, half)), levelOf(hz, window.subarray(half)));
}
