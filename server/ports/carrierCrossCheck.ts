import type { AuditEntry } from '../domain/audit/entries.ts';
import type { CarrierReport, Incident, PlacedEntry } from '../domain/audit/carrierCrossCheck.ts';

export interface StoredIncident extends Incident {
  readonly orgId: string;
  readonly raisedAt: string;
  readonly resolvedAt?: string;
  /** A user id, or 'system' when it was explained later. */
  readonly resolvedBy?: string;
  readonly resolutionNote?: string;
}

/** How far an org's audit and the carrier's reports were compared. */
export interface CrossCheckCursor {
  readonly since: number;
  readonly position: number;
  readonly reportId: number;
}

/** Keeps what the carrier says, and what disagrees with it. Source: PostgreSQL. */
export interface CarrierCrossCheck {
  /** Keeps reports as they came; one that is known already is left alone. A call that is not ours is noted under `elsewhere`. */
  keep(reports: readonly CarrierReport[], elsewhere: string): Promise<void>;
  reportsOf(callId: string): Promise<CarrierReport[]>;
  entriesOf(orgId: string, callId: string): Promise<PlacedEntry[]>;
  /** The newest report of each org that has any. */
  newestReports(): Promise<Map<string, number>>;
  cursor(orgId: string): Promise<CrossCheckCursor>;
  /** Calls with entries or reports after the cursor, up to these. */
  touchedCalls(orgId: string, after: CrossCheckCursor, upTo: { position: number; reportId: number }): Promise<string[]>;
  advance(orgId: string, to: { position: number; reportId: number }): Promise<void>;
  /** Keeps an incident, its audit entry and its alert together; answers false when it is known. */
  raise(incident: StoredIncident, entry: AuditEntry): Promise<boolean>;
  incidents(query: { orgId: string; callId?: string; open?: boolean; limit?: number }): Promise<StoredIncident[]>;
  incident(incidentId: string): Promise<StoredIncident | undefined>;
  /** Answers false when it is not open. */
  resolve(resolution: { orgId: string; incidentId: string; at: string; by: string; note?: string }, entry: AuditEntry): Promise<boolean>;
}
