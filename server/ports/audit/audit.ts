import type { ChainedEntry } from '../../domain/audit/chain.ts';
import type { Checkpoint, SigningKey } from '../../domain/audit/checkpoint.ts';
import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { IncidentMark, SealedReport } from '../../domain/audit/evidence.ts';
import type { Mode } from '../../domain/call/modes.ts';

export interface ChainHead {
  readonly orgId: string;
  readonly position: number;
  readonly hash: string;
}

export interface AuditQuery {
  readonly orgId: string;
  readonly callId?: string;
  /** The person who acted, or the supervisor or rep that the entry is about. */
  readonly userId?: string;
  /** Entries of one of these actions, as they are stored. */
  readonly actions?: readonly string[];
  readonly result?: AuditEntry['result'];
  /** Entries that name this mode. */
  readonly mode?: Mode;
  /** Entries about this recording. */
  readonly recordingId?: string;
  /** Entries of this export of recordings. */
  readonly exportId?: string;
  /** Entries after this position. */
  readonly after?: number;
  /** Entries before this position: the next page. */
  readonly before?: number;
  readonly limit: number;
}

export interface StoredCheckpoint extends Checkpoint {
  /** Whether it is written to the CRM: `failed` is a dead letter. */
  readonly inSalesforce: 'waiting' | 'written' | 'failed';
}

/**
 * Reads the audit chain, and keeps its checkpoints. Positions count from 1 per org. Source:
 * PostgreSQL.
 */
export interface AuditTrail {
  /** The newest entry of each org that has an audit. */
  heads(): Promise<ChainHead[]>;
  head(orgId: string): Promise<ChainHead | undefined>;
  /** In the order of the chain, after a position, at most `limit`. */
  entries(orgId: string, afterPosition: number, limit: number): Promise<ChainedEntry[]>;
  /** Newest first. */
  search(query: AuditQuery): Promise<ChainedEntry[]>;
  /** Oldest first. */
  checkpoints(orgId: string): Promise<StoredCheckpoint[]>;
  checkpoint(orgId: string, number: number): Promise<Checkpoint | undefined>;
  lastCheckpoint(orgId: string): Promise<Checkpoint | undefined>;
  signingKeys(keyIds: readonly string[]): Promise<SigningKey[]>;
  /**
   * Keeps a checkpoint, its key, and the outbox message that has it written to the CRM. Returns
   * false when its number is taken.
   */
  storeCheckpoint(checkpoint: Checkpoint, key: SigningKey): Promise<boolean>;
}

/** Evidence that the audit keeps beside its entries until it is removed. Source: PostgreSQL. */
export interface AuditEvidence {
  incidents(orgId: string): Promise<IncidentMark[]>;
  /** In the order of their ids, after one, at most `limit`. */
  reports(orgId: string, afterReportId: number, limit: number): Promise<SealedReport[]>;
  /** The newest report before which no other can still come; 0 without any. */
  newestSettledReport(orgId: string): Promise<number>;
}

/** Signs checkpoints with a private key that only this server has. */
export interface CheckpointSigner extends SigningKey {
  /** The signature, in base64. */
  sign(text: string): string;
}

/**
 * Writes checkpoints of the audit to the CRM, where Dealside may create them but neither change nor
 * delete them. Throws CrmProblem.
 */
export interface CrmCheckpoints {
  write(checkpoint: Checkpoint, key: SigningKey): Promise<void>;
}
