/**
 * Which process does the rounds: one at a time, and another takes over when it dies or stands
 * still. Source: PostgreSQL.
 */
export interface RoundOwnership {
  /** Whether this process does them now. */
  isOwner(): boolean;
}
