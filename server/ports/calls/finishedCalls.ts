import type { Call } from '../../domain/call/call.ts';
import type { SampledBecause } from '../../domain/call/debriefRules.ts';

/** Ended calls of an org. Source: PostgreSQL. */
export interface FinishedCalls {
  /**
   * At most `size` calls, most recently ended first; with `before`, only calls that ended earlier
   * than that one. With a sample, only those of the last 28 days that are in it.
   */
  page(orgId: string, part: FinishedPage): Promise<readonly Call[]>;
  /** Why a call is in the sample, whenever it was; undefined where it is not. */
  sampledBecause(
    orgId: string,
    callId: string,
    sample: CallSample,
  ): Promise<SampledBecause | undefined>;
}

export interface FinishedPage {
  readonly size: number;
  readonly before?: FinishedCursor;
  readonly sample?: CallSample;
  /** Only calls on which the rep flagged a moment. */
  readonly isFlagged?: boolean;
}

/**
 * A routine sample of calls to review: a number of calls per rep and week (Monday to Sunday, UTC),
 * drawn by a hash of their ids, and every call of reps who are new. Until a week is over, later
 * calls may take the place of earlier ones.
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
