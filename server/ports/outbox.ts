import type { OutboxMessage } from '../domain/outbox/outbox.ts';

/**
 * Messages for other systems: claimed under a lease, done once the handler has succeeded. Source:
 * PostgreSQL.
 */
export interface Outbox {
  /**
   * The oldest messages that are due, at most `limit`; nobody else gets them before the lease runs
   * out.
   */
  claim(limit: number, leaseMs: number): Promise<ClaimedMessage[]>;
  done(messageId: string): Promise<void>;
  /** Puts the message back until `retryAt`; without it, the message becomes a dead letter. */
  failed(messageId: string, error: string, retryAt: string | undefined): Promise<void>;
  /** The dead letters of an org, oldest first, at most 200. */
  deadLetters(orgId: string): Promise<DeadLetterMessage[]>;
  /** Delivers a dead letter again, counting attempts from 0. Returns false when there is none. */
  retry(orgId: string, messageId: string): Promise<boolean>;
  /** How many messages wait, how many are dead letters, and since when the oldest waits. */
  backlog(): Promise<{ waiting: number; deadLetters: number; oldestAt?: string }>;
}

export interface DeadLetterMessage {
  readonly messageId: string;
  readonly topic: OutboxMessage['topic'];
  readonly payload: OutboxMessage['payload'];
  readonly deadLetteredAt: string;
  /** The error, and what to do about it. */
  readonly problem: string;
}

export type ClaimedMessage = OutboxMessage & OutboxClaim;

export interface OutboxClaim {
  readonly messageId: string;
  readonly attempts: number;
}
