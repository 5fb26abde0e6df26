import type { Call } from '../../domain/call/call.ts';

/** Ended calls of an org. Source: PostgreSQL. */
export interface FinishedCalls {
  /**
   * At most `size` calls, the one that ended last first; after `before`, those that ended earlier.
   * With a sample, only those of the last 28 days that are in it.
   */
  page(
    orgId: string,
    size: number,
    before?: FinishedCursor,
    sample?: CallSample,
  ): Promise<readonly Call[]>;
}

/**
 * Calls to be looked at whether or not somebody worried about them: of each rep so many of a week
 * (Monday to Sunday, UTC), drawn by the hash of their ids, and every call of a rep whose first was
 * no longer ago. Until a week is over, later calls may take the place of earlier ones.
 */
export interface CallSample {
  readonly callsPerWeek: number;
  readonly newRepDays: number;
}

/** Where a page of ended calls begins. */
export interface FinishedCursor {
  readonly endedAt: string;
  readonly callId: string;
}
