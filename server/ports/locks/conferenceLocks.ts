/**
 * Locks that one holder at a time has, in whichever process: one per conference of the carrier.
 * Source: PostgreSQL.
 */
export interface ConferenceLocks {
  /**
   * Waits for the lock for at most `withinMs`; with 0, takes it only if it is free now. Returns
   * what releases it, or undefined when it was not free in time or the database does not answer.
   * The locks of a process that dies are released.
   */
  acquire(key: string, withinMs: number): Promise<ReleaseLock | undefined>;
}

export type ReleaseLock = () => void;
