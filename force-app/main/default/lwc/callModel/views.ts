/** What the Dealside server says about calls, as its API sends it. Times are ISO 8601. */

interface ModeDefinition {
  /** The key that switches to the mode (V23). */
  readonly key: string;
  /** Who hears the supervisor. */
  readonly audibleTo: 'nobody' | 'rep' | 'everyone';
  /** Whether the supervisor has the call in place of the rep. */
  readonly takesCall: boolean;
  readonly needsReason: boolean;
}

/** The modes as the server has them, in the order of the ladder. A test compares them. */
export const MODE_DEFINITIONS = {
  monitor: { key: 'M', audibleTo: 'nobody', takesCall: false, needsReason: false },
  whisper: { key: 'W', audibleTo: 'rep', takesCall: false, needsReason: false },
  barge: { key: 'B', audibleTo: 'everyone', takesCall: false, needsReason: true },
  takeover: { key: 'T', audibleTo: 'everyone', takesCall: true, needsReason: true },
} as const satisfies Record<string, ModeDefinition>;

export type Mode = keyof typeof MODE_DEFINITIONS;

export const MODES = Object.keys(MODE_DEFINITIONS) as readonly Mode[];

/** In which every supervisor joins, and to which a supervisor hands back. */
export const JOIN_MODE: Mode = 'monitor';

const definition = (mode: Mode): ModeDefinition => MODE_DEFINITIONS[mode];

export const keyOf = (mode: Mode): string => definition(mode).key;
export const isSilent = (mode: Mode): boolean => definition(mode).audibleTo === 'nobody';
export const isHeardByRepOnly = (mode: Mode): boolean => definition(mode).audibleTo === 'rep';
export const isHeardByCustomer = (mode: Mode): boolean => definition(mode).audibleTo === 'everyone';
export const takesCall = (mode: Mode): boolean => definition(mode).takesCall;
export const needsReason = (mode: Mode): boolean => definition(mode).needsReason;

export type RepAfterTakeover = 'leaves' | 'listens';

export interface CallView {
  callId: string;
  status: 'ringing' | 'live' | 'ended';
  direction: 'inbound' | 'outbound';
  startedAt: string;
  answeredAt?: string;
  endedAt?: string;
  rep: { userId: string; name: string; present: boolean; onHold: boolean; silenced?: boolean };
  customer: {
    name: string;
    phone?: string;
    contactId?: string;
    accountName?: string;
    onHold?: boolean;
  };
  opportunity?: { opportunityId: string; name: string; stage?: string; amount?: number };
  /** How far the opening announcement is, where the customer is to hear one. */
  disclosure?: 'due' | 'playing' | 'played' | 'failed';
  /** Absent while the call is not recorded. A pause ends by itself at `until`. */
  recording?:
    | { status: 'recording' }
    | {
        status: 'requested' | 'paused' | 'resuming';
        until: string;
        by: { userId: string; name: string };
      };
  interventions: readonly InterventionView[];
  /** Third parties, and how the last one came off the call. */
  guests?: readonly GuestView[];
  help?: HelpView;
  /** Only for the rep and for supervisors on the call. */
  textWhispers?: readonly TextWhisperView[];
  you: {
    relation: 'rep' | 'supervisor' | 'viewer';
    /** Why this person is not on the call any more, after having been. */
    endReason?: string;
    modes: ModeView[];
  };
}

/** Somebody whom the rep has added to the call. */
interface GuestView {
  guestId: string;
  name: string;
  status: 'ringing' | 'present' | 'has_call' | 'ended';
}

/** A rep who asked for help, until somebody came or the rep took it back. */
export interface HelpView {
  helpRequestId: string;
  status: 'open' | 'taken';
  reasonCode: string;
  reasonLabel: string;
  note?: string;
  at: string;
  takenBy?: { userId: string; name: string };
}

export interface TextWhisperView {
  textWhisperId: string;
  from: { userId: string; name: string };
  text: string;
  at: string;
  seenAt?: string;
}

export interface ModeView {
  mode: Mode;
  allowed: boolean;
  /** What is asked for first, where it is allowed. */
  needs?: { readonly reason: boolean };
  code?: string;
  message?: string;
  hint?: string;
}

export interface InterventionView {
  interventionId: string;
  callId: string;
  supervisor: { userId: string; name: string; role?: string };
  status: 'joining' | 'active' | 'ended';
  /** The mode the carrier confirmed; absent while joining. */
  mode?: Mode;
  pendingMode?: Mode;
  /** What has to be played to its end before this supervisor hears, or is heard. */
  waitsFor?: { announcementId: string; what: string; since: string };
  modeSince?: string;
  joinedAt?: string;
  leftAt?: string;
  leaving?: boolean;
  /** When this supervisor requested the floor. */
  floorRequestedAt?: string;
  reasonCode?: string;
  repAfterTakeover?: RepAfterTakeover;
  modeHistory: readonly { mode: Mode; at: string; reasonCode?: string }[];
  /** Why the last switch failed, and to which mode. */
  problem?: { code: string; message: string; hint?: string; at?: string; mode?: Mode };
  outcome?: { status: 'due' } | { status: 'given'; code: string; note?: string };
  opportunity?: { opportunityId: string; name: string };
  repName: string;
  customerName: string;
}

export interface NoticeView {
  noticeId: string;
  callId: string;
  interventionId: string;
  supervisor: { userId: string; name: string; role: string };
  mode: Mode;
  reason?: string;
  at: string;
  text: string;
  acknowledgedAt?: string;
  endedAt?: string;
}

export interface ReasonView {
  code: string;
  family: string;
  label: string;
  noteRequired: boolean;
}

/** How a rep's own call went, to choose from. */
export interface DispositionView {
  code: string;
  label: string;
  family: string;
  familyLabel: string;
  countsAsSaved: boolean;
}

export interface Vocabulary {
  reasons: ReasonView[];
  dispositions?: DispositionView[];
  helpReasons?: { code: string; label: string }[];
  outcomes: { code: string; label: string }[];
  scripts: { introduction: string; roleClarifying: string; handBack: string };
  modes: { mode: Mode; label: string; heardBy: string[] }[];
}

/**
 * Refusals of the server after which a component does more than show them. A test checks that the
 * server has each.
 */
export type HandledRefusal =
  | 'not_authenticated'
  | 'token_expired'
  | 'consent_missing'
  | 'reason_required'
  | 'not_found'
  | 'recording_not_found'
  | IdentityRefusal;

/** Refusals that end when the person proves their identity. */
export type IdentityRefusal =
  | 'pin_not_set'
  | 'pin_too_weak'
  | 'pin_required'
  | 'pin_wrong'
  | 'pin_locked'
  | 'passkey_not_set'
  | 'passkey_required';

/** Whether the server refused with one of these codes. */
export const isRefusedWith = (
  { code }: { readonly code: string },
  ...codes: readonly HandledRefusal[]
): boolean => codes.some((one) => one === code);

/** Why something was not done, in words for the person. */
export interface Problem {
  code: string;
  message: string;
  field?: string;
  hint?: string;
  /** After a wrong PIN. */
  triesLeft?: number;
  /** When a locked PIN can be tried again. */
  until?: string;
  /** The call that this person is on instead. */
  otherCall?: { callId: string; interventionId: string; repName: string };
}
