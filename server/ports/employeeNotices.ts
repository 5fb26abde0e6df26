import type { AuditEntry } from '../domain/audit/entries.ts';
import type { AcknowledgedNotice, EmployeeNotice } from '../domain/supervision/employeeNotices.ts';
import type { PersonKey } from './stepUp.ts';

/** The notices to employees of an org; none until they were read. Source: the CRM. */
export interface EmployeeNotices {
  of(orgId: string): readonly EmployeeNotice[];
}

/** Which notices employees have acknowledged. Source: PostgreSQL. Append-only. */
export interface NoticeAcknowledgements {
  of(employee: PersonKey): Promise<readonly AcknowledgedNotice[]>;
  /** Written with its audit entry. */
  add(employee: PersonKey, acknowledged: AcknowledgedNotice, audit: AuditEntry): Promise<void>;
}
