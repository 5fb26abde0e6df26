import type { LegFacts } from '../legs/leg.ts';
import {
  flag,
  method,
  oneOf,
  sid,
  someOf,
  subscriptionOf,
  text,
  url,
  whole,
} from './parameters.ts';
import type { Check } from './router.ts';

const CALL_EVENTS = ['initiated', 'ringing', 'answered', 'completed'];
const RECORDING_EVENTS = [
  'started',
  'in-progress',
  'paused',
  'resumed',
  'stopped',
  'completed',
  'failed',
  'absent',
];

/** Parameters of every dialed leg, for a call or for a conference. */
export const DIALING: Readonly<Record<string, Check>> = {
  From: text(),
  To: text(),
  CallerId: text(),
  CallReason: text(50),
  CallToken: text(),
  Byoc: sid('BY'),
  TimeLimit: whole(1, 86_400),
  StatusCallback: url,
  StatusCallbackMethod: method,
  StatusCallbackEvent: someOf(...CALL_EVENTS),
  Record: flag,
  RecordingChannels: oneOf('mono', 'dual'),
  RecordingTrack: oneOf('inbound', 'outbound', 'both'),
  Trim: oneOf('trim-silence', 'do-not-trim'),
  RecordingStatusCallback: url,
  RecordingStatusCallbackMethod: method,
  RecordingStatusCallbackEvent: someOf(...RECORDING_EVENTS),
  SipAuthUsername: text(),
  SipAuthPassword: text(),
  MachineDetection: oneOf('Enable', 'DetectMessageEnd'),
  MachineDetectionTimeout: whole(3, 59),
  MachineDetectionSpeechThreshold: whole(1000, 6000),
  MachineDetectionSpeechEndThreshold: whole(500, 5000),
  MachineDetectionSilenceTimeout: whole(2000, 10_000),
};

/** The leg that a form asks to dial. */
export function legFactsOf(
  form: URLSearchParams,
): Omit<LegFacts, 'from' | 'to'> & { timeoutMs: number } {
  return {
    direction: 'outbound-api',
    timeoutMs: (Number(form.get('Timeout') ?? 60) + RING_BUFFER_SECONDS) * 1000,
    timeLimitMs: form.has('TimeLimit') ? Number(form.get('TimeLimit')) * 1000 : undefined,
    statusCallback: subscriptionOf(form, 'StatusCallback', ['completed']),
  };
}

/** Twilio lets a phone ring slightly longer than `Timeout`. */
const RING_BUFFER_SECONDS = 5;
