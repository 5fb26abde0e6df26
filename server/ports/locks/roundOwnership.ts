/**
 * Which process runs the rounds: one at a time. Another one takes over if it dies or hangs. Source:
 * PostgreSQL.
 */
export interface RoundOwnership {
  /** Whether this process does them now. */
  isOwner(): boolean;
  /** Called each time this process has become the owner. */
  onOwned(listener: () => void): void;
}
