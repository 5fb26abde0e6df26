import type { Clock } from './clock.ts';
import type { ConnectionSample } from './connection.ts';
import type { LineSubject } from './line.ts';
import { MICROPHONE } from './microphoneSound.ts';
import { createPhoneLines, type PhoneLines } from './phoneLines.ts';
import { createRegistration, type Registration } from './registration.ts';
import type { SdkDevice } from './sdk.ts';
import type { SoftphoneEvent } from './state.ts';
import type { Texts } from './strings.ts';
import { createTokenRefresh, type SoftphoneToken, type TokenRefresh } from './tokens.ts';

export interface Phone {
  /**
   * Connects to a call. First leaves a call that this person supervises and waits for its end.
   * Rejects with `OnACallError` during a call with a customer.
   */
  connect(params: Record<string, string>, subject: LineSubject): Promise<void>;
  /**
   * Answers a line that rings. Does nothing during another call, because that call would be cut
   * off.
   */
  answer(lineId: string): void;
  decline(lineId: string): void;
  /**
   * Hangs up at once, or as soon as `first` settles. Until then the person is muted, and the call
   * is shown as ending.
   */
  hangUp(first?: Promise<void>): void;
  mute(muted: boolean): void;
  press(digits: string): void;
  /** Uses this microphone, including in the current call. */
  chooseMicrophone(deviceId: string): Promise<void>;
  /** Called when the computer wakes up, the network returns, or the page becomes visible. */
  wake(): void;
  /** Reconnects to the phone service. Never cuts off a live call. */
  retry(): void;
}

export interface PhoneDeps {
  readonly createDevice: (token: SoftphoneToken) => SdkDevice;
  readonly getToken: () => Promise<SoftphoneToken>;
  readonly dispatch: (event: SoftphoneEvent) => void;
  readonly onLevels: (input: number, output: number) => void;
  /** Called once a second with a sample of the call that this softphone is in. */
  readonly onSample?: (sample: ConnectionSample) => void;
  readonly clock: Clock;
  /** In the current language. */
  readonly texts: () => Texts;
}

/** Thrown when another call is requested while this person talks to a customer. */
export class OnACallError extends Error {}

/**
 * The browser's settings for sound relays; empty if there are none, so that the SDK uses its own.
 */
const relaysOf = (token: SoftphoneToken | undefined): object =>
  token?.iceServers ? { rtcConfiguration: { iceServers: [...token.iceServers] } } : {};

const isSame = (one: LineSubject, other: LineSubject): boolean =>
  one.interventionId === other.interventionId &&
  (one.interventionId !== undefined || one.callId === other.callId);

/**
 * Registers this browser as the person's phone, keeps it registered, and dispatches what the SDK
 * reports about its calls. Rejects if there is no first token.
 */
export async function openPhone(deps: PhoneDeps): Promise<Phone> {
  const token = createTokenRefresh({
    fetchToken: deps.getToken,
    apply: (renewed) => registration.renewed(renewed),
    isOnCall: () => lines.isOnCall(),
    clock: deps.clock,
  });
  const lines = createPhoneLines({
    ...deps,
    onTokenRefused: () => void token.renew(),
    onEnded: () => token.wake(),
  });
  const registration = createRegistration({ ...deps, token, lines, onRing: lines.ring });
  registration.tell('connecting');
  registration.open(await token.start());
  return phoneOf({ token, lines, registration });
}

interface PhoneParts {
  readonly token: TokenRefresh;
  readonly lines: PhoneLines;
  readonly registration: Registration;
}

function phoneOf({ token, lines, registration }: PhoneParts): Phone {
  const { device } = registration;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    connect(params, subject) {
      const turn = queue.then(() => connect({ token, lines, registration }, params, subject));
      queue = turn.catch(() => undefined);
      return turn;
    },
    answer(lineId) {
      const line = lines.ringing(lineId);
      if (!line || lines.isOnCall()) return;
      lines.answering(line);
      line.call.accept({ rtcConstraints: { audio: MICROPHONE }, ...relaysOf(token.latest()) });
      line.look();
    },
    decline(lineId) {
      const line = lines.ringing(lineId);
      line?.call.reject();
      line?.look();
    },
    hangUp(first) {
      const line = lines.current();
      // A second click hangs up without waiting.
      if (line?.status === 'ending') return line.call.disconnect();
      if (line) void lines.leave(line, first);
      else lines.giveUpPending();
    },
    mute: (muted) => lines.current()?.call.mute(muted),
    press: (digits) => lines.current()?.call.sendDigits(digits),
    async chooseMicrophone(deviceId) {
      const { audio } = device();
      // The SDK keeps its current microphone even if its sound has ended; this reopens it.
      if (audio?.inputDevice?.deviceId === deviceId) await audio.setAudioConstraints(MICROPHONE);
      else await audio?.setInputDevice(deviceId);
    },
    wake() {
      if (device().state === 'destroyed') registration.rebuildWhenIdle();
      token.wake();
    },
    retry() {
      if (lines.current()) return token.wake();
      if (device().state !== 'registered') registration.markStale();
      void token.renew();
    },
  };
}

async function connect(
  { token, lines, registration }: PhoneParts,
  params: Record<string, string>,
  subject: LineSubject,
): Promise<void> {
  const before = lines.current();
  if (before && isSame(before.subject, subject)) return;
  if (before && before.subject.interventionId === undefined) throw new OnACallError();
  if (before) await lines.leave(before);
  const fresh = await token.fresh();
  const { isBusy, state } = registration.device();
  // If the SDK keeps a call that has ended, it would block all other calls.
  if (isBusy || state === 'destroyed') await registration.rebuild();
  await lines.connect(subject, () =>
    registration.device().connect({
      params,
      rtcConstraints: { audio: MICROPHONE },
      ...relaysOf(fresh),
    }),
  );
  // When the SDK connects to a call, it drops ringing calls without reporting it.
  lines.look();
}
