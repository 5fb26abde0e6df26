import type { Mode } from '../../domain/call/modes.ts';
import type { AddedDelay, LatencyRow, PathChange } from '../../domain/supervision/latency.ts';

/** A join or a mode change that a supervisor requested. */
interface MeasuredRequest {
  readonly orgId: string;
  readonly interventionId: string;
  /** The supervisor's request id; a join and each mode change has its own. */
  readonly requestId: string;
  readonly kind: LatencyRow['kind'];
  readonly mode: Mode;
  readonly requestedAt: string;
  /** From the click until the browser sent the request, as the browser measured it. */
  readonly sinceClickMs?: number;
}

/**
 * How long joins and mode changes took. Written outside the transactions of calls: a measurement
 * that is lost does no harm. When the carrier confirmed is read from the interventions. Source:
 * PostgreSQL.
 */
export interface LatencyLedger {
  requested(request: MeasuredRequest): Promise<void>;
  /** The carrier has answered the request, at `at`. */
  carrierAnswered(interventionId: string, requestId: string, at: string): Promise<void>;
  /**
   * The supervisor's softphone played the sound of the call at `at`. Only the first time counts.
   */
  heard(interventionId: string, at: string): Promise<void>;
  /** Records how this supervisor's join affected the rep's connection; the first report counts. */
  repPath(interventionId: string, change: PathChange): Promise<void>;
  /** How much delay joins since then have added to reps' connections. */
  addedDelay(query: { orgId: string; since: string }): Promise<AddedDelay>;
  /** Percentiles of everything since then, by kind and mode. */
  summary(query: { orgId: string; since: string }): Promise<LatencyRow[]>;
}
