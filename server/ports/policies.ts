import type { AuditEntry } from '../domain/audit/entries.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { PolicyFault } from '../domain/policy/validate.ts';

/** The policy by which to decide, for each org. */
export interface Policies {
  /** For granting something new: as the CRM had it a minute ago at most. Throws CrmUnavailable when that is not known. */
  inForce(orgId: string): Promise<Policy>;
  /** For showing what is known: the one in force when it was last asked, or one that grants nothing. */
  lastKnown(orgId: string): Policy;
}

/** The same, for those who look after policies. */
export interface PolicyKeeper extends Policies {
  /** Asks the CRM now, and answers what came of it. */
  refresh(orgId: string): Promise<PolicyStanding>;
  standing(orgId: string): PolicyStanding;
}

/** How things are with an org's policy: what is in force, since when, and what is wrong with a newer one. */
export interface PolicyStanding {
  readonly policy: Policy;
  readonly since?: string;
  /** When the CRM was last asked with an answer. */
  readonly readAt?: string;
  /** A newer version that is not used because of its faults. */
  readonly refused?: { readonly version: string; readonly faults: readonly PolicyFault[]; readonly seenAt: string };
}

/** The policy as the CRM has it now. Throws CrmUnavailable. */
export interface PolicySource {
  read(orgId: string): Promise<PolicyReading>;
}

export type PolicyReading = { readonly version: string } & ({ readonly policy: Policy } | { readonly faults: readonly PolicyFault[] });

/** Every policy that was ever in force, and from when. Append-only. Source: PostgreSQL. */
export interface PolicyHistory {
  /** The one that came into force last. */
  latest(orgId: string): Promise<PolicyInForce | undefined>;
  find(orgId: string, version: string): Promise<Policy | undefined>;
  /** Newest first. */
  list(orgId: string): Promise<{ readonly version: string; readonly since: string }[]>;
  /**
   * Writes that this policy is in force from then, with the audit of the change. Does nothing when its version is in
   * force already: several instances see a change at once.
   */
  comesIntoForce(orgId: string, next: PolicyInForce, auditOf: (before: Policy | undefined) => readonly AuditEntry[]): Promise<boolean>;
}

export interface PolicyInForce {
  readonly policy: Policy;
  readonly since: string;
}
