import type { AuditEntry } from '../../domain/audit/entries.ts';

export interface OldRecording {
  readonly recordingId: string;
  readonly callId: string;
  readonly orgId: string;
}

/** Recordings by their age. Source: PostgreSQL. */
export interface OldRecordings {
  /** Finished ones that began before this time, in ISO 8601, oldest first. */
  begunBefore(time: string, limit: number): Promise<readonly OldRecording[]>;
  /** Removes a recording that the carrier no longer has, and writes the audit entry. */
  forget(recordingId: string, audit: AuditEntry): Promise<void>;
}
