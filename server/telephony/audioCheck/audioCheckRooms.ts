import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import { MARKED_LISTENER, MARKED_SPEAKER } from '../../domain/audioCheck/addedDelay.ts';
import { AUDIO_CHECK_ROLES, type HeardLevels } from '../../domain/audioCheck/audioCheck.ts';
import {
  OPEN_LIMIT_MS,
  passLimitMs,
  TELL_LIMIT_MS,
  type AudioCheckPace,
} from '../../domain/audioCheck/timeLimits.ts';
import type { PartyRole } from '../../domain/call/modes.ts';
import {
  CarrierProblem,
  type AudioCheckRooms,
  type AudioCheckStream,
  type AudioCheckStreams,
} from '../../ports/index.ts';
import { withRetries } from '../client/errors.ts';

export interface AudioCheckSettings extends AudioCheckPace {
  readonly twimlAppSid: string;
  readonly callerId: string;
  /** Aborted when this instance stops; runs in progress are then given up. */
  readonly stopped: AbortSignal;
}

const LOOK_EVERY_MS = 200;

/** Who is on the call before the supervisor joins. */
const FIRST_ROLES = AUDIO_CHECK_ROLES.filter((role) => role !== 'supervisor');

type HeardStream = Exclude<AudioCheckStream, { status: 'expected' }>;

/**
 * Opens a conference with three legs that dial Dealside's own TwiML App: each plays its tone, and
 * what it hears is measured by the instance that its media stream reaches. Rejects with
 * CarrierProblem.
 */
export function createAudioCheckRooms(
  client: Twilio,
  streams: AudioCheckStreams,
  settings: AudioCheckSettings,
): AudioCheckRooms {
  const { twimlAppSid, callerId, settleMs, listenMs, stopped } = settings;
  const limitMs = passLimitMs(settings);
  const endSeconds = Math.ceil(limitMs / 1_000);
  const send = <T>(request: () => Promise<T>): Promise<T> =>
    withRetries(request, { pause, repeatable: false });
  const wait = (ms: number): Promise<void> =>
    pause(ms, undefined, { signal: stopped }).catch(() => {
      throw new CarrierProblem('unavailable', 'the instance that ran the audio check was stopped');
    });

  async function dialLeg(runId: string, role: PartyRole) {
    const key = `${runId}.${randomUUID()}`;
    await streams.expect({ key, runId, role });
    const isSupervisor = role === 'supervisor';
    const leg = await send(() =>
      client.conferences(`audio-check-${runId}`).participants.create({
        from: callerId,
        to: `app:${twimlAppSid}?audioCheck=${key}`,
        label: `audio-check-${role}`,
        beep: 'false',
        // As real calls have them: customers the carrier's own, all others a small one.
        ...(role !== 'customer' && { jitterBufferSize: 'small' as const }),
        startConferenceOnEnter: !isSupervisor,
        endConferenceOnExit: false,
        muted: isSupervisor,
        timeLimit: endSeconds,
      }),
    );
    return { role, callSid: leg.callSid, conferenceSid: leg.conferenceSid };
  }

  /**
   * The streams of a run once `isReached` holds for all of them. Rejects if that takes too long.
   */
  async function streamsWhen(
    runId: string,
    isReached: (stream: AudioCheckStream) => stream is HeardStream,
    { count, limitMs, otherwise }: { count: number; limitMs: number; otherwise: string },
  ): Promise<HeardStream[]> {
    for (const beganAt = performance.now(); ; await wait(LOOK_EVERY_MS)) {
      const found = await streams.ofRun(runId);
      if (found.length === count && found.every(isReached)) return found;
      if (performance.now() - beganAt > limitMs) throw new CarrierProblem('unavailable', otherwise);
    }
  }

  const opened = (runId: string, count: number): Promise<HeardStream[]> =>
    streamsWhen(runId, isTaken, {
      count,
      limitMs: OPEN_LIMIT_MS,
      otherwise: 'the carrier did not open the media stream of a leg in time',
    });

  return {
    async open(runId) {
      const legs: Awaited<ReturnType<typeof dialLeg>>[] = [];
      const close = async (): Promise<void> => {
        const conferenceSid = legs[0]?.conferenceSid;
        if (conferenceSid)
          await send(() => client.conferences(conferenceSid).update({ status: 'completed' })).catch(
            () => undefined,
          );
        // The next run removes what is left behind.
        await streams.remove(runId).catch(() => undefined);
      };
      try {
        const clock = await streams.clock();
        const beganAt = performance.now();
        for (const role of FIRST_ROLES) legs.push(await dialLeg(runId, role));
        // Sound at the edges of a phase may belong to the mode before or after it.
        let unsureMs = clock.unsureMs + unsureOf(await opened(runId, legs.length));
        let measuredUntilMs = clock.nowMs();
        return {
          conferenceId: legs[0]!.conferenceSid,
          async admitSupervisor() {
            legs.push(await dialLeg(runId, 'supervisor'));
            unsureMs = clock.unsureMs + unsureOf(await opened(runId, legs.length));
            return Object.fromEntries(legs.map(({ role, callSid }) => [role, callSid])) as Record<
              PartyRole,
              string
            >;
          },
          async listen(times = 1) {
            await wait(settleMs + unsureMs);
            const fromMs = clock.nowMs();
            await wait(listenMs * times);
            measuredUntilMs = clock.nowMs();
            await wait(unsureMs);
            return { fromMs, untilMs: measuredUntilMs };
          },
          async heard() {
            const isComplete = (stream: AudioCheckStream): stream is HeardStream =>
              stream.status === 'ended' ||
              (stream.status === 'open' && stream.measuredUntilMs >= measuredUntilMs);
            const complete = await streamsWhen(runId, isComplete, {
              count: legs.length,
              limitMs: TELL_LIMIT_MS,
              otherwise: 'the instance that measured a leg stopped before it told what it heard',
            });
            // The carrier has ended the legs by then, and silence would look like a finding.
            if (performance.now() - beganAt >= limitMs)
              throw new CarrierProblem(
                'unavailable',
                'the audio check took longer than its legs last',
              );
            const markersOf = (role: PartyRole) =>
              complete.find((stream) => stream.role === role)?.markers ?? [];
            return {
              levels: complete.flatMap(levelsOf),
              played: markersOf(MARKED_SPEAKER),
              heard: markersOf(MARKED_LISTENER),
            };
          },
          close,
        };
      } catch (problem) {
        await close();
        throw problem instanceof CarrierProblem
          ? problem
          : new CarrierProblem('unavailable', (problem as Error).message);
      }
    },
  };
}

const unsureOf = (opened: readonly HeardStream[]): number =>
  Math.max(...opened.map((stream) => stream.unsureMs));

const isTaken = (stream: AudioCheckStream): stream is HeardStream => stream.status !== 'expected';

/** What one leg heard of each of the others. */
const levelsOf = ({ role: listener, levels }: HeardStream): HeardLevels[] =>
  AUDIO_CHECK_ROLES.filter((role) => role !== listener).map((speaker) => ({
    listener,
    speaker,
    windows: levels.filter((level) => level.speaker === speaker),
  }));
