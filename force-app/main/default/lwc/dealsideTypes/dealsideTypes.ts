/** The shapes the Dealside server sends. */
export type Mode = 'monitor' | 'whisper' | 'barge' | 'takeover';

export interface ModeView {
    mode: Mode;
    label: string;
    allowed: boolean;
    code?: string;
    message?: string;
}

export interface InterventionView {
    interventionId: string;
    callId: string;
    supervisor: { userId: string; name: string; role: string };
    status: 'joining' | 'active' | 'ended';
    mode?: Mode;
    pendingMode?: Mode;
    modeSince?: string;
    joinedAt?: string;
    leftAt?: string;
    leaving?: boolean;
    reasonCode?: string;
    repAfterTakeover?: 'leaves' | 'listens';
    modeHistory: { mode: Mode; at: string; reasonCode?: string }[];
    problem?: { code: string; message: string };
    outcome?: { status: 'due' | 'given'; code?: string };
    opportunity?: { opportunityId: string; name: string };
    repName: string;
    customerName: string;
}

export interface CallView {
    callId: string;
    status: 'ringing' | 'live' | 'ended';
    direction: 'inbound' | 'outbound';
    startedAt: string;
    answeredAt?: string;
    endedAt?: string;
    rep: { userId: string; name: string; present: boolean; onHold: boolean; silenced: boolean };
    customer: { name: string; phone?: string; accountName?: string; present: boolean; onHold: boolean };
    opportunity?: { opportunityId: string; name: string; stage?: string; amount?: number };
    interventions: InterventionView[];
    you: { relation: 'rep' | 'supervisor' | 'viewer'; modes: ModeView[] };
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

export interface Vocabulary {
    reasons: { code: string; family: string; label: string; noteRequired: boolean }[];
    outcomes: { code: string; label: string }[];
    scripts: { introduction: string; roleClarifying: string; handBack: string };
}
