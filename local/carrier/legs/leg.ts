import { createLevelMeter, type LevelMeter } from '../media/levelMeter.ts';
import type { Playable, Subscription } from '../webhooks/subscription.ts';
import { newSid } from '../formats/sids.ts';

export type LegStatus = 'queued' | 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

/** A phone, a browser or a script at the other end of a leg. */
export interface FarEnd {
  /** Takes what the leg is given to hear. */
  send(frame: Int16Array): void;
  /** Told once: the leg was answered. */
  answered?(): void;
  /** Told: keys are waited for. */
  digitsRequested?(): void;
  /** Told once: the leg is over. */
  ended(status: LegStatus): void;
}

/** Words of one sentence, as far as they have been said. */
export interface Words {
  readonly text: string;
  readonly isFinal: boolean;
}

/** Overhears a leg: `inbound` is what its far end says, `outbound` what its far end is given to hear. */
export interface Tap {
  inbound?(frame: Int16Array): void;
  outbound?(frame: Int16Array): void;
  /** What the far end says, in words; only scripted parties have them. */
  words?(words: Words): void;
  /** A key that the far end presses. */
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
  /** When it was dialled, or came in. */
  startedAt?: Date;
  answeredAt?: Date;
  endedAt?: Date;
  sequence: number;
  /** How a SIP endpoint answered. */
  sipResponseCode?: number;
  readonly timeLimitMs?: number;
  /** Where instructions are when those asked for are not to be had. */
  fallback?: Playable;
  /** Names the instructions the leg follows now; older ones stop when they see another. */
  instructions?: symbol;
  farEnd: FarEnd;
  readonly heard: LevelMeter;
  /** The far end says something. */
  speak(frame: Int16Array): void;
  /** What the far end says, in words. */
  utter(words: Words): void;
  press(digit: string): void;
  /** The far end is given something to hear. */
  hear(frame: Int16Array): void;
  /** Where the leg's own voice goes right now. */
  voiceTo: (frame: Int16Array) => void;
  readonly taps: Set<Tap>;
  /** Called once when the leg ends, to leave whatever it is in. */
  onEnd: Set<() => void>;
  /** Called once when the leg gets other instructions, to leave what the old ones began. */
  onDivert: Set<() => void>;
}

export interface LegFacts {
  readonly from: string;
  readonly to: string;
  readonly direction: Leg['direction'];
  readonly statusCallback?: Subscription;
  readonly parentCallSid?: string;
  /** How long it may last once it is answered. */
  readonly timeLimitMs?: number;
  readonly fallback?: Playable;
}

const NOBODY: FarEnd = { send: () => undefined, ended: () => undefined };
export const discardFrame = (): void => undefined;

export function createLeg(facts: LegFacts): Leg {
  return {
    ...facts, callSid: newSid('CA'), createdAt: new Date(), status: 'queued', sequence: 0, queueTimeMs: 0,
    farEnd: NOBODY, heard: createLevelMeter(), voiceTo: discardFrame, taps: new Set(), onEnd: new Set(), onDivert: new Set(),
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
      this.heard.push(frame);
      for (const tap of this.taps) tap.outbound?.(frame);
      this.farEnd.send(frame);
    },
  };
}

const ENDED_STATUSES: readonly LegStatus[] = ['completed', 'busy', 'no-answer', 'failed', 'canceled'];
export const isOver = (leg: Leg): boolean => ENDED_STATUSES.includes(leg.status);
