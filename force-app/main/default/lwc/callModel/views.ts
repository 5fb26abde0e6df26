/** The data of calls that Dealside's API sends. Times are ISO 8601. */

interface ModeDefinition {
  /** The key that switches to the mode (V23). */
  readonly key: string;
  /** Who hears the supervisor. */
  readonly audibleTo: 'nobody' | 'rep' | 'everyone';
  /** Whether the supervisor has the call in place of the rep. */
  readonly replacesRep: boolean;
  readonly needsReason: boolean;
}

/** The server's modes, in the order of the ladder. A test compares the two tables. */
export const MODE_DEFINITIONS = {
  monitor: { key: 'M', audibleTo: 'nobody', replacesRep: false, needsReason: false },
  whisper: { key: 'W', audibleTo: 'rep', replacesRep: false, needsReason: false },
  barge: { key: 'B', audibleTo: 'everyone', replacesRep: false, needsReason: true },
  takeover: { key: 'T', audibleTo: 'everyone', replacesRep: true, needsReason: true },
} as const satisfies Record<string, ModeDefinition>;

export type Mode = keyof typeof MODE_DEFINITIONS;

export const MODES = Object.keys(MODE_DEFINITIONS) as readonly Mode[];

/** The mode in which every supervisor joins, and to which a supervisor hands back. */
export const JOIN_MODE: Mode = 'monitor';

const definition = (mode: Mode): ModeDefinition => MODE_DEFINITIONS[mode];

export const keyOf = (mode: Mode): string => definition(mode).key;
export const isSilent = (mode: Mode): boolean => definition(mode).audibleTo === 'nobody';
export const isHeardByRepOnly = (mode: Mode): boolean => definition(mode).audibleTo === 'rep';
export const isHeardByCustomer = (mode: Mode): boolean => definition(mode).audibleTo === 'everyone';
export const replacesRep = (mode: Mode): boolean => definition(mode).replacesRep;
export const needsReason = (mode: Mode): boolean => definition(mode).needsReason;

export type RepAfterTakeover = 'leaves' | 'listens';

export interface CallView {
  callId: string;
  status: 'ringing' | 'live' | 'ended';
  /** The customer is scripted, and nobody is asked for help. */
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
    /** The currency of the amount; absent if the org has only one. */
    currency?: string;
    corporateAmount?: number;
  };
  /** Whether the call is transcribed. */
  isTranscribed?: boolean;
  /** The loss of the rep's connection, until somebody has the call again. */
  repLoss?: {
    since: string;
    /** Until this time only the rep is rung. */
    until: string;
    /** The names of the people who are rung instead of the rep. */
    rings: readonly string[];
    /** Whether a supervisor is talking with the customer meanwhile. */
    isAttended: boolean;
  };
  /** The state of the opening announcement, if the customer must hear one. */
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
  /** Third parties, including how the last one left the call. */
  guests?: readonly GuestView[];
  help?: HelpView;
  /** When this rep's own help request expired because nobody came. */
  helpExpiredAt?: string;
  /** Who came to help, while they are on the call. */
  helpCame?: { name: string; waitedMs: number };
  /** Moments that the rep flagged, for the rep and for supervisors on the call. */
  moments?: readonly { momentId: string; at: string; note?: string }[];
  /** Compliance alerts that are open or answered, for people who may see alerts. */
  summonses?: readonly SummonsView[];
  /** Present if the customer does not want to be monitored. */
  monitoringDeclined?: { source: 'rep' | 'earlier_call'; at: string };
  /** When the rep recorded that the customer agrees to be monitored. */
  monitoringAgreedAt?: string;
  /** Only lines that this person wrote or received. */
  textWhispers?: readonly TextWhisperView[];
  you: {
    relation: 'rep' | 'supervisor' | 'viewer';
    /** Only for supervisors on the call. */
    scripts?: ScriptsView;
    /** Why this person is no longer on the call. */
    endReason?: string;
    takenOff?: TakenOffView;
    /** While this person is in a mode to which Dealside moved them. */
    steppedDown?: SteppedDownView;
    modes: ModeView[];
    /** For people whom a covert rule may allow to monitor covertly. */
    covert?: CovertView;
  };
}

/** Why Dealside took a supervisor off a call, and what they can do. */
export interface TakenOffView {
  interventionId: string;
  at: string;
  repName: string;
  opportunityId?: string;
  message: string;
  hint?: string;
}

/** Why Dealside moved a supervisor to a quieter mode, and which modes they can still use. */
export interface SteppedDownView {
  interventionId: string;
  at: string;
  mode: Mode;
  message: string;
  hint: string;
}

/** Whose calls the reader can monitor, and by which covert rules. */
export interface MonitoringScope {
  reach: 'everyone' | 'own_reports' | 'groups' | 'none';
  covert: readonly {
    words: string;
    purpose: string;
    owner: string;
    /** The last day, YYYY-MM-DD. */
    endsOn: string;
    isOver: boolean;
  }[];
}

/** The rule that allows monitoring the call covertly, or why it is not allowed. */
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
  /** Texts for the rep that a click sends. A text without reasons is for all of them. */
  texts?: readonly { text: string; reasons: readonly string[] }[];
}

