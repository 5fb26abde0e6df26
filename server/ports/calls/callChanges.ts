import type { Call } from '../../domain/call/call.ts';

/**
 * Tells which calls have changed, on whichever instance, and which incidents were raised. Source:
 * PostgreSQL's notifications, and for this process its own store.
 */
export interface CallChanges {
  /**
   * `onChange` gets the call itself when this process changed it. `onGap`: changes may have been
   * missed, so everything must be read again. Returns what ends the subscription.
   */
  subscribe(listener: {
    onChange(callId: string, call?: Call): void;
    onIncident?(incidentId: string): void;
    /** A record of each of these calls has been written to the CRM. */
    onWritten?(callIds: readonly string[]): void;
    /** An audio check was concluded: the carrier's health may be another. */
    onHealth?(): void;
    onGap(): void;
  }): () => void;
}
