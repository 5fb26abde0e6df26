import type { Call } from '../../domain/call/call.ts';
import type { KnownConference } from '../../domain/carrier/listedConferences.ts';

/** A call that is due, and the time at which it became due, ISO 8601. */
export interface DueCall {
  readonly call: Call;
  readonly dueAt: string;
}

/**
 * The questions that the worker's rounds ask about calls of all orgs. The number of ended calls
 * does not slow any answer down. Source: PostgreSQL.
 */
export interface DueCalls {
  /** The open calls that are due at this time, the longest due first; `limit` at most. */
  due(now: string, limit: number): Promise<DueCall[]>;
  /** When the first open call is due, ISO 8601; undefined where none ever is. */
  nextDueAt(): Promise<string | undefined>;
  /**
   * Changes when a call is due, undefined for never, unless it is not due at `dueAt` any more: a
   * change of the call says anew when it is due.
   */
  reschedule(callId: string, dueAt: string, next: string | undefined): Promise<void>;
  /** The calls on which an intervention has not ended. */
  supervisedCalls(): Promise<Call[]>;
  supervisedCallIds(): Promise<string[]>;
  /** The conferences of all open calls, by call id. */
  openConferences(): Promise<KnownConference[]>;
  /** The conferences of these calls, open or ended; ids that are of no call are left out. */
  conferencesOf(callIds: readonly string[]): Promise<KnownConference[]>;
}
