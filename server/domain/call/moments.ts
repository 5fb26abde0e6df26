import type { ReasonCode } from './reasons.ts';

/** A moment of the call that the rep marked, to come back to it afterwards. */
export interface FlaggedMoment {
  readonly momentId: string;
  readonly at: string;
  readonly byUserId: string;
  readonly note?: string;
}

/**
 * Whether the customer wants to be monitored. `earlier_call`: they said so on a call before this
 * one.
 */
export interface MonitoringChoice {
  readonly isDeclined: boolean;
  readonly source: 'rep' | 'earlier_call';
  /** Reasons with which a supervisor may still monitor, by the policy at that time. */
  readonly exceptReasons: readonly ReasonCode[];
  readonly at: string;
}

/** Whether the customer has said that they do not want to be monitored. */
export const declinesMonitoring = (call: {
  readonly monitoringChoice?: MonitoringChoice;
}): boolean => call.monitoringChoice?.isDeclined ?? false;
