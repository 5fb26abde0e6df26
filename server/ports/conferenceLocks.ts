/** Whose turn it is at a place, such as one conference of the carrier's: one at a time, whichever process asks. Source: PostgreSQL. */
export interface ConferenceLocks {
  /**
   * Answers what ends the turn, or undefined when it did not come in that time or cannot be known. With 0 it is now or not at all.
   * A process that dies gives its turns back by dying.
   */
  acquire(place: string, withinMs: number): Promise<ReleaseLock | undefined>;
}

export type ReleaseLock = () => void;
