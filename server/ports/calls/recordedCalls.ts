import type { Call } from '../../domain/call/call.ts';

/** Which recordings are wanted: those of a call, or of a person's calls begun on some days. */
export type RecordingSelection =
  | { readonly callId: string }
  | {
      /** The rep of the calls, or a supervisor on them. */
      readonly userId: string;
      /** Days in UTC, YYYY-MM-DD, both included. */
      readonly from: string;
      readonly to: string;
    };

/** Calls that have recordings. Source: PostgreSQL. */
export interface RecordedCalls {
  /** The oldest first, at most `limit`. */
  of(orgId: string, selection: RecordingSelection, limit: number): Promise<Call[]>;
}
