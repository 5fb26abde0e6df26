import type { AuditEntry } from '../domain/audit/entries.ts';
import type { ChainedEntry } from '../domain/audit/chain.ts';
import type { Checkpoint, SigningKey } from '../domain/audit/checkpoint.ts';

export interface ChainHead {
  readonly orgId: string;
  readonly position: number;
  readonly hash: string;
}

export interface AuditQuery {
  readonly orgId: string;
  readonly callId?: string;
  /** Who acted, or was acted upon as supervisor or rep. */
  readonly userId?: string;
  /** Entries of one of these actions, as they are stored. */
  readonly actions?: readonly string[];
  readonly result?: AuditEntry['result'];
  /** Entries before this position: the next page. */
  readonly before?: number;
  readonly limit: number;
}

export interface StoredCheckpoint extends Checkpoint {
  /** Whether Salesforce holds it too. */
  readonly inSalesforce: 'waiting' | 'written' | 'failed';
}

/** Reads the audit as the chain it is, and keeps checkpoints of it. Source: PostgreSQL. */
export interface AuditTrail {
  /** One per org that has an audit. */
  heads(): Promise<ChainHead[]>;
  head(orgId: string): Promise<ChainHead | undefined>;
  /** In the order of the chain, after a position. */
  entries(orgId: string, afterPosition: number, limit: number): Promise<ChainedEntry[]>;
  /** Newest first. */
  search(query: AuditQuery): Promise<ChainedEntry[]>;
  /** Oldest first. */
  checkpoints(orgId: string): Promise<StoredCheckpoint[]>;
  checkpoint(orgId: string, number: number): Promise<Checkpoint | undefined>;
  lastCheckpoint(orgId: string): Promise<Checkpoint | undefined>;
  signingKeys(keyIds: readonly string[]): Promise<SigningKey[]>;
  /** Keeps a checkpoint, its key and the intent to tell Salesforce; answers false when its number is taken. */
  keepCheckpoint(checkpoint: Checkpoint, key: SigningKey): Promise<boolean>;
}

/** Signs checkpoints; nobody else holds the private half of its key. */
export interface CheckpointSigner extends SigningKey {
  /** Base64. */
  sign(text: string): string;
}

/** Writes checkpoints of the audit to the CRM, where Dealside may create but neither change nor delete them. Throws CrmProblem. */
export interface CrmCheckpoints {
  write(checkpoint: Checkpoint, key: SigningKey): Promise<void>;
}
