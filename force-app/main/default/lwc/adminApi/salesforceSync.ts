import { labels } from 'c/dealsideLabels';
import { request } from 'c/dealsideSession';

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
  | 'crm.checkpoint';

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
};

export interface SyncBacklog {
  waiting: number;
  /** How many writes Salesforce rejected. */
  deadLetters: number;
  /** Since when the oldest waits. */
  oldestAt?: string;
  /** Which calls of reps are kept in Salesforce; absent until it is known. */
  keptCalls?: 'all' | 'opportunity' | 'none';
  /** Requests of the org's daily limit, and what waits for tomorrow's; absent until it is known. */
  apiLimit?: {
    used: number;
    limit: number;
    held: readonly SyncTopic[];
    /** What looking for changes of people and policy has used of its share, and may. */
    reads?: { used: number; budget: number; isSlowed: boolean };
  };
  /** What the integration user may not read although it is needed. */
  accessGaps?: readonly AccessGap[];
}

export type AccessGap = 'users' | 'setup' | 'skills' | 'unknown';

export const ACCESS_GAP_TEXT: Record<AccessGap, string> = {
  users: labels.syncGapUsers,
  setup: labels.syncGapSetup,
  skills: labels.syncGapSkills,
  unknown: labels.syncGapUnknown,
};

/** A write that Salesforce rejected, with its error and what to do about it. */
export interface RejectedWrite {
  messageId: string;
  topic: SyncTopic;
  payload: { callId?: string; number?: number };
  deadLetteredAt: string;
  problem: string;
}

export const syncBacklog = (): Promise<SyncBacklog> => request('GET', '/api/crm/backlog');
/** The oldest 200. */
export const rejectedWrites = async (): Promise<readonly RejectedWrite[]> =>
  (await request<{ messages: RejectedWrite[] }>('GET', '/api/crm/dead-letters')).messages;
/** Has a rejected write tried again, counting attempts from 0. */
export const retryWrite = (messageId: string): Promise<unknown> =>
  request('POST', `/api/crm/dead-letters/${encodeURIComponent(messageId)}/retry`, {});
