import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { DueStep } from '../../domain/call/debriefRules.ts';
import type { Refusal } from '../../domain/call/refusals.ts';
import type { OutboxMessage } from '../../domain/outbox/message.ts';
import type { Debrief, DebriefDecision, LaterCall } from '../../domain/supervision/debrief.ts';
import type { DebriefPlan } from '../../domain/supervision/debriefPlan.ts';
import type { ScorecardItem } from '../../domain/supervision/scorecard.ts';
import type { WriteResult } from '../crm/crm.ts';

/** Planned debriefs and how far they are. Source: PostgreSQL. */
export interface Debriefs {
  /** Undefined where there is none, or it is another org's. */
  find(orgId: string, debriefId: string): Promise<Debrief | undefined>;
  /** Writes the plan with its messages and audit entries; `exists` if the call has a debrief. */
  plan(
    plan: DebriefPlan,
    written: { readonly messages: readonly OutboxMessage[]; readonly audit: readonly AuditEntry[] },
  ): Promise<'planned' | 'exists'>;
  /**
   * The open debriefs of calls that their supervisors did not join, in which this person is rep or
   * supervisor, the first due first.
   */
  ofCalls(orgId: string, userId: string): Promise<readonly Debrief[]>;
  /**
   * The debriefs of these calls by call, open or closed, the first planned first. A call has more
   * than one where an outcome with coaching was given after a debrief was planned.
   */
  plannedFor(
    orgId: string,
    callIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Debrief[]>>;
  /**
   * Decides on the progress as it is, one change at a time, and writes it with the messages and the
   * audit entries of the change; undefined where there is no such debrief.
   */
  change(
    orgId: string,
    debriefId: string,
    change: {
      readonly decide: (debrief: Debrief) => DebriefChange;
      readonly auditOf: (after: Debrief) => readonly AuditEntry[];
    },
  ): Promise<{ readonly ok: Debrief } | { readonly refusal: Refusal } | undefined>;
  /** Those that this person held, closed since then, and has not rated; the latest first. */
  toRate(orgId: string, userId: string, closedSince: string): Promise<readonly Debrief[]>;
  /** The rep's first answered calls after a time, oldest first. */
  laterCalls(
    orgId: string,
    repUserId: string,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly LaterCall[]>;
}

/** Debriefs whose time is watched. Source: PostgreSQL. */
export interface DueDebriefs {
  /**
   * The debriefs that are due, longest waiting first. No other process gets them before the lease
   * runs out.
   */
  claim(now: string, limit: number, leaseMs: number): Promise<readonly Debrief[]>;
  /** Writes what was decided of them, with its messages, all or nothing. */
  settle(settled: readonly SettledDebrief[]): Promise<void>;
  /** Those that were escalated to a person and are not closed, the longest overdue first. */
  escalatedTo(orgId: string, userId: string): Promise<readonly Debrief[]>;
}

export interface SettledDebrief {
  readonly debriefId: string;
  readonly notifiedSteps: readonly DueStep[];
  /** When to look again; never where undefined. */
  readonly nextAt: string | undefined;
  readonly escalatedTo?: string;
  readonly messages: readonly OutboxMessage[];
}

/** Debriefs that only one of the two has rated. Source: PostgreSQL. */
export interface HalfRatedDebriefs {
  /** Adds the messages of those that were closed in a period; each message is written once. */
  send(
    orgId: string,
    closed: { readonly from: string; readonly before: string },
    messagesOf: (debrief: Debrief) => readonly OutboxMessage[],
  ): Promise<number>;
}

/** Writes what two people think of debriefs to the CRM, with a result for each. */
export interface CrmRatings {
  recordRatings(debriefs: readonly Debrief[]): Promise<readonly WriteResult[]>;
}

/** The decision, with the messages that it causes. */
type DebriefChange = DebriefDecision & { readonly messages?: readonly OutboxMessage[] };

/** The scorecard of an org. Source: the CRM. */
export interface Scorecards {
  /**
   * From memory once it was read, however old; before that it waits for the first answer. The
   * shipped items only where the org has none of its own. Throws CrmUnavailable where nothing was
   * ever read: a call is never judged by a card that is not the org's. While a record has a fault,
   * the last card without one; if there was none, what the other records say.
   */
  of(orgId: string): Promise<readonly ScorecardItem[]>;
}
