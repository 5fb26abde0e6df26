/**
 * Leases of supervisors' connections: how long one may stay on a call without a heartbeat from its
 * softphone. A connection without a softphone, such as a desk phone, has no lease. Source:
 * PostgreSQL.
 */
export interface Leases {
  /**
   * Extends the lease until then, in ISO 8601. Returns false, and extends nothing, when the
   * intervention has ended.
   */
  renew(interventionId: string, until: string): Promise<boolean>;
  /** Active interventions whose lease has run out. */
  expired(now: string): Promise<{ callId: string; interventionId: string }[]>;
}
