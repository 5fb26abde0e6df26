import type { Clock } from './clock.ts';
import { watchConnection, type ConnectionVerdict, type ConnectionSample } from './connection.ts';
import type { LineStatus, LineSubject } from './line.ts';
import { followQuality } from './quality.ts';
import { errorKind, followStatus, type SdkCall, type SdkDevice, type SdkError } from './sdk.ts';
import type { SoftphoneEvent } from './state.ts';
import type { Texts } from './strings.ts';
import { keepToken, type SoftphoneToken } from './tokens.ts';

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

/**
 * Set explicitly, so that the SDK uses the same when it opens the microphone again during a call.
 */
const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** What the browser is told of relays; nothing where there are none, and the SDK has its own. */
const relaysOf = (token: SoftphoneToken | undefined): object =>
  token?.iceServers ? { rtcConfiguration: { iceServers: [...token.iceServers] } } : {};

/** How long the SDK may take to end a call that is hung up. */
const END_WITHIN_MS = 5_000;

/** Between two attempts to register after the phone service refused a token. */
const FIRST_REBUILD_MS = 1_000;
const LONGEST_REBUILD_MS = 30_000;
/** So many refusals in a row are no accident. */
const REFUSALS_TO_SAY_SO = 3;

interface Line {
  readonly lineId: string;
  readonly call: SdkCall;
  readonly subject: LineSubject;
  status: LineStatus;
  readonly look: () => void;
  /** What the SDK said in the moment in which it ended the call. */
  fault?: SdkError;
}

const isSame = (one: LineSubject, other: LineSubject): boolean =>
  one.interventionId === other.interventionId &&
  (one.interventionId !== undefined || one.callId === other.callId);

/**
 * Registers this browser as the person's phone, keeps it registered, and dispatches what the SDK
 * says of its calls. Rejects if there is no first token.
 */
