import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { NamedRecord } from '../../domain/audit/namedChanges.ts';

/** Records of the CRM whose changes are in the audit. */
export type AuditedRecordKind = 'cues' | 'scorecard';

/** The records of an org as they were read last, to find out what has changed. Source: PostgreSQL. */
export interface AuditedRecords {
  latest(
    orgId: string,
    kind: AuditedRecordKind,
  ): Promise<{ readonly records: readonly NamedRecord[]; readonly since: string } | undefined>;
  /**
   * Replaces the records that were stored at `since` (undefined: there were none) and writes the
   * audit entries. Returns false if other records were stored in the meantime.
   */
  replace(orgId: string, kind: AuditedRecordKind, replacement: RecordReplacement): Promise<boolean>;
}

interface RecordReplacement {
  readonly records: readonly NamedRecord[];
  readonly at: string;
  readonly since: string | undefined;
  readonly audit: readonly AuditEntry[];
}

/** The CRM's own log of changes to its records. */
export interface SetupTrail {
  /**
   * The ids of users who changed records of a kind since then; empty where the CRM does not say.
   * Throws CrmUnavailable.
   */
  whoChanged(
    orgId: string,
    kind: AuditedRecordKind,
    question: { readonly names: readonly string[]; readonly since: string },
  ): Promise<readonly string[]>;
}
