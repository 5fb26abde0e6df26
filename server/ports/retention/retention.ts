/** Data that is kept for a limited time. None of it is in the audit or needed for pending work. */
export const KEPT_FOR_A_TIME = [
  'receipts',
  'delivered_messages',
  'latencies',
  'audio_checks',
  'simulations',
  'transcripts',
  'alerts',
  'transcribed_connections',
  'backtests',
  'claims',
  'joint_calls',
] as const;
export type KeptForATime = (typeof KEPT_FOR_A_TIME)[number];

/** Removes data whose retention period is over. Source: PostgreSQL. */
export interface Retention {
  /**
   * Removes at most `limit` rows of a kind that are older than this time, in ISO 8601, oldest
   * first. Returns how many it removed.
   */
  remove(kind: KeptForATime, olderThan: string, limit: number): Promise<number>;
}

/** What was said on an org's calls: the lines, what alerts quote of them, and backtests. */
export interface SaidRetention {
  /** Whether the org has anything of it that is older than this time, in ISO 8601. */
  hasOlder(orgId: string, olderThan: string): Promise<boolean>;
  /** Removes at most `limit` rows of each kind, oldest first. Returns how many in all. */
  removeOlder(orgId: string, olderThan: string, limit: number): Promise<number>;
}
