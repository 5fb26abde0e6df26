/** What is kept for a time only. Nothing of it is in the audit, or needed by what is still owed. */
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

/** Removes what has been kept long enough. Source: PostgreSQL. */
export interface Retention {
  /**
   * Removes at most `limit` rows of a kind that are older than this time, in ISO 8601, oldest
   * first. Returns how many it removed.
   */
  remove(kind: KeptForATime, olderThan: string, limit: number): Promise<number>;
}
