import type { ConsentSettings } from '../domain/consent/decide.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { PastCall, SimulationResult } from '../domain/policy/simulate.ts';

/** Calls that were answered within a time, oldest first. Source: PostgreSQL. */
export interface PastCalls {
  count(period: Period): Promise<number>;
  /** Pages of calls; a page is asked for when the one before has been dealt with. */
  pages(period: Period, size: number): AsyncIterable<readonly PastCall[]>;
  /** One page, after the call the last one ended with. */
  page(period: Period, size: number, after?: CallCursor): Promise<readonly PastCall[]>;
}

/** From then, and before the end. */
export interface Period {
  readonly orgId: string;
  readonly from: string;
  readonly to: string;
}

export type CallCursor = Pick<PastCall, 'answeredAt' | 'callId'>;

/** Everybody who holds a permission set of Dealside. Throws CrmUnavailable. */
export interface Roster {
  userIds(orgId: string): Promise<string[]>;
}

/** Simulations that were asked for, running ones among them, on whichever instance. Source: PostgreSQL. */
export interface Simulations {
  begin(simulation: SimulationRequest & { readonly total: number }): Promise<void>;
  /** Notes how far it has come; answers false when it has been cancelled meanwhile. */
  progress(simulationId: string, done: number, at: string): Promise<boolean>;
  finish(simulationId: string, end: { readonly result: SimulationResult } | { readonly problem: string }, at: string): Promise<void>;
  /** Answers false when there is no running simulation of this id. */
  cancel(orgId: string, simulationId: string, at: string): Promise<boolean>;
  find(orgId: string, simulationId: string): Promise<SimulationRun | undefined>;
  /** Newest first, at most 20, without their results. */
  list(orgId: string): Promise<SimulationRun[]>;
}

export interface SimulationRequest extends Period {
  readonly simulationId: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly before: Policy;
  readonly after: Policy;
  /** What was on file about consent when it was asked for, and what it takes for granted. */
  readonly consent: { readonly before: ConsentSettings; readonly after: ConsentSettings };
}

export interface SimulationRun extends SimulationRequest {
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly total: number;
  /** The last sign of life. */
  readonly updatedAt: string;
  readonly result?: SimulationResult;
  readonly problem?: string;
}