/** A phrase to avoid, and what to say instead. A phrase without reasons is for all of them. */
interface PhraseView {
  avoid: string;
  instead: string;
  why?: string;
  reasons: readonly string[];
}

/** A third party on the call. */
interface GuestView {
  guestId: string;
  name: string;
  status: 'ringing' | 'present' | 'has_call' | 'ended';
}

/** A summons to a compliance alert. `isForYou`: it has rung for this person. */
export interface SummonsView {
  alertId: string;
  label: string;
  family: string;
  at: string;
  status: 'open' | 'answered' | 'closed';
  isForYou: boolean;
  answeredBy?: { userId: string; name: string };
}

/** A rep's help request, until somebody came or the rep canceled it. */
export interface HelpView {
  helpRequestId: string;
  status: 'open' | 'taken';
  reasonCode: string;
  reasonLabel: string;
  note?: string;
  at: string;
  /** Whether anybody is available. `away` people are only notified. */
  reach?: 'available' | 'away' | 'nobody';
  /** The skill that the rep asked for. */
  skill?: string;
  /** Whether it is now offered to this person, and not only to others first. */
  isOffered?: boolean;
  /** How many people were asked so far, and when more are asked. */
  asked?: number;
  widensAt?: string;
  takenBy?: { userId: string; name: string };
  /** Who accepted it last and does not come. */
  givenBackBy?: { userId: string; name: string };
}

export interface TextWhisperView {
  textWhisperId: string;
  from: { userId: string; name: string };
  /** Whether it is the rep's answer to a supervisor. */
  toSupervisor?: boolean;
  isPraise?: boolean;
  text: string;
  at: string;
  seenAt?: string;
}

export interface ModeView {
  mode: Mode;
  allowed: boolean;
  /** What the mode requires first, if it is allowed. */
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
  /** The mode that the carrier confirmed; absent while joining. */
  mode?: Mode;
  pendingMode?: Mode;
  /** The rep is not notified. */
  isCovert?: boolean;
  /** The device with which this supervisor is on the call, or is rung. */
  device?: 'softphone' | 'phone' | 'sip';
  /** The announcement that must end before this supervisor hears the call or can be heard. */
  waitsFor?: { announcementId: string; what: string; since: string };
  modeSince?: string;
  joinedAt?: string;
  leftAt?: string;
  leaving?: boolean;
  /** When this supervisor requested the floor. */
  floorRequestedAt?: string;
  reasonCode?: string;
  /** The help request that this supervisor answers, and the reason that it suggests for a barge. */
  answers?: { reasonLabel: string; note?: string; bargeReasonCode: string };
  repAfterTakeover?: RepAfterTakeover;
  modeHistory: readonly { mode: Mode; at: string; reasonCode?: string }[];
  /** Why the last mode change failed, and to which mode. */
  problem?: { code: string; message: string; hint?: string; at?: string; mode?: Mode };
  /** When the outcome is due, if this person must still give it. */
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
  /**
   * Whether the notice was given to this person, who can confirm it. A colleague can only read it.
   */
  isOwn: boolean;
  /** When it ended: with another mode, the supervisor's leaving, or the rep's part of the call. */
  endedAt?: string;
  /** It ended because the supervisor left the call. */
  hasLeft?: boolean;
}

export interface ReasonView {
  code: string;
  family: string;
  familyLabel?: string;
  label: string;
  noteRequired: boolean;
}

/** A disposition to choose for a rep's own call. */
export interface DispositionView {
  code: string;
  label: string;
  family: string;
  familyLabel: string;
  countsAsSaved: boolean;
}

export interface Vocabulary {
  /** The version of the policy that the vocabulary belongs to. */
  version?: string;
  reasons: ReasonView[];
  dispositions?: DispositionView[];
  helpReasons?: { code: string; label: string }[];
  outcomes: { code: string; label: string }[];
  /** The number of working days until a debrief is due, by the org's rule. */
  debriefDueDays?: number;
  /** The tags for interventions, such as a product launch. */
  tags?: readonly string[];
  /** When to barge, and when not to. */
  criteria?: { verdict: 'barge' | 'do_not_barge'; text: string }[];
  modes: { mode: Mode; label: string; heardBy: string[] }[];
}

/**
 * Refusals of the server that a component handles instead of only showing them. A test checks that
 * the server has each.
 */
export type HandledRefusal =
  | 'not_authenticated'
  | 'token_expired'
  | 'consent_missing'
  | 'intervention_ended'
  | 'reason_required'
  | 'not_found'
  | 'recording_not_found'
  | 'debrief_booked_meanwhile'
  | 'debrief_slot_taken'
  | 'outcomes_not_permitted'
  | IdentityRefusal;

/** Refusals that proving the person's identity resolves. */
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

/** Why an action failed, in words for the person. */
export interface Problem {
  code: string;
  message: string;
  field?: string;
  hint?: string;
  /** The number of tries left after a wrong PIN. */
  triesLeft?: number;
  /** When a locked PIN can be tried again. */
  until?: string;
  /** The call that this person is on instead. */
  otherCall?: { callId: string; interventionId: string; repName: string };
}
