import type {
  CarrierReport,
  Incident,
  KeptReport,
  PlacedEntry,
} from '../../domain/audit/carrierCrossCheck.ts';
import type { AuditEntry } from '../../domain/audit/entries.ts';

export interface StoredIncident extends Incident {
  readonly orgId: string;
  readonly raisedAt: string;
  readonly resolvedAt?: string;
  /** A user id, or 'system' when a later report explained it. */
  readonly resolvedBy?: string;
  readonly resolutionNote?: string;
}

export interface IncidentQuery {
  readonly orgId: string;
  readonly callId?: string;
  readonly open?: boolean;
}

/** How far an org's audit and the carrier's reports have been compared. */
interface CrossCheckCursor {
  readonly since: number;
  readonly position: number;
  readonly reportId: number;
}

/**
 * Stores what the carrier reports, and the incidents where the audit differs. Source: PostgreSQL.
 */
export interface CarrierCrossCheck {
  /**
   * Stores reports unchanged, each key once. Reports of a call that Dealside does not know are
   * stored under the org id `elsewhere`.
   */
  storeReports(reports: readonly CarrierReport[], elsewhere: string): Promise<void>;
  /** The carrier's reports for each call, oldest first. */
  reportsOf(callIds: readonly string[]): Promise<ReadonlyMap<string, readonly KeptReport[]>>;
  /** The audit entries for each call, oldest first. */
  entriesOf(
    orgId: string,
    callIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PlacedEntry[]>>;
  /** The unresolved incidents of each call. */
  openIncidents(
    orgId: string,
    callIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredIncident[]>>;
  /** The id of each org's newest report. */
  newestReports(): Promise<Map<string, number>>;
  cursor(orgId: string): Promise<CrossCheckCursor>;
  /** Ids of calls with entries or reports after the cursor, up to `upTo`. */
  touchedCalls(
    orgId: string,
    after: CrossCheckCursor,
    upTo: { position: number; reportId: number },
  ): Promise<string[]>;
  advance(orgId: string, to: { position: number; reportId: number }): Promise<void>;
  /**
   * Stores an incident together with its audit entry and its alert. Returns false when it is known.
   */
  raise(incident: StoredIncident, entry: AuditEntry): Promise<boolean>;
  /** Incidents, the newest first: 200, or as many as are asked for. */
  incidents(query: IncidentQuery & { limit?: number }): Promise<StoredIncident[]>;
  /** How many there are in all. */
  countIncidents(query: IncidentQuery): Promise<number>;
  incident(incidentId: string): Promise<StoredIncident | undefined>;
  /** Returns false when it is not open. */
  resolve(
    resolution: { orgId: string; incidentId: string; at: string; by: string; note?: string },
    entry: AuditEntry,
  ): Promise<boolean>;
}
