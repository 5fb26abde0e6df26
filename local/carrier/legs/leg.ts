import { newSid } from '../formats/sids.ts';
import { createLevelMeter, type LevelMeter } from '../media/levelMeter.ts';
import type { Playable, Subscription } from '../webhooks/subscription.ts';

/** Twilio's CallStatus. */
export type LegStatus =
  | 'queued'
  | 'initiated'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

/** https://www.twilio.com/docs/voice/answering-machine-detection */
export type AnsweredBy =
  | 'human'
  | 'fax'
  | 'machine_start'
  | 'machine_end_beep'
  | 'machine_end_silence'
  | 'machine_end_other'
  | 'unknown';

/** A phone, a browser or a script at the other end of a leg. */
export interface FarEnd {
  /** Receives one frame of what the leg hears. */
  send(frame: Int16Array): void;
  /** Called once, when the leg is answered. */
  answered?(): void;
  /** What machine detection hears, and how long after the answer. Without it, a person. */
  readonly detected?: { readonly answeredBy: AnsweredBy; readonly afterMs: number };
  /** Called when a Gather or a Record waits for digits. */
  digitsRequested?(): void;
  /** Called once, when the leg has ended. */
  ended(status: LegStatus): void;
}

/** The words of one sentence so far. */
export interface Words {
  readonly text: string;
  readonly isFinal: boolean;
}

/** Listens to a leg: `inbound` is what its far end says, `outbound` what its far end hears. */
export interface Tap {
  inbound?(frame: Int16Array): void;
  outbound?(frame: Int16Array): void;
  /** The words that the far end says; only scripted parties have them. */
  words?(words: Words): void;
  /** A digit that the far end presses. */
  digit?(digit: string): void;
}

/** Twilio's Call resource: one phone connection. */
export interface Leg {
  readonly callSid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  readonly createdAt: Date;
  statusCallback?: Subscription;
  readonly parentCallSid?: string;
  queueTimeMs: number;
  status: LegStatus;
  /** When the leg was dialed, or came in. */
  startedAt?: Date;
  answeredAt?: Date;
  endedAt?: Date;
  sequence: number;
  /** How a SIP endpoint answered. */
  sipResponseCode?: number;
  readonly timeLimitMs?: number;
  /** Fetched if the instructions cannot be fetched. */
  fallback?: Playable;
  /** Identifies the document that the leg follows now. A document with another identity stops. */
  instructions?: symbol;
  farEnd: FarEnd;
  readonly heard: LevelMeter;
  /** Whether machine detection is on. */
  isDetected: boolean;
  /** The texts that documents have said to the far end. */
  readonly spokenTexts: string[];
  /** The far end says one frame. */
  speak(frame: Int16Array): void;
  /** The far end says these words. */
  utter(words: Words): void;
  press(digit: string): void;
  /** The far end hears one frame. */
  hear(frame: Int16Array): void;
  /** Receives the far end's voice. Set by the leg's conference, if any. */
  voiceTo: (frame: Int16Array) => void;
  readonly taps: Set<Tap>;
  /** Called once when the leg ends. */
  onEnd: Set<() => void>;
  /** Called once when the leg is redirected, to stop what the old instructions started. */
  onDivert: Set<() => void>;
}

/** What is known of a leg when it is created. */
export interface LegFacts {
  readonly from: string;
  readonly to: string;
  readonly direction: Leg['direction'];
  readonly statusCallback?: Subscription;
  readonly parentCallSid?: string;
  /** The longest time that the leg may last after it is answered. */
  readonly timeLimitMs?: number;
  readonly fallback?: Playable;
}

const NOBODY: FarEnd = { send: () => undefined, ended: () => undefined };
/** A sink for frames that nothing listens to. */
export const discardFrame = (): void => undefined;

/** A leg in status `queued`, with nothing at its far end yet. */
export function createLeg(facts: LegFacts): Leg {
  return {
    ...facts,
    callSid: newSid('CA'),
    createdAt: new Date(),
    status: 'queued',
    sequence: 0,
    queueTimeMs: 0,
    farEnd: NOBODY,
    heard: createLevelMeter(),
    isDetected: false,
    spokenTexts: [],
    voiceTo: discardFrame,
    taps: new Set(),
    onEnd: new Set(),
    onDivert: new Set(),
    speak(frame) {
      for (const tap of this.taps) tap.inbound?.(frame);
      this.voiceTo(frame);
    },
    utter(words) {
      for (const tap of this.taps) tap.words?.(words);
    },
    press(digit) {
      for (const tap of this.taps) tap.digit?.(digit);
    },
    hear(frame) {
      // A phone that rings may be heard, but nobody holds it to the ear.
      if (this.status !== 'in-progress') return;
      this.heard.push(frame);
      for (const tap of this.taps) tap.outbound?.(frame);
      this.farEnd.send(frame);
    },
  };
}

const ENDED_STATUSES: readonly LegStatus[] = [
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
];
/** Whether the leg has ended. */
export const isOver = (leg: Leg): boolean => ENDED_STATUSES.includes(leg.status);
