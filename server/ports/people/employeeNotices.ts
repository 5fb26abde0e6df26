import type { AuditEntry } from '../../domain/audit/entries.ts';
import type {
  AcknowledgedNotice,
  EmployeeNotice,
} from '../../domain/supervision/employeeNotices.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';

/** The notices to employees of an org. Source: the CRM. */
export interface EmployeeNotices {
  /**
   * Rejects with CrmUnavailable until they have been read: legal requirements are never guessed.
   */
  of(orgId: string): Promise<readonly EmployeeNotice[]>;
}

/**
 * Which notices employees have acknowledged, and which courses they finished. Source: PostgreSQL.
 * Append-only.
 */
export interface NoticeAcknowledgements {
  of(employee: PersonKey): Promise<readonly AcknowledgedNotice[]>;
  /** Written with its audit entry. */
  add(employee: PersonKey, acknowledged: AcknowledgedNotice, audit: AuditEntry): Promise<void>;
}
