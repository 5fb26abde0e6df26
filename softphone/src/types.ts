import type { Mode } from './modes.ts';

/** The parts of the server's views that the softphone shows. */
export type { Mode };

export interface Supervision {
  readonly interventionId: string;
  readonly supervisor: { readonly userId: string; readonly name: string; readonly role: string };
  readonly status: 'joining' | 'active' | 'ended';
  readonly mode?: Mode;
  readonly pendingMode?: Mode;
  readonly reasonCode?: string;
  /** When this supervisor requested the floor. */
  readonly floorRequestedAt?: string;
  readonly modeSince?: string;
  readonly modeHistory: readonly { readonly mode: Mode; readonly because?: 'quiet' }[];
  readonly problem?: { readonly message: string; readonly hint?: string };
  /** The device with which this supervisor is on the call, or is rung. */
  readonly device?: 'softphone' | 'phone' | 'sip';
}

export interface TransferView {
  readonly status: 'requested' | 'handing_over' | 'completed' | 'cancelled';
  readonly to: { readonly userId: string; readonly name: string; readonly present: boolean };
  /** Set for a transfer to a group of which nobody has answered yet. */
  readonly group?: { readonly name?: string };
  /** The transfer is to a supervisor who is on the call. */
  readonly byTakeover: boolean;
  readonly because?: 'taken_back' | 'not_answered' | 'not_rung' | 'colleague_left' | 'taken_over';
}

/** A third party on the call. */
export interface GuestView {
  readonly guestId: string;
  readonly kind: 'person' | 'number';
  readonly name: string;
  readonly status: 'ringing' | 'present' | 'has_call' | 'ended';
  readonly because?: 'removed' | 'not_answered' | 'busy' | 'not_rung' | 'left';
}

export interface CallView {
  readonly callId: string;
  readonly status: 'ringing' | 'live' | 'ended';
  /** The customer is scripted, and the call cannot be taken over. */
  readonly isPractice?: boolean;
  readonly startedAt: string;
  readonly answeredAt?: string;
  readonly rep: {
    readonly userId: string;
    readonly name: string;
    readonly present: boolean;
    readonly silenced: boolean;
    readonly ringing?: boolean;
    readonly device?: 'softphone' | 'phone' | 'sip';
  };
  readonly customer: {
    readonly name: string;
    readonly accountName?: string;
    readonly phone?: string;
    /** Absent if Salesforce does not know the customer. */
    readonly contactId?: string;
    readonly onHold: boolean;
  };
  /** Set if the rep's connection was lost and the customer waits. */
  readonly repLoss?: {
    readonly since: string;
    /** Until this time only the rep is rung. */
    readonly until: string;
    /** Whether a supervisor is talking with the customer meanwhile. */
    readonly isAttended: boolean;
  };
  /** What the customer was told while the rep's page was not connected, and when. */
  readonly customerHeard?: { readonly words: string; readonly at: readonly string[] };
  /** The number that the customer of an outbound call sees. */
  readonly callerId?: { readonly number: string };
  /** Who answered, once the phone service has detected it. */
  readonly answering?: {
    readonly by: 'human' | 'machine' | 'unknown';
    readonly canLeaveMessage: boolean;
  };
  readonly transfer?: TransferView;
  readonly guests: readonly GuestView[];
  readonly opportunity?: { readonly opportunityId: string; readonly name: string };
  readonly interventions: readonly Supervision[];
  readonly you: {
    readonly relation: string;
    /** What a supervisor on the call can say, with real names and in the customer's language. */
    readonly scripts?: {
      readonly modes: readonly {
        readonly mode: Mode;
        readonly opening: readonly string[];
        readonly closing: readonly string[];
      }[];
    };
    /** How long a barge should last, and after how much silence it ends by itself. */
    readonly guide?: { readonly bargeGuideMs: number; readonly stepDownMs?: number };
    readonly modes: readonly {
      readonly mode: Mode;
      readonly label: string;
      readonly allowed: boolean;
      readonly message?: string;
    }[];
  };
}

export interface NoticeView {
  readonly noticeId: string;
  readonly callId: string;
  readonly interventionId: string;
  readonly supervisor: { readonly name: string; readonly role: string };
  readonly mode: Mode;
  readonly text: string;
  readonly at: string;
  readonly acknowledgedAt?: string;
  readonly endedAt?: string;
}

export interface Vocabulary {
  readonly version?: string;
  readonly reasons: readonly {
    readonly code: string;
    readonly label: string;
    readonly noteRequired: boolean;
  }[];
}

/** When a running intervention falls silent and when it ends, if Salesforce does not respond. */
export interface WhileAway {
  readonly silentAt: string;
  readonly offAt: string;
}

export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  readonly serverUrl: string;
}

/** A message of the org that can be left on a machine. */
export interface Message {
  readonly messageId: string;
  readonly name: string;
  readonly language: string;
}

/** The messages for the current call; undefined until they are known. */
export interface KnownMessages {
  readonly callId: string;
  readonly messages?: readonly Message[];
}

/** How a call is connected: by this softphone, or the server rings another device. */
export interface Connect {
  readonly params?: Record<string, string>;
}
