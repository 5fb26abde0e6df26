import { MODES } from '../call/modes.ts';
import type { PolicyDifference } from './difference.ts';
import type { Weekday } from './policy.ts';
import type { BarredCounts, ByCause, Cause, PastConsent } from './simulatedConsent.ts';

/** The modes, and covert monitoring, which must be requested. */
export const ACCESS_KINDS = [...MODES, 'covert'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export interface SimulationResult {
  readonly calls: number;
  readonly people: number;
  readonly before: Coverage;
  readonly after: Coverage;
  readonly difference: SimulationDifference;
}

/**
 * What policy and consent would have allowed on the calls. A call is uncovered if the policy would
 * have let nobody monitor it.
 */
export interface Coverage {
  readonly version: string;
  /** The number of calls that somebody could have joined in each way, by policy and consent. */
  readonly joinable: Readonly<Record<AccessKind, number>>;
  /** The same by policy alone. */
  readonly byPolicy: Readonly<Record<AccessKind, number>>;
  readonly barred: BarredCounts;
  readonly uncovered: number;
  /** In the rep's local time. */
  readonly hours: readonly {
    readonly weekday: Weekday;
    readonly hour: number;
    readonly calls: number;
    readonly uncovered: number;
  }[];
  /** Grouped by the rep's direct manager. Reps without a manager form one team. */
  readonly teams: readonly {
    readonly managerId?: string;
    readonly manager?: string;
    readonly calls: number;
    readonly uncovered: number;
  }[];
}

interface SimulationDifference {
  readonly policy: PolicyDifference;
  /**
   * Calls on which somebody could do more than before, and calls on which somebody could do less.
   */
  readonly callsGained: number;
  readonly callsLost: number;
  /** Whether policy or consent made these differences. */
  readonly madeBy: { readonly gained: ByCause; readonly lost: ByCause };
  /** Calls on which the new policy would allow more, but consent does not. */
  readonly heldBack: number;
  /** On how many calls each person could have done what. Only people whose number changes. */
  readonly people: readonly {
    readonly userId: string;
    readonly name: string;
    readonly way: AccessKind;
    readonly before: number;
    readonly after: number;
    readonly madeBy?: Cause;
  }[];
}

/** The people who could have joined one call, under each policy. */
export interface CallUnderBoth {
  readonly callId: string;
  readonly answeredAt: string;
  readonly repName: string;
  readonly consent: { readonly before: PastConsent; readonly after: PastConsent };
  readonly who: readonly {
    readonly userId: string;
    readonly name: string;
    readonly before: readonly AccessKind[];
    readonly after: readonly AccessKind[];
  }[];
}
