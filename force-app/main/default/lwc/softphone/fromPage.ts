import type { Reach } from 'c/softphoneReach';

/** How the softphone is connected. */
export type DeviceStatus = 'connecting' | 'registered' | 'lost' | 'failed';

/** What the framed page says; see /softphone/ on the Dealside server. */
export type FromPage = { source: 'dealside' } & (
  | { type: 'ready' }
  | { type: 'session-needed' }
  | { type: 'device'; status: DeviceStatus; message?: string }
  | {
      type: 'call';
      status: 'connecting' | 'ringing' | 'open' | 'reconnecting' | 'ending' | 'ended';
      callId?: string;
      interventionId?: string;
      voiceOff?: boolean;
    }
  | { type: 'microphone'; available: boolean; message?: string }
  | { type: 'connection'; message?: string; hint?: string; isTesting?: boolean }
  | { type: 'reach'; reach: Reach }
  /** A key that was pressed in the page, whose controls are here. */
  | { type: 'key'; key: string }
  /** What a supervisor is to know of how they talk; nothing where it is over. */
  | { type: 'guide'; message?: string }
  | { type: 'create-lead'; callId: string }
  | { type: 'height'; px: number }
);
