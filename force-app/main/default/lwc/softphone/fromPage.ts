import type { Reach } from 'c/softphoneReach';

/** The state of the softphone's connection. */
export type DeviceStatus = 'connecting' | 'registered' | 'lost' | 'failed';

/** Messages from the framed page; see /softphone/ on the Dealside server. */
export type FromPage = { source: 'dealside' } & (
  | { type: 'ready' }
  | { type: 'session-needed' }
  | { type: 'device'; status: DeviceStatus; message?: string }
  | {
      type: 'call';
      status: 'connecting' | 'ringing' | 'open' | 'reconnecting' | 'ending' | 'ended';
      callId?: string;
      interventionId?: string;
      /** Whether somebody rings, during a call too. */
      isRinging?: boolean;
      voiceOff?: boolean;
    }
  | { type: 'microphone'; available: boolean; message?: string }
  | { type: 'connection'; message?: string; hint?: string; isTesting?: boolean }
  | { type: 'reach'; reach: Reach }
  /** A key that was pressed in the framed page, for controls outside it. */
  | { type: 'key'; key: string }
  /** A hint to a supervisor who is being heard; without a message, the hint is over. */
  | { type: 'guide'; message?: string }
  | { type: 'create-lead'; callId: string }
  | { type: 'height'; px: number }
);
