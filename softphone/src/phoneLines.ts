import type { Clock } from './clock.ts';
import { watchConnection, type ConnectionSample, type ConnectionVerdict } from './connection.ts';
import type { LineStatus, LineSubject } from './line.ts';
import { followQuality } from './quality.ts';
import { errorKind, followStatus, type SdkCall, type SdkError } from './sdk.ts';
import type { SoftphoneEvent } from './state.ts';
import type { Texts } from './strings.ts';

/** How long the SDK may take to end a call that is hung up. */
const END_WITHIN_MS = 5_000;

/** A call of the SDK, as this softphone tracks it. */
interface Line {
  readonly lineId: string;
  readonly call: SdkCall;
  readonly subject: LineSubject;
  status: LineStatus;
  readonly look: () => void;
  /** The error with which the SDK ended the call. */
  fault?: SdkError;
}

export interface PhoneLinesDeps {
  readonly dispatch: (event: SoftphoneEvent) => void;
  readonly onLevels: (input: number, output: number) => void;
  /** Called once a second with a sample of the call that this softphone is in. */
  readonly onSample?: (sample: ConnectionSample) => void;
  /** Called when an error of a call says that the token was refused. */
  readonly onTokenRefused: () => void;
  readonly onEnded: () => void;
  readonly clock: Clock;
  /** In the current language. */
  readonly texts: () => Texts;
}

/** The SDK's calls: those that ring, and the one that this softphone is in. */
export interface PhoneLines {
  /** The call that this softphone is in. */
  current(): Line | undefined;
  ringing(lineId: string): Line | undefined;
  /** Whether there is a call or one is being connected. */
  isOnCall(): boolean;
  /** Whether replacing the device would cut off a call or lose one that rings. */
  isInUse(): boolean;
  /** Runs `act` once, when there is no call. */
  onceIdle(act: () => void): void;
  /** Tracks an incoming call. */
  ring(call: SdkCall): void;
  /** Tracks a call that `open` connects. Rejects if `open` does. */
  connect(subject: LineSubject, open: () => Promise<SdkCall>): Promise<void>;
  /** Shows a line that is being answered as connecting. */
  answering(line: Line): void;
  /** Hangs up when `first` settles, and waits until the SDK has ended the call. */
  leave(line: Line, first?: Promise<void>): Promise<void>;
  /** Hangs up a call that is being connected, as soon as the SDK has it. */
  giveUpPending(): void;
  /** Reads the status of each call from the SDK. */
  look(): void;
}

