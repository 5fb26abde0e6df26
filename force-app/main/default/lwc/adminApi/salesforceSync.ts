import { labels } from 'c/dealsideLabels';
import { request } from 'c/dealsideSession';
import type { AuditedCall } from './views';

/** What Dealside writes to Salesforce. Source: GET /api/crm/backlog. */
export type SyncTopic =
  | 'crm.intervention'
  | 'crm.call'
  | 'crm.missedCall'
  | 'crm.missedCallNotification'
  | 'crm.notification'
  | 'crm.help'
  | 'crm.helpNotification'
  | 'crm.acknowledgement'
  | 'crm.callDay'
  | 'crm.checkpoint'
  | 'crm.summonsNotification'
  | 'carrier.summonsCall'
  | 'carrier.helpCall'
  | 'crm.followNotification'
  | 'crm.debriefEvent'
  | 'crm.debriefNotification'
  | 'crm.coachingRatings'
  | 'crm.trainingNotification'
  | 'crm.jointCallEvent'
  | 'crm.jointCallNotification';

export const SYNC_TOPIC_LABEL: Record<SyncTopic, string> = {
  'crm.intervention': labels.syncIntervention,
  'crm.notification': labels.syncNotification,
  'crm.call': labels.syncRepCall,
  'crm.missedCall': labels.syncMissedCall,
  'crm.missedCallNotification': labels.syncMissedCallNotification,
  'crm.help': labels.syncHelp,
  'crm.helpNotification': labels.syncHelpNotification,
  'crm.acknowledgement': labels.syncAcknowledgement,
  'crm.callDay': labels.syncCallDay,
  'crm.checkpoint': labels.syncCheckpoint,
  'crm.summonsNotification': labels.syncSummonsNotification,
  'carrier.summonsCall': labels.syncSummonsCall,
  'carrier.helpCall': labels.syncHelpCall,
  'crm.followNotification': labels.syncFollowedNotification,
  'crm.debriefEvent': labels.syncDebriefEvent,
  'crm.debriefNotification': labels.syncDebriefNotification,
  'crm.coachingRatings': labels.syncCoachingRatings,
  'crm.trainingNotification': labels.syncTrainingNotification,
  'crm.jointCallEvent': labels.syncJointCallEvent,
  'crm.jointCallNotification': labels.syncJointCallNotification,
};

export interface SyncBacklog {
  waiting: number;
  /** How many writes Salesforce rejected. */
  deadLetters: number;
  /** When the oldest waiting message was written. */
  oldestAt?: string;
  /** Which rep calls are kept in Salesforce; absent until known. */
  keptCalls?: 'all' | 'opportunity' | 'none';
  /** Requests of the org's daily limit, and topics held back until tomorrow; absent until known. */
  apiLimit?: {
    used: number;
    limit: number;
    held: readonly SyncTopic[];
    /** How many requests reading changes of people and policy has used of its budget. */
    reads?: { used: number; budget: number; isSlowed: boolean };
  };
  /** Data that the integration user needs but may not read. */
  accessGaps?: readonly AccessGap[];
}

export type AccessGap = 'users' | 'setup' | 'skills' | 'unknown';

export const ACCESS_GAP_TEXT: Record<AccessGap, string> = {
  users: labels.syncGapUsers,
  setup: labels.syncGapSetup,
  skills: labels.syncGapSkills,
  unknown: labels.syncGapUnknown,
};

/** A write that Salesforce rejected, why, and what to do about it, in the reader's language. */
export interface RejectedWrite {
  messageId: string;
  topic: SyncTopic;
  payload: { callId?: string; number?: number };
  deadLetteredAt: string;
  problem: string;
  hint?: string;
  /** Salesforce's own sentence. */
  details?: string;
}

export const syncBacklog = (): Promise<SyncBacklog> => request('GET', '/api/crm/backlog');
/** The oldest 200, and the people who talked on their calls, by call id. */
export const rejectedWrites = (): Promise<{
  messages: readonly RejectedWrite[];
  calls?: Record<string, AuditedCall>;
}> => request('GET', '/api/crm/dead-letters');
/** Retries a rejected write, counting attempts from 0. */
export const retryWrite = (messageId: string): Promise<unknown> =>
  request('POST', `/api/crm/dead-letters/${encodeURIComponent(messageId)}/retry`, {});
