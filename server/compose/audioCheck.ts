import { startAudioCheck, type AudioCheckDeps } from '../commands/audioCheck/runAudioCheck.ts';
import { silenceLeakingWhispers } from '../commands/audioCheck/watchCarrierHealth.ts';
import type { CarrierHealth } from '../domain/audioCheck/audioCheck.ts';
import { runLimitMs, type AudioCheckPace } from '../domain/audioCheck/timeLimits.ts';
import { everyMs, warning } from '../everyMs.ts';
import { createAudioCheckRooms } from '../telephony/audioCheck/audioCheckRooms.ts';
import { probeStream } from '../telephony/audioCheck/audioProbe.ts';
import { createMediaStreams, type MediaStreams } from '../telephony/audioCheck/mediaStreams.ts';
import type { Closing } from './closing.ts';
import type { Shared } from './shared.ts';

/**
 * How often an instance checks whether an audio check is due; the table has the time of the last
 * one.
 */
const LOOK_EVERY_MS = 60_000;

export interface ComposedAudioCheck {
  readonly deps: AudioCheckDeps;
  /** Takes over the WebSockets on which the carrier streams sound. */
  readonly upgrade: MediaStreams['upgrade'];
  /** Starts the rounds that run the check when it is due. Returns what stops them. */
  start(): Closing;
}

/**
 * The audio check: test calls at the carrier. Their sound is measured by the instances that the
 * media streams connect to. A verdict changes the carrier's health, and may silence whispers.
 */
export function composeAudioCheck(
  { config, carrier, calls, dueCalls, audioCheckRuns, audioCheckStreams, log }: Shared,
  refreshHealth: () => Promise<CarrierHealth>,
): ComposedAudioCheck {
  const streams = createMediaStreams({
    publicUrl: config.PUBLIC_URL,
    authToken: config.TWILIO_AUTH_TOKEN,
    onStream: (stream, key) =>
      void probeStream(stream, key, audioCheckStreams).catch(
        warning(log, 'media stream of an audio check not measured'),
      ),
  });
  const pace: AudioCheckPace = {
    settleMs: config.AUDIO_CHECK_SETTLE_MS,
    listenMs: config.AUDIO_CHECK_LISTEN_MS,
    carrierTimeoutMs: config.CARRIER_TIMEOUT_MS,
  };
  const stopping = new AbortController();
  let underWay: Promise<unknown> = Promise.resolve();
  const deps: AudioCheckDeps = {
    ...calls,
    runs: audioCheckRuns,
    runLimitMs: runLimitMs(pace),
    orgIds: config.orgs.map(({ orgId }) => orgId),
    rooms: createAudioCheckRooms(carrier.client, audioCheckStreams, {
      twimlAppSid: config.TWILIO_TWIML_APP_SID,
      callerId: config.TWILIO_CALLER_ID,
      ...pace,
      stopped: stopping.signal,
    }),
    onBegun: (verdict) => {
      underWay = verdict.catch(warning(log, 'audio check not concluded'));
    },
    onVerdict: (verdict) => {
      refreshHealth()
        .then((health) => silenceLeakingWhispers({ ...calls, dueCalls }, verdict, health))
        .catch((fault) =>
          log.error({ fault: String(fault) }, 'acting on the result of an audio check failed'),
        );
    },
  };
  const everyMinutesMs = config.AUDIO_CHECK_EVERY_MINUTES * 60_000;

  return {
    deps,
    upgrade: streams.upgrade,
    start() {
      const rounds =
        everyMinutesMs > 0 &&
        everyMs(
          Math.min(LOOK_EVERY_MS, everyMinutesMs),
          async () =>
            void (await (
              await startAudioCheck(deps, {
                actor: { kind: 'system' },
                notWithinMs: everyMinutesMs,
              })
            )?.verdict),
          warning(log, 'audio check not started'),
        );
      return [
        () => stopping.abort(),
        () => rounds && rounds.stop(),
        () => underWay,
        () => streams.close(),
      ];
    },
  };
}
