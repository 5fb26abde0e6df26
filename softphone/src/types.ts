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
  /** With what this supervisor is on the call, or is rung. */
  readonly device?: 'softphone' | 'phone' | 'sip';
}

export interface TransferView {
  readonly status: 'requested' | 'handing_over' | 'completed' | 'cancelled';
  readonly to: { readonly userId: string; readonly name: string; readonly present: boolean };
  /** To a group of which nobody has answered yet. */
  readonly group?: { readonly name?: string };
  /** To a supervisor who is on the call. */
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
  /** With a scripted customer, whom nobody else can take over. */
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
    /** Absent where Salesforce does not know the customer. */
    readonly contactId?: string;
    readonly onHold: boolean;
  };
  /** The rep's connection was lost, and the customer waits. */
  readonly repLoss?: {
    readonly since: string;
    /** Until when only the rep is waited for. */
    readonly until: string;
    /** A supervisor talks with the customer meanwhile. */
    readonly isAttended: boolean;
  };
  /** What the customer has heard while the rep's page was gone, and when. */
  readonly customerHeard?: { readonly words: string; readonly at: readonly string[] };
  /** What the customer of an outbound call sees. */
  readonly callerId?: { readonly number: string };
  /** Who answered, once the phone service has heard it. */
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
    /** What a supervisor on the call can say, with real names, in the customer's language. */
    readonly scripts?: {
      readonly modes: readonly {
        readonly mode: Mode;
        readonly opening: readonly string[];
        readonly closing: readonly string[];
      }[];
    };
    /** How long a barge is to last, and after how much silence it ends by itself. */
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

/** When a running intervention falls silent while Salesforce does not respond, and when it ends. */
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

/** The messages for the call of the moment; undefined until they are known. */
export interface KnownMessages {
  readonly callId: string;
  readonly messages?: readonly Message[];
}

/** How the server wants a call to be connected: by this softphone, or it rings another device. */
export interface Connect {
  readonly params?: Record<string, string>;
}