export async function openPhone(deps: PhoneDeps): Promise<Phone> {
  const { createDevice, getToken, dispatch, onLevels, onSample, clock, texts } = deps;
  const lines = new Map<string, Line>();
  let device: SdkDevice;
  let lastLine = 0;
  /** The phone service no longer takes the registration of this device. */
  let isStale = false;
  let refusals = 0;
  /** A connection that the SDK is making and has no call for yet. */
  let pending: { readonly lineId: string; isGivenUp: boolean } | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const whenIdle: (() => void)[] = [];

  const nowIso = (): string => new Date(clock.now()).toISOString();
  const current = (): Line | undefined =>
    [...lines.values()].find(({ status }) => status !== 'ringing');
  const tellDevice = (status: 'connecting' | 'registered' | 'lost'): void =>
    dispatch({ type: 'device', device: { status } });

  const token = keepToken({
    fetchToken: getToken,
    apply: (renewed) => {
      if (device.state !== 'destroyed') device.updateToken(renewed.token);
      if (isStale) rebuildWhenIdle();
    },
    isOnCall: () => current() !== undefined || pending !== undefined,
    clock,
  });
  const connection = watchConnection(clock, (verdict: ConnectionVerdict) =>
    dispatch({ type: 'connection', connection: verdict }),
  );

  function ended(line: Line): void {
    if (!lines.delete(line.lineId)) return;
    const isUnasked = line.status !== 'ending';
    if (line.status !== 'ringing' && !current()) connection.closed();
    dispatch({ type: 'line-status', lineId: line.lineId, status: 'ended', at: nowIso() });
    if (line.fault && isUnasked) tellFault(line.fault);
    lookWhetherIdle();
    token.wake();
  }

  function lookWhetherIdle(): void {
    if (current() || pending) return;
    for (const act of whenIdle.splice(0)) act();
  }

  /** Shows why a call ended that nobody hung up. */
  function tellFault(error: SdkError): void {
    const { callFailed, checkNetwork, waitAndRetry } = texts();
    const hint = errorKind(error) === 'network' ? checkNetwork : waitAndRetry;
    dispatch({ type: 'problem', problem: { message: callFailed, hint } });
  }

  function follow(
    call: SdkCall,
    lineId: string,
    subject: LineSubject,
    known: 'ringing' | 'connecting',
  ): Line {
    let hasOpened = false;
    const { look } = followStatus(call, known, (status) => {
      if (status === 'ended') return ended(line);
      if (line.status === 'ending') return;
      // Where no sound gets through, the SDK reconnects before the call has been open once.
      const opensFirst = status === 'open' && !hasOpened;
      hasOpened ||= opensFirst;
      line.status = status;
      dispatch({ type: 'line-status', lineId, status, at: nowIso() });
      if (opensFirst) connection.opened();
    });
    const line: Line = { lineId, call, subject, status: known, look };
    lines.set(lineId, line);
    followErrors(line);
    followQuality(call, {
      isCurrent: () => current() === line,
      onWarning: (warning) => dispatch({ type: 'quality', warning }),
      onLevels,
      onSample: (sample) => {
        connection.sampled(sample);
        onSample?.(sample);
      },
    });
    return line;
  }

  /** An error is not the end of a call. What it did to the call, its status says. */
  function followErrors(line: Line): void {
    line.call.on('error', (error: SdkError) => {
      if (errorKind(error) === 'token') void token.renew();
      if (!lines.has(line.lineId)) return void (line.status !== 'ending' && tellFault(error));
      line.fault = error;
      queueMicrotask(() => (line.fault = undefined));
    });
  }

  function open(first: SoftphoneToken): void {
    isStale = false;
    const opened = createDevice(first);
    device = opened;
    const on = (event: string, listener: (...values: never[]) => void): void =>
      opened.on(event, (...values: never[]) => device === opened && listener(...values));
    on('registering', () => tellDevice('connecting'));
    on('registered', () => {
      refusals = 0;
      tellDevice('registered');
    });
    on('unregistered', () => tellDevice('lost'));
    on('error', (error: SdkError) => failed(error));
    on('tokenWillExpire', () => token.wake());
    on('incoming', (call: SdkCall) => rung(call));
    // When devices change, the SDK reopens the microphone with these constraints only.
    void Promise.resolve(opened.audio?.setAudioConstraints(MICROPHONE))
      .catch(() => undefined)
      .then(() => opened.register())
      // What became of it the events say; the SDK registers again by itself.
      .catch(() => undefined);
  }

  function failed(error: SdkError): void {
    for (const line of [...lines.values()]) line.look();
    switch (errorKind(error)) {
      case 'token':
        return refused();
      case 'network':
        if (device.state !== 'registered') tellDevice('lost');
        return;
      case 'other':
        if (device.state !== 'registered')
          dispatch({
            type: 'device',
            device: { status: 'failed', message: texts().noPhoneService },
          });
    }
  }

  /** The phone service refused the token: another one, and with it another registration. */
  function refused(): void {
    if (isStale) return;
    isStale = true;
    refusals += 1;
    if (refusals >= REFUSALS_TO_SAY_SO)
      dispatch({ type: 'device', device: { status: 'failed', message: texts().signInRefused } });
    else if (!current()) tellDevice('lost');
    const waitMs = refusals === 1 ? 0 : FIRST_REBUILD_MS * 2 ** (refusals - 2);
    clock.after(Math.min(LONGEST_REBUILD_MS, waitMs), () => void token.renew());
  }

  function rung(call: SdkCall): void {
    const lineId = nextLineId();
    const callId = call.customParameters.get('callId');
    const lostRep = call.customParameters.get('lostRep');
    const line = follow(call, lineId, { callId }, 'ringing');
    dispatch({
      type: 'ring-started',
      lineId,
      callId,
      name: call.customParameters.get('customerName') ?? call.parameters.From ?? '',
      ...(lostRep !== undefined && { lostRep }),
    });
    line.look();
  }

  const nextLineId = (): string => `line-${(lastLine += 1)}`;

  /** Another Device, once no call would be cut and nobody who rings would be lost. */
  function rebuildWhenIdle(): void {
    isStale = true;
    if (isInUse()) {
      if (!whenIdle.includes(rebuildWhenIdle)) whenIdle.push(rebuildWhenIdle);
      return;
    }
    // Without a token that lasts, the keeper goes on asking for one, and this is done then.
    rebuild().catch(() => undefined);
  }

  const isInUse = (): boolean => lines.size > 0 || pending !== undefined;

  async function rebuild(): Promise<void> {
    const fresh = await token.fresh();
    if (isInUse()) return rebuildWhenIdle();
    device.destroy();
    open(fresh);
  }

  /** Hangs up and waits until the SDK has ended the call. */
  function leave(line: Line, first?: Promise<void>): Promise<void> {
    line.status = 'ending';
    if (first) line.call.mute(true);
    dispatch({ type: 'line-status', lineId: line.lineId, status: 'ending', at: nowIso() });
    return new Promise((resolve) => {
      const cancel = clock.after(END_WITHIN_MS, () => {
        if (lines.has(line.lineId)) ended(line);
      });
      whenIdle.push(() => {
        cancel();
        resolve();
      });
      const disconnect = (): void => {
        if (!lines.has(line.lineId)) return;
        line.call.disconnect();
        line.look();
      };
      if (first) void first.then(disconnect, disconnect);
      else disconnect();
    });
  }

  async function connect(params: Record<string, string>, subject: LineSubject): Promise<void> {
    const before = current();
    if (before && isSame(before.subject, subject)) return;
    if (before && before.subject.interventionId === undefined) throw new OnACallError();
    if (before) await leave(before);
    const fresh = await token.fresh();
    // A call that the SDK keeps though it has ended would block every other one.
    if (device.isBusy || device.state === 'destroyed') await rebuild();
    const lineId = nextLineId();
    pending = { lineId, isGivenUp: false };
    dispatch({ type: 'line-connecting', lineId, ...subject, at: nowIso() });
    try {
      const call = await device.connect({
        params,
        rtcConstraints: { audio: MICROPHONE },
        ...relaysOf(fresh),
      });
      const line = follow(call, lineId, subject, 'connecting');
      line.look();
      if (pending.isGivenUp && lines.has(lineId)) void leave(line);
    } catch (fault) {
      dispatch({ type: 'line-status', lineId, status: 'ended', at: nowIso() });
      throw fault;
    } finally {
      pending = undefined;
      lookWhetherIdle();
    }
    // The SDK drops those who ring when it connects to a call, and says nothing of it.
    for (const line of [...lines.values()]) line.look();
  }

  const retry = (): void => {
    if (current()) return token.wake();
    if (device.state !== 'registered') isStale = true;
    void token.renew();
  };

  tellDevice('connecting');
  open(await token.start());

  return {
    connect(params, subject) {
      const turn = queue.then(() => connect(params, subject));
      queue = turn.catch(() => undefined);
      return turn;
    },
    answer(lineId) {
      const line = lines.get(lineId);
      if (line?.status !== 'ringing' || current() || pending) return;
      line.status = 'connecting';
      dispatch({ type: 'line-connecting', lineId, ...line.subject, at: nowIso() });
      line.call.accept({ rtcConstraints: { audio: MICROPHONE }, ...relaysOf(token.latest()) });
      line.look();
    },
    decline(lineId) {
      const line = lines.get(lineId);
      if (line?.status !== 'ringing') return;
      line.call.reject();
      line.look();
    },
    hangUp(first) {
      const line = current();
      // A second click does not wait any more.
      if (line?.status === 'ending') return line.call.disconnect();
      if (line) void leave(line, first);
      else if (pending) pending.isGivenUp = true;
    },
    mute: (muted) => current()?.call.mute(muted),
    press: (digits) => current()?.call.sendDigits(digits),
    async chooseMicrophone(deviceId) {
      const { audio } = device;
      // The SDK keeps a microphone that it has, also where its sound has ended; this opens it again.
      if (audio?.inputDevice?.deviceId === deviceId) await audio.setAudioConstraints(MICROPHONE);
      else await audio?.setInputDevice(deviceId);
    },
    wake() {
      if (device.state === 'destroyed') rebuildWhenIdle();
      token.wake();
    },
    retry,
  };
}
