import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { PolicyFault } from '../../domain/policy/validate.ts';

/** The policy to decide by, for each org. Source: the CRM, and what was in force before. */
export interface Policies {
  /**
   * For granting something new: no older than the org allows. Throws CrmUnavailable when that is
   * not known.
   */
  inForce(orgId: string): Promise<Policy>;
  /**
   * For showing what is known, and for what needs no permission: the one that was in force last, or
   * one that grants nothing.
   */
  lastKnown(orgId: string): Policy;
}

/** The same, for administrators. */
export interface PolicyCache extends Policies {
  /**
   * Asks the CRM now, and returns how things are then: not what was read before this was asked.
   * Throws CrmUnavailable.
   */
  refresh(orgId: string): Promise<PolicyStanding>;
  standing(orgId: string): PolicyStanding;
}

/** The policy that is in force in an org, since when, and what is wrong with a newer one. */
export interface PolicyStanding {
  readonly policy: Policy;
  readonly since?: string;
  /** When the CRM last answered. */
  readonly readAt?: string;
  /** A newer version that is not used because of its faults. */
  readonly refused?: {
    readonly version: string;
    readonly faults: readonly PolicyFault[];
    readonly seenAt: string;
  };
}

/**
 * The policy as the CRM has it now: valid, or with faults. Throws CrmUnavailable. Source: the CRM.
 */
export interface PolicySource {
  read(orgId: string): Promise<PolicyReading>;
}

export type PolicyReading = { readonly version: string } & (
  | { readonly policy: Policy }
  | { readonly faults: readonly PolicyFault[] }
);

/** Every policy that was ever in force, and from when. Append-only. Source: PostgreSQL. */
export interface PolicyHistory {
  /** The policy that came into force last. */
  latest(orgId: string): Promise<PolicyInForce | undefined>;
  find(orgId: string, version: string): Promise<Policy | undefined>;
  /** Newest first. */
  list(orgId: string): Promise<{ readonly version: string; readonly since: string }[]>;
  /**
   * Writes that this policy is in force from then, with the audit entries of the change. Returns
   * false, and writes nothing, when its version is in force already: several instances see a change
   * at once.
   */
  comesIntoForce(
    orgId: string,
    next: PolicyInForce,
    auditOf: (before: Policy | undefined) => readonly AuditEntry[],
  ): Promise<boolean>;
}

export interface PolicyInForce {
  readonly policy: Policy;
  readonly since: string;
}
