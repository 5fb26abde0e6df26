import type { LineStatus } from './line.ts';

/** The parts of the Voice SDK that are used here. https://twilio.github.io/twilio-voice.js/ */
export interface SdkCall {
  readonly parameters: Record<string, string>;
  readonly customParameters: Map<string, string>;
  status(): string;
  accept(options?: object): void;
  reject(): void;
  disconnect(): void;
  mute(muted: boolean): void;
  sendDigits(digits: string): void;
  on(event: string, listener: (...values: never[]) => void): void;
}

export interface SdkDevice {
  readonly audio?: {
    /** The chosen microphone, if any. */
    readonly inputDevice: { readonly deviceId: string } | null;
    setAudioConstraints(constraints: MediaTrackConstraints): Promise<void>;
    setInputDevice(deviceId: string): Promise<void>;
  } | null;
  readonly state: string;
  readonly isBusy: boolean;
  register(): Promise<void>;
  connect(options: object): Promise<SdkCall>;
  updateToken(token: string): void;
  destroy(): void;
  on(event: string, listener: (...values: never[]) => void): void;
}

/** A test call of the SDK. */
export interface SdkPreflight {
  /**
   * Whether a network path for the sound was found. Read from the browser, since the SDK does not
   * say.
   */
  hasWay(): boolean;
  stop(): void;
  on(event: string, listener: (...values: never[]) => void): void;
}

export interface SdkError {
  readonly code: number;
  readonly message: string;
  readonly originalError?: { readonly code?: number };
}

/** One second of a call, as the SDK measured it: jitter and round trip in milliseconds. */
export interface SdkSample {
  readonly packetsReceived: number;
  readonly packetsSent: number;
  readonly packetsLostFraction: number;
  readonly jitter: number;
  readonly rtt?: number;
  readonly mos?: number | null;
}

/** The status of a line when the SDK's call has this status. */
function lineStatusOf(sdkStatus: string): LineStatus {
  switch (sdkStatus) {
    case 'pending':
      return 'ringing';
    case 'connecting':
    case 'ringing':
      return 'connecting';
    case 'open':
      return 'open';
    case 'reconnecting':
      return 'reconnecting';
    default:
      return 'ended';
  }
}

/** All events after which the status of the SDK's call may differ. */
const MAY_CHANGE = [
  'accept',
  'ringing',
  'reconnecting',
  'reconnected',
  'transportClose',
  'disconnect',
  'cancel',
  'reject',
  'error',
];

/**
 * Reports the status of the SDK's call whenever it differs from the last report. Never makes one
 * up.
 */
export function followStatus(
  call: SdkCall,
  known: LineStatus,
  tell: (status: LineStatus) => void,
): { look(): void } {
  let told = known;
  let isAccepted = told !== 'ringing';
  const look = (): void => {
    let status = lineStatusOf(call.status());
    // A call whose connection broke before it was answered can no longer be answered.
    if (!isAccepted && status === 'reconnecting') status = 'ended';
    if (status !== 'ringing') isAccepted = true;
    if (told === 'ended' || status === told) return;
    told = status;
    tell(status);
  };
  for (const event of MAY_CHANGE)
    call.on(event, () => {
      look();
      // The SDK emits some events before it sets the status that they are about.
      queueMicrotask(look);
    });
  return { look };
}

const TOKEN_ERRORS = [20101, 20104, 31202, 31204, 31205];
const NETWORK_ERRORS = [31000, 31003, 31005, 31009, 53000, 53001, 53405];

/** What an SDK error is about. The phone service's code may be in a nested error. */
export function errorKind(error: SdkError): 'token' | 'network' | 'other' {
  const codes = [error.code, error.originalError?.code ?? 0];
  if (codes.some((code) => TOKEN_ERRORS.includes(code))) return 'token';
  return codes.some((code) => NETWORK_ERRORS.includes(code)) ? 'network' : 'other';
}
