import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { NamedRecord } from '../../domain/audit/namedChanges.ts';

/** Records of the CRM whose changes are in the audit. */
export type KeptKind = 'cues' | 'scorecard';

/** The records of an org as they were read last, to find out what has changed. Source: PostgreSQL. */
export interface KeptRecords {
  latest(
    orgId: string,
    kind: KeptKind,
  ): Promise<{ readonly records: readonly NamedRecord[]; readonly since: string } | undefined>;
  /**
   * Keeps these in place of those that came at `since` (undefined: of none), with the audit
   * entries; returns false where others are kept meanwhile.
   */
  keep(
    orgId: string,
    kind: KeptKind,
    kept: { readonly records: readonly NamedRecord[]; readonly at: string },
    since: string | undefined,
    audit: readonly AuditEntry[],
  ): Promise<boolean>;
}

/** What the CRM itself says of who changed its records. */
export interface SetupTrail {
  /**
   * Who changed records of a kind since then, by user id, as far as the CRM says; none where it
   * does not. Throws CrmUnavailable.
   */
  whoChanged(
    orgId: string,
    kind: KeptKind,
    names: readonly string[],
    since: string,
  ): Promise<readonly string[]>;
}
