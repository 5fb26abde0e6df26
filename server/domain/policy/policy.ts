import type { Mode } from '../call/modes.ts';
import type { NoticeKind } from '../call/noticeKinds.ts';
import type { GroupKind, Role } from '../call/people.ts';
import type { ConsentOnFile } from '../consent/onFile.ts';
import { SHIPPED_VOCABULARY } from '../vocabulary/shipped.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/**
 * Who may use which mode on whose calls, when and how, as data (D17–D26). A policy only grants:
 * anything that no rule allows is refused.
 */
export interface Policy {
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly holidays: readonly Holiday[];
  /** Absent in drafts, and in policies from before words were part of them. */
  readonly vocabulary?: Vocabulary;
  /** Absent in drafts, and in policies from before consent was part of them. */
  readonly consent?: ConsentOnFile;
  /** Absent where the org has no setting of its own. */
  readonly retention?: KeptDays;
}

/** For how many days an org keeps what was said on its calls. */
export interface KeptDays {
  readonly transcripts: number;
}

/** The words of a policy; the shipped ones where it has none. */
export const vocabularyOf = ({ vocabulary }: Pick<Policy, 'vocabulary'>): Vocabulary =>
  vocabulary ?? SHIPPED_VOCABULARY;

/** One grant. All of its conditions must hold. A policy allows what any of its rules allows. */
export interface Rule {
  readonly name: string;
  readonly role: Role;
  readonly modes: readonly Mode[];
  readonly reach: Reach;
  readonly deals?: Deals;
  readonly hours?: Hours;
  readonly demands: readonly Demand[];
  /** How the rep, and perhaps the customer, is notified. Empty only in a covert rule. */
  readonly noticeKinds: readonly NoticeKind[];
  /** At the beginning of which modes a tone sounds; `toneModes` says what holds if it is empty. */
  readonly toneAt?: readonly Mode[];
  /** The most interventions that this person may have at a time. */
  readonly atOnce?: number;
  readonly covert?: Covert;
}

/** Whose calls. `shared` are the groups that the person and the rep have in common. */
export type Reach =
  | { readonly kind: 'own_reports' }
  | { readonly kind: 'everyone' }
  | { readonly kind: GroupKind; readonly groups: 'shared' | readonly Group[] };

/** A team (public group), queue, territory or skill. A skill is its own id. */
export interface Group {
  readonly groupId: string;
  readonly name: string;
}

/** The deals whose calls the rule is for. */
interface Deals {
  readonly stages?: readonly string[];
  readonly minimumAmount?: number;
}

/**
 * Opening hours in local time. When `to` is not after `from`, they run past midnight and belong to
 * the day on which they begin.
 */
export interface Hours {
  readonly days: readonly Weekday[];
  /** HH:MM; `to` may be 24:00. */
  readonly from: string;
  readonly to: string;
  readonly clock: 'rep' | 'supervisor';
  /** The name of the calendar of days off. */
  readonly exceptOn?: string;
}

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface Holiday {
  readonly calendar: string;
  /** Calendar date, YYYY-MM-DD. */
  readonly date: string;
}

export const DEMANDS = ['reason', 'pin', 'passkey', 'recorded', 'notice_first', 'point'] as const;
/**
 * The rule's demands on the supervisor. `point`: before a barge, the one point to add. `recorded`:
 * their voice is recorded, separately from the call. `notice_first`: the rule's tone or phrase is
 * played to its end before they hear or are heard.
 */
export type Demand = (typeof DEMANDS)[number];

/**
 * Why covert monitoring is allowed, who is responsible for it, and its last day in the rep's time
 * zone (G1).
 */
interface Covert {
  readonly owner: string;
  readonly purpose: string;
  readonly endsOn: string;
}

/** The conditions of a rule, in the order in which they are looked at. */
export const CONDITIONS = [
  'role',
  'own_call',
  'covert',
  'reach',
  'deals',
  'mode',
  'permission',
  'end_date',
  'hours',
  'at_once',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Grants nothing. */
export const EMPTY_POLICY: Policy = { version: 'none', rules: [], holidays: [] };
