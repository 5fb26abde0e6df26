import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { PersonRef } from '../../domain/audit/personalData.ts';
import type { ErasedField } from '../../domain/audit/verify.ts';

export interface PersonFile {
  readonly calls: readonly unknown[];
  readonly audit: readonly unknown[];
  readonly credentials: readonly unknown[];
}

export interface ErasedData {
  readonly calls: number;
  readonly auditFields: readonly ErasedField[];
}

/** Everything that is kept about one person, to export or to erase it. Source: PostgreSQL. */
export interface PersonalData {
  gather(orgId: string, ref: PersonRef): Promise<PersonFile>;
  /**
   * Blanks names, numbers and notes, destroys the salts of the person's commitments in the audit,
   * and deletes credentials; calls and the chain stay. All or nothing, together with the audit
   * entry. Returns 'on_call' while the person is on an open call, undefined when nothing is known.
   */
  erase(
    orgId: string,
    ref: PersonRef,
    audit: {
      readonly auditId: string;
      readonly entryOf: (erased: ErasedData) => AuditEntry;
    },
  ): Promise<ErasedData | 'on_call' | undefined>;
}
