import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { CalibrationScore } from '../../domain/supervision/calibration.ts';

/** What several managers gave calls. Source: PostgreSQL. */
export interface Calibrations {
  /** Of a call, oldest first. */
  of(orgId: string, callId: string): Promise<readonly CalibrationScore[]>;
  /** Of several calls, by the id of each that has any, oldest first. */
  ofEach(
    orgId: string,
    callIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CalibrationScore[]>>;
  /** Written once for each person and call, with its audit entry. Returns false when there is one. */
  add(
    call: { readonly orgId: string; readonly callId: string },
    given: CalibrationScore,
    audit: AuditEntry,
  ): Promise<boolean>;
}
