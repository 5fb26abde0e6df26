import type { AuditEntry } from '../domain/audit/entries.ts';
import type { Refusal } from '../domain/call/refusals.ts';
import type {
  Debrief,
  DebriefDecision,
  DebriefProgress,
  LaterCall,
} from '../domain/supervision/debrief.ts';
import type { ScorecardItem } from '../domain/supervision/scorecard.ts';

/** Planned debriefs and how far they are. Source: PostgreSQL. */
export interface Debriefs {
  /** Undefined where none was planned for this intervention. */
  find(orgId: string, interventionId: string): Promise<Debrief | undefined>;
  /**
   * Decides on the progress as it is, one change at a time, and writes it with the messages and the
   * audit entries of the change; undefined where there is no such debrief.
   */
  change(
    orgId: string,
    interventionId: string,
    decide: (debrief: Debrief) => DebriefDecision,
    auditOf: (after: DebriefProgress) => readonly AuditEntry[],
  ): Promise<{ readonly ok: Debrief } | { readonly refusal: Refusal } | undefined>;
  /** The rep's first answered calls after a time, oldest first. */
  laterCalls(
    orgId: string,
    repUserId: string,
    after: string,
    limit: number,
  ): Promise<readonly LaterCall[]>;
}

/** What calls are judged by in an org; the shipped items until they were read. Source: the CRM. */
export interface Scorecards {
  of(orgId: string): readonly ScorecardItem[];
}
