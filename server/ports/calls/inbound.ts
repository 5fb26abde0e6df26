import type { InboundRules, RingGroup } from '../../domain/inbound/rules.ts';
import type { Holiday } from '../../domain/policy/policy.ts';
import type { RepSigns } from '../../domain/presence/presence.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';

/**
 * How an org wants its inbound calls answered, from memory. Throws CrmUnavailable before it was
 * read. Source: the CRM.
 */
export interface InboundSource {
  of(orgId: string): Promise<{
    readonly rules: InboundRules;
    /** The rules of queues and public groups that have their own record, by name in lower case. */
    readonly groups: ReadonlyMap<string, InboundRules>;
    readonly holidays: readonly Holiday[];
  }>;
}

/** The groups of reps who are rung together. Throws CrmUnavailable. Source: the CRM. */
export interface RingGroups {
  /** The ids of a group's active users, by name. */
  members(orgId: string, group: RingGroup): Promise<readonly string[]>;
  /** The ids of the active users whom this manager leads, by name. */
  teamOf(orgId: string, managerId: string): Promise<readonly string[]>;
  /** The ids of the org's active administrators of Dealside, by name. */
  administrators(orgId: string): Promise<readonly string[]>;
}

/** What groups are called. Throws CrmUnavailable. Source: the CRM. */
export interface GroupNames {
  /** The queues and public groups with these names for developers, by label. */
  named(orgId: string, names: readonly string[]): Promise<readonly NamedGroup[]>;
  /** The org's queues and public groups by label, as many as are listed, with their reps. */
  listed(orgId: string): Promise<readonly ListedGroup[]>;
}

export interface NamedGroup extends RingGroup {
  /** The name that people read. */
  readonly label: string;
}

export interface ListedGroup extends NamedGroup {
  /** Its direct members who take calls with Dealside. */
  readonly repIds: readonly string[];
}

/**
 * Reps' activity: their calls of the last day, the status they have set, and their open pages.
 * Source: PostgreSQL.
 */
export interface RepActivities {
  of(orgId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, RepSigns>>;
  /** Since when the rep is away; undefined ends it. A rep who is away already stays so since then. */
  setAway(rep: PersonKey, awaySince: string | undefined): Promise<void>;
  /** The rep is ready for the next call: after-call is over. */
  setReady(rep: PersonKey, readyAt: string): Promise<void>;
  /**
   * What a page says of its softphone. Its `since` stays as long as it says the same; undefined
   * forgets a page that was closed.
   */
  setPhone(
    rep: PersonKey,
    page: {
      readonly tabId: string;
      readonly isConnected: boolean | undefined;
      readonly at: string;
    },
  ): Promise<void>;
  /** These people have a page that is connected to the live feed. */
  seen(people: readonly PersonKey[], at: string): Promise<void>;
  /** The softphones of these people sent a heartbeat in a call, each at its time. */
  heartbeats(heartbeats: readonly (PersonKey & { readonly at: string })[]): Promise<void>;
}
