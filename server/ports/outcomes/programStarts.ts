import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { ProgramStart } from '../../domain/outcomes/programStart.ts';

/** When the program of each team began, as it was stated. Source: PostgreSQL. */
export interface ProgramStarts {
  of(orgId: string): Promise<readonly ProgramStart[]>;
  /** Replaces the start of a team, in one transaction with the audit. Null takes it back. */
  state(
    orgId: string,
    stated: {
      readonly managerUserId: string;
      readonly startsOn: string | null;
      readonly byUserId: string;
      readonly at: string;
    },
    audit: readonly AuditEntry[],
  ): Promise<void>;
}
