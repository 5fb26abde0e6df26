/** What the Dealside server says about calls, as its API sends it. Times are ISO 8601. */
export type Mode = 'monitor' | 'whisper' | 'barge' | 'takeover';
export type RepAfterTakeover = 'leaves' | 'listens';

export interface CallView {
  callId: string;
  status: 'ringing' | 'live' | 'ended';
  direction: 'inbound' | 'outbound';
  startedAt: string;
  answeredAt?: string;
  endedAt?: string;
  rep: { userId: string; name: string; present: boolean; onHold: boolean; silenced?: boolean };
  customer: { name: string; phone?: string; contactId?: string; accountName?: string; onHold?: boolean };
  opportunity?: { opportunityId: string; name: string; stage?: string; amount?: number };
  /** How far the opening announcement is, where the customer is to hear one. */
  disclosure?: 'due' | 'playing' | 'played' | 'failed';
  interventions: readonly InterventionView[];
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

export interface ModeView { mode: Mode; allowed: boolean; code?: string; message?: string; hint?: string }

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

export interface ReasonView { code: string; family: string; label: string; noteRequired: boolean }

export interface Vocabulary {
  reasons: ReasonView[];
  helpReasons?: { code: string; label: string }[];
  outcomes: { code: string; label: string }[];
  scripts: { introduction: string; roleClarifying: string; handBack: string };
  modes: { mode: Mode; label: string; heardBy: string[] }[];
}

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
}
