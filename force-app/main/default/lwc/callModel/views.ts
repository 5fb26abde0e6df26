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
  /** With a scripted customer: nobody is asked for help on it. */
  isPractice?: boolean;
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
  opportunity?: {
    opportunityId: string;
    name: string;
    stage?: string;
    /** YYYY-MM-DD. */
    closeDate?: string;
    amount?: number;
    /** Of the amount; absent where the org has one currency. */
    currency?: string;
    corporateAmount?: number;
  };
  /** Whether the call is transcribed. */
  isTranscribed?: boolean;
  /** The loss of the rep's connection, until somebody has the call again. */
  repLoss?: {
    since: string;
    /** Until when only the rep is waited for. */
    until: string;
    /** Who is rung instead of the rep. */
    rings: readonly string[];
    /** A supervisor talks with the customer meanwhile. */
    isAttended: boolean;
  };
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
  /** When this rep's own request for help ended because nobody came. */
  helpExpiredAt?: string;
  /** Who came to help, while they are on the call. */
  helpCame?: { name: string; waitedMs: number };
  /** What the rep marked to come back to; for the rep and supervisors on the call. */
  moments?: readonly { momentId: string; at: string; note?: string }[];
  /** Alerts of compliance that are open or taken, for those who see alerts. */
  summonses?: readonly SummonsView[];
  /** The customer does not want to be monitored. */
  monitoringDeclined?: { told: 'rep' | 'earlier_call'; at: string };
  /** When the rep recorded that the customer agrees to be monitored. */
  monitoringAgreedAt?: string;
  /** Only those that this person wrote, or that were written to this person. */
  textWhispers?: readonly TextWhisperView[];
  you: {
    relation: 'rep' | 'supervisor' | 'viewer';
    /** Only for supervisors on the call. */
    scripts?: ScriptsView;
    /** Why this person is not on the call any more, after having been. */
    endReason?: string;
    modes: ModeView[];
    /** For those whom a written rule can let monitor covertly. */
    covert?: CovertView;
  };
}

/** By which rule the call can be monitored covertly, or why it can't. */
export interface CovertView {
  allowed: boolean;
  purpose?: string;
  owner?: string;
  /** YYYY-MM-DD. */
  endsOn?: string;
  needs?: { readonly reason: boolean };
  message?: string;
  hint?: string;
}

/** What a supervisor can say, with real names and in the customer's language. */
export interface ScriptsView {
  modes: readonly { mode: Mode; opening: readonly string[]; closing: readonly string[] }[];
  phrases: readonly PhraseView[];
  /** What can be written to the rep at a click; for all reasons where it names none. */
  texts?: readonly { text: string; reasons: readonly string[] }[];
}

/** A sentence to avoid, and what to say instead; for all reasons where it names none. */
interface PhraseView {
  avoid: string;
  instead: string;
  why?: string;
  reasons: readonly string[];
}

/** Somebody whom the rep has added to the call. */
interface GuestView {
  guestId: string;
  name: string;
  status: 'ringing' | 'present' | 'has_call' | 'ended';
}

/** A call to look at an alert of compliance. `isForYou`: it has rung for this person. */
export interface SummonsView {
  alertId: string;
  label: string;
  family: string;
  at: string;
  status: 'open' | 'answered' | 'closed';
  isForYou: boolean;
  answeredBy?: { userId: string; name: string };
}

/** A rep who asked for help, until somebody came or the rep took it back. */
export interface HelpView {
  helpRequestId: string;
  status: 'open' | 'taken';
  reasonCode: string;
  reasonLabel: string;
  note?: string;
  at: string;
  /** Whether anybody is there to come: `away` are those who are only notified. */
  reach?: 'available' | 'away' | 'nobody';
  /** The skill that the rep asked for. */
  skill?: string;
  /** Whether it is offered to this person now, and not to others first. */
  isOffered?: boolean;
  /** How many were asked so far, and when more are. */
  asked?: number;
  widensAt?: string;
  takenBy?: { userId: string; name: string };
}

export interface TextWhisperView {
  textWhisperId: string;
  from: { userId: string; name: string };
  /** The rep's answer to a supervisor. */
  toSupervisor?: boolean;
  isPraise?: boolean;
  text: string;
  at: string;
  seenAt?: string;
}

export interface ModeView {
  mode: Mode;
  allowed: boolean;
  /** What is asked for first, where it is allowed. */
  needs?: { readonly reason: boolean; readonly point?: boolean };
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
  /** The rep is not notified. */
  isCovert?: boolean;
  /** With what this supervisor is on the call, or is rung. */
  device?: 'softphone' | 'phone' | 'sip';
  /** What has to be played to its end before this supervisor hears, or is heard. */
  waitsFor?: { announcementId: string; what: string; since: string };
  modeSince?: string;
  joinedAt?: string;
  leftAt?: string;
  leaving?: boolean;
  /** When this supervisor requested the floor. */
  floorRequestedAt?: string;
  reasonCode?: string;
  /** The rep's request that this supervisor answers, and the reason it gives for a barge. */
  answers?: { reasonLabel: string; note?: string; bargeReasonCode: string };
  repAfterTakeover?: RepAfterTakeover;
  modeHistory: readonly { mode: Mode; at: string; reasonCode?: string }[];
  /** Why the last switch failed, and to which mode. */
  problem?: { code: string; message: string; hint?: string; at?: string; mode?: Mode };
  /** Of one whose outcome this person owes: when it is due. */
  outcomeDueAt?: string;
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
  /** Whether it was given to this person, who can confirm it; a colleague on the call only reads it. */
  isOwn: boolean;
  /** When it stopped being true: another mode, the supervisor gone, or the call not this person's. */
  endedAt?: string;
}

export interface ReasonView {
  code: string;
  family: string;
  familyLabel?: string;
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
  /** The version of the policy that it belongs to. */
  version?: string;
  reasons: ReasonView[];
  dispositions?: DispositionView[];
  helpReasons?: { code: string; label: string }[];
  outcomes: { code: string; label: string }[];
  /** After how many working days a debrief is due by the org's rule. */
  debriefDueDays?: number;
  /** What an intervention can be tagged with, such as a product launch. */
  tags?: readonly string[];
  /** When to barge, and when not to. */
  criteria?: { verdict: 'barge' | 'do_not_barge'; text: string }[];
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
  | 'debrief_booked_meanwhile'
  | 'debrief_slot_taken'
  | 'outcomes_not_permitted'
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
