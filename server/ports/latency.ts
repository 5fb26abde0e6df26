import type { LatencyRow } from '../domain/supervision/latency.ts';
import type { Mode } from '../domain/call/modes.ts';

/** A join or a switch that a supervisor asked for. */
export interface MeasuredRequest {
  readonly orgId: string;
  readonly interventionId: string;
  /** The supervisor's request; a join and each switch has its own. */
  readonly requestId: string;
  readonly kind: LatencyRow['kind'];
  readonly mode: Mode;
  readonly requestedAt: string;
  /** From the click until the browser sent the request, as the browser measured it. */
  readonly sinceClickMs?: number;
}

/**
 * How long joins and switches took. Written beside the calls, never in their transactions: a measurement
 * that is lost is only a measurement. When the carrier confirmed is read off the interventions. Source: PostgreSQL.
 */
export interface LatencyLedger {
  requested(what: MeasuredRequest): Promise<void>;
  carrierAnswered(interventionId: string, requestId: string, at: string): Promise<void>;
  /** The supervisor's softphone played the call's sound for the first time. Only the first counts. */
  heard(interventionId: string, at: string): Promise<void>;
  summary(query: { orgId: string; since: string }): Promise<LatencyRow[]>;
}
