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
   * Connects to a call. A call that this person supervises is left first, and its end is waited
   * for. Rejects with `OnACallError` during a call with a customer.
   */
  connect(params: Record<string, string>, subject: LineSubject): Promise<void>;
  /** Answers one of those who ring. Does nothing during another call, which would be cut. */
  answer(lineId: string): void;
  decline(lineId: string): void;
  /**
   * Hangs up: at once, or as soon as `first` is over. Meanwhile nothing that is said is heard, and the
   * call is shown as ending.
   */
  hangUp(first?: Promise<void>): void;
  mute(muted: boolean): void;
  press(digits: string): void;
  /** Uses this microphone, also in the call of the moment. */
  chooseMicrophone(deviceId: string): Promise<void>;
  /** The computer woke up, the network came back, or the page is seen again. */
  wake(): void;
  /** Connects to the phone service anew. A live call is never cut for that. */
  retry(): void;
}

export interface PhoneDeps {
  readonly createDevice: (token: SoftphoneToken) => SdkDevice;
  readonly getToken: () => Promise<SoftphoneToken>;
  readonly dispatch: (event: SoftphoneEvent) => void;
  readonly onLevels: (input: number, output: number) => void;
  /** Once a second, of the call that this softphone is in. */
  readonly onSample?: (sample: ConnectionSample) => void;
  readonly clock: Clock;
  /** In the language of the moment. */
  readonly texts: () => Texts;
}

/** Another call is asked for while this person talks to a customer. */
export class OnACallError extends Error {}

/** What the browser is told of relays; nothing where there are none, and the SDK has its own. */
const relaysOf = (token: SoftphoneToken | undefined): object =>
  token?.iceServers ? { rtcConfiguration: { iceServers: [...token.iceServers] } } : {};

const isSame = (one: LineSubject, other: LineSubject): boolean =>
  one.interventionId === other.interventionId &&
  (one.interventionId !== undefined || one.callId === other.callId);

/**
 * Registers this browser as the person's phone, keeps it registered, and dispatches what the SDK
 * says of its calls. Rejects if there is no first token.
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
      // A second click does not wait any more.
      if (line?.status === 'ending') return line.call.disconnect();
      if (line) void lines.leave(line, first);
      else lines.giveUpPending();
    },
    mute: (muted) => lines.current()?.call.mute(muted),
    press: (digits) => lines.current()?.call.sendDigits(digits),
    async chooseMicrophone(deviceId) {
      const { audio } = device();
      // The SDK keeps a microphone that it has, also where its sound has ended; this opens it again.
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
  // A call that the SDK keeps though it has ended would block every other one.
  if (isBusy || state === 'destroyed') await registration.rebuild();
  await lines.connect(subject, () =>
    registration.device().connect({
      params,
      rtcConstraints: { audio: MICROPHONE },
      ...relaysOf(fresh),
    }),
  );
  // The SDK drops those who ring when it connects to a call, and says nothing of it.
  lines.look();
}