export function createPhoneLines(deps: PhoneLinesDeps): PhoneLines {
  const { dispatch, clock } = deps;
  const lines = new Map<string, Line>();
  let lastLine = 0;
  /** A connection that the SDK is making but has no call for yet. */
  let pending: { isGivenUp: boolean } | undefined;
  const whenIdle = new Set<() => void>();
  const connection = watchConnection(clock, (verdict: ConnectionVerdict) =>
    dispatch({ type: 'connection', connection: verdict }),
  );

  const nextLineId = (): string => `line-${(lastLine += 1)}`;
  const nowIso = (): string => new Date(clock.now()).toISOString();
  const tellStatus = (lineId: string, status: LineStatus | 'ended'): void =>
    dispatch({ type: 'line-status', lineId, status, at: nowIso() });
  const current = (): Line | undefined =>
    [...lines.values()].find(({ status }) => status !== 'ringing');
  const isOnCall = (): boolean => current() !== undefined || pending !== undefined;

  function lookWhetherIdle(): void {
    if (isOnCall()) return;
    const acts = [...whenIdle];
    whenIdle.clear();
    for (const act of acts) act();
  }

  function ended(line: Line): void {
    if (!lines.delete(line.lineId)) return;
    const isUnasked = line.status !== 'ending';
    if (line.status !== 'ringing' && !current()) connection.closed();
    tellStatus(line.lineId, 'ended');
    if (line.fault && isUnasked) tellFault(deps, line.fault);
    lookWhetherIdle();
    deps.onEnded();
  }

  function follow(followed: Pick<Line, 'lineId' | 'call' | 'subject'>, known: KnownStatus): Line {
    const { lineId, call } = followed;
    let hasOpened = false;
    const { look } = followStatus(call, known, (status) => {
      if (status === 'ended') return ended(line);
      if (line.status === 'ending') return;
      // If no sound gets through, the SDK reports reconnecting before the first open.
      const opensFirst = status === 'open' && !hasOpened;
      hasOpened ||= opensFirst;
      line.status = status;
      tellStatus(lineId, status);
      if (opensFirst) connection.opened();
    });
    const line: Line = { ...followed, status: known, look };
    lines.set(lineId, line);
    followErrors(line, { ...deps, isOver: () => !lines.has(lineId) });
    followQuality(call, {
      isCurrent: () => current() === line,
      onWarning: (warning) => dispatch({ type: 'quality', warning }),
      onLevels: deps.onLevels,
      onSample: (sample) => {
        connection.sampled(sample);
        deps.onSample?.(sample);
      },
    });
    return line;
  }

  function leave(line: Line, first?: Promise<void>): Promise<void> {
    line.status = 'ending';
    if (first) line.call.mute(true);
    tellStatus(line.lineId, 'ending');
    return new Promise((resolve) => {
      const cancel = clock.after(END_WITHIN_MS, () => {
        if (lines.has(line.lineId)) ended(line);
      });
      whenIdle.add(() => {
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

  async function connect(subject: LineSubject, open: () => Promise<SdkCall>): Promise<void> {
    const lineId = nextLineId();
    const making = { isGivenUp: false };
    pending = making;
    dispatch({ type: 'line-connecting', lineId, ...subject, at: nowIso() });
    try {
      const line = follow({ call: await open(), lineId, subject }, 'connecting');
      line.look();
      if (making.isGivenUp && lines.has(lineId)) void leave(line);
    } catch (fault) {
      tellStatus(lineId, 'ended');
      throw fault;
    } finally {
      pending = undefined;
      lookWhetherIdle();
    }
  }

  return {
    current,
    isOnCall,
    isInUse: () => lines.size > 0 || pending !== undefined,
    onceIdle: (act) => void whenIdle.add(act),
    ringing(lineId) {
      const line = lines.get(lineId);
      return line?.status === 'ringing' ? line : undefined;
    },
    ring(call) {
      const lineId = nextLineId();
      const line = follow({ call, lineId, subject: subjectOf(call) }, 'ringing');
      dispatch({ type: 'ring-started', lineId, ...callerOf(call) });
      line.look();
    },
    connect,
    answering(line) {
      line.status = 'connecting';
      dispatch({
        type: 'line-connecting',
        lineId: line.lineId,
        ...line.subject,
        at: nowIso(),
      });
    },
    leave,
    giveUpPending() {
      if (pending) pending.isGivenUp = true;
    },
    look() {
      for (const line of [...lines.values()]) line.look();
    },
  };
}

type KnownStatus = 'ringing' | 'connecting';

const subjectOf = ({ customParameters }: SdkCall): LineSubject => ({
  callId: customParameters.get('callId'),
});

/** What the page shows of a ringing call. */
function callerOf({ customParameters, parameters }: SdkCall) {
  const lostRep = customParameters.get('lostRep');
  return {
    callId: customParameters.get('callId'),
    name: customParameters.get('customerName') ?? parameters.From ?? '',
    ...(lostRep !== undefined && { lostRep }),
  };
}

/** An error does not end a call. The call's status says what the error did to it. */
function followErrors(
  line: Line,
  deps: Pick<PhoneLinesDeps, 'dispatch' | 'texts' | 'onTokenRefused'> & {
    readonly isOver: () => boolean;
  },
): void {
  line.call.on('error', (error: SdkError) => {
    if (errorKind(error) === 'token') deps.onTokenRefused();
    if (deps.isOver()) return void (line.status !== 'ending' && tellFault(deps, error));
    line.fault = error;
    queueMicrotask(() => (line.fault = undefined));
  });
}

/** Shows why a call ended that nobody hung up on. */
function tellFault(
  { dispatch, texts }: Pick<PhoneLinesDeps, 'dispatch' | 'texts'>,
  error: SdkError,
): void {
  const { callFailed, checkNetwork, waitAndRetry } = texts();
  const hint = errorKind(error) === 'network' ? checkNetwork : waitAndRetry;
  dispatch({ type: 'problem', problem: { message: callFailed, hint } });
}
