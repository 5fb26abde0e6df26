import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Refusal, RefusalCode } from '../../domain/call/refusals.ts';
import type { CallerIdRules, OwnedNumbers } from '../../domain/callerId/choose.ts';
import type { RecentDials } from '../../domain/dialing/limits.ts';
import type { DialingPolicy } from '../../domain/dialing/policy.ts';
import type { RefusalTally } from '../../domain/dialing/tally.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';

/**
 * An org's rules for outbound calls: which numbers, how often and when. Throws CrmUnavailable.
 * Source: the CRM.
 */
export interface DialingPolicies {
  of(orgId: string): Promise<DialingPolicy>;
  /** Asks the CRM now. */
  renew(orgId: string): Promise<unknown>;
}

/**
 * The caller ids of an org's reps, from memory. Throws CrmUnavailable before it was read. Source:
 * the CRM.
 */
export interface CallerIdSource {
  of(orgId: string): Promise<CallerIdRules>;
  /** Asks the CRM now. */
  renew(orgId: string): Promise<unknown>;
}

/**
 * The numbers that the carrier has seen to be an org's own. While the carrier does not answer, those
 * that it named before, at first only those of the configuration. Never throws.
 */
export interface NumberSource {
  of(orgId: string): Promise<OwnedNumbers>;
}

/** A call that a rep is about to place. `dialId` tells a repeated request apart. */
export interface Dial extends PersonKey {
  readonly dialId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Refusals of one rep for the same reason. */
export interface RefusedDials extends PersonKey {
  readonly code: RefusalCode;
}

/** What a refusal changed: whether it is the first of its tally, and a tally that it ended. */
interface CountedRefusal {
  readonly isFirst: boolean;
  readonly ended?: RefusalTally;
}

/**
 * Counts the calls that reps place, and those that they were refused. Throws when the database does
 * not answer. Source: PostgreSQL.
 */
export interface Dials {
  /**
   * Counts this call unless `decide` refuses it, and returns the refusal. Across all instances,
   * only one call per rep is decided at a time, so `recent` is still current when the call is
   * counted. A call that was already counted is not decided again.
   */
  count(
    dial: Dial,
    decide: (recent: RecentDials) => Refusal | undefined,
  ): Promise<Refusal | undefined>;
  /** Counts a refusal, and writes the audit entries that it leaves in the same transaction. */
  countRefusal(
    of: RefusedDials,
    at: string,
    entriesOf: (counted: CountedRefusal) => readonly AuditEntry[],
  ): Promise<void>;
  /**
   * Ends tallies that have run their time, with the audit entry of each. At most 500 at once; returns
   * how many.
   */
  endTallies(
    now: string,
    entryOf: (of: RefusedDials, tally: RefusalTally) => AuditEntry,
  ): Promise<number>;
}
