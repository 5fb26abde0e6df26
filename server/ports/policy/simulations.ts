import type { ConsentSettings } from '../../domain/consent/decide.ts';
import type { PastCall } from '../../domain/policy/pastCall.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { SimulationResult } from '../../domain/policy/simulationResult.ts';

/** Calls that were answered within a period, oldest first. Source: PostgreSQL. */
export interface PastCalls {
  count(period: Period): Promise<number>;
  /** Pages of at most `size` calls; a page is read when the one before has been processed. */
  pages(period: Period, size: number): AsyncIterable<readonly PastCall[]>;
  /** One page, after the last call of the page before. */
  page(period: Period, size: number, after?: CallCursor): Promise<readonly PastCall[]>;
}

/** From `from`, until before `to`. */
export interface Period {
  readonly orgId: string;
  readonly from: string;
  readonly to: string;
}

export type CallCursor = Pick<PastCall, 'answeredAt' | 'callId'>;

/** Everybody who has a permission set of Dealside. Throws CrmUnavailable. Source: the CRM. */
export interface Roster {
  userIds(orgId: string): Promise<string[]>;
}

/** The same from memory, some minutes old. Throws CrmUnavailable before it was read. */
export interface RecentRoster {
  recentUserIds(orgId: string): Promise<readonly string[]>;
}

/**
 * Simulations that were requested, running and ended, on whichever instance. Source: PostgreSQL.
 */
export interface Simulations {
  begin(simulation: SimulationRequest & { readonly total: number }): Promise<void>;
  /**
   * Writes how many calls are done. Returns false when the simulation has been canceled meanwhile.
   */
  progress(simulationId: string, done: number, at: string): Promise<boolean>;
  finish(
    simulationId: string,
    end: { readonly result: SimulationResult } | { readonly problem: string },
    at: string,
  ): Promise<void>;
  /** Returns false if no simulation with this id is running. */
  cancel(orgId: string, simulationId: string, at: string): Promise<boolean>;
  find(orgId: string, simulationId: string): Promise<SimulationRun | undefined>;
  /** All that retention has left, newest first, without their results. */
  list(orgId: string): Promise<SimulationRun[]>;
}

export interface SimulationRequest extends Period {
  readonly simulationId: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly before: Policy;
  readonly after: Policy;
  /** What was on file about consent when it was requested, and what it assumes. */
  readonly consent: { readonly before: ConsentSettings; readonly after: ConsentSettings };
}

export interface SimulationRun extends SimulationRequest {
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  /** When its progress was last written. */
  readonly updatedAt: string;
  readonly result?: SimulationResult;
  readonly problem?: string;
}
