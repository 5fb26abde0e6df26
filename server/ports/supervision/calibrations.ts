import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { CalibrationScore } from '../../domain/supervision/calibration.ts';

/** Scores that several managers gave the same calls. Source: PostgreSQL. */
export interface Calibrations {
  /** The scores of a call, oldest first. */
  of(orgId: string, callId: string): Promise<readonly CalibrationScore[]>;
  /** The scores of several calls, by call id, oldest first; calls without scores are left out. */
  ofEach(
    orgId: string,
    callIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CalibrationScore[]>>;
  /**
   * Writes a person's score of a call with its audit entry. Returns false if there already is one.
   */
  add(
    call: { readonly orgId: string; readonly callId: string },
    given: CalibrationScore,
    audit: AuditEntry,
  ): Promise<boolean>;
}
