import { RETURN_SECONDS } from '../call/repLoss.ts';
import type { Hours } from '../policy/policy.ts';

/** How an org wants its inbound calls answered. */
export interface InboundRules {
  /** How long the owner of the deal is rung. */
  readonly ownerSeconds: number;
  /** The group to ring next; by default the owner's team, the reps of the same manager. */
  readonly group?: RingGroup;
  readonly order: RingOrder;
  /** How long each step of the group is rung. */
  readonly groupSeconds: number;
  /** The group that gets callers unknown to the CRM; by default the group above. */
  readonly unknownCallers?: RingGroup;
  /** When somebody is rung; without them, always. */
  readonly hours?: OpeningHours;
  /** How long after-call lasts at most; 0 is none. A group without a time has the org's. */
  readonly afterCallSeconds?: number;
  /** How long a rep whose connection is lost in mid-call is waited for. */
  readonly returnSeconds: number;
  /** Whether the owner is rung while on another call, as a second call that waits. */
  readonly ringsBusyOwner: boolean;
  /** Whether a caller whose call is not taken can leave a recorded message. */
  readonly takesMessages: boolean;
}

/** A queue, or a public group, by its name for developers. */
export interface RingGroup {
  readonly kind: 'queue' | 'team';
  readonly name: string;
}

export const RING_ORDERS = ['all_at_once', 'in_order', 'longest_idle'] as const;
type RingOrder = (typeof RING_ORDERS)[number];

export interface OpeningHours extends Omit<Hours, 'clock'> {
  /** IANA name. */
  readonly zone: string;
}

/** The default: the owner, then the owner's team at once, then the voicemail. */
export const DEFAULT_INBOUND_RULES: InboundRules = {
  ownerSeconds: 20,
  order: 'all_at_once',
  groupSeconds: 20,
  returnSeconds: RETURN_SECONDS,
  ringsBusyOwner: false,
  takesMessages: true,
};
