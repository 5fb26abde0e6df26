import type { WriteFault } from '../../domain/call/writeFault.ts';
import type { OutboxMessage, OutboxTopic } from '../../domain/outbox/message.ts';

/**
 * Messages for other systems: claimed under a lease, done once the handler has succeeded. Source:
 * PostgreSQL.
 */
export interface Outbox {
  /**
   * The oldest messages that are due, at most `limit` and none of `except`; nobody else gets them
   * before the lease runs out.
   */
  claim(
    limit: number,
    leaseMs: number,
    except?: readonly ExceptedMessages[],
  ): Promise<ClaimedMessage[]>;
  /** When the first message is due that waits, perhaps claimed, ISO 8601; undefined where none waits. */
  nextDueAt(): Promise<string | undefined>;
  /** Extends the lease of claimed messages, from now on; 0 gives them back. */
  renew(messageIds: readonly string[], leaseMs: number): Promise<void>;
  done(messageIds: readonly string[]): Promise<void>;
  failed(failures: readonly FailedMessage[]): Promise<void>;
  /** Makes due now what waits for its time after a failure. */
  hurry(orgId: string): Promise<void>;
  /**
   * Makes due now the oldest message of an org that waits for its time after a failure; the attempt
   * does not count. Returns false when none waits.
   */
  probe(orgId: string): Promise<boolean>;
  /** The dead letters of an org, oldest first, at most 200. */
  deadLetters(orgId: string): Promise<DeadLetterMessage[]>;
  /** Delivers a dead letter again, counting attempts from 0. Returns false if it does not exist. */
  retry(orgId: string, messageId: string): Promise<boolean>;
  /**
   * How many messages wait, how many are dead letters, and since when the oldest waits; of one org,
   * or of all.
   */
  backlog(orgId?: string): Promise<{ waiting: number; deadLetters: number; oldestAt?: string }>;
}

/** Messages that are not claimed: all of an org, or those of some topics. */
export interface ExceptedMessages {
  readonly orgId: string;
  readonly topics?: readonly OutboxTopic[];
}

/** A message whose delivery failed. Without `retryAt`, it becomes a dead letter. */
export interface FailedMessage {
  readonly messageId: string;
  /** For the log; an administrator is told the fault. */
  readonly error: string;
  readonly fault?: WriteFault | undefined;
  readonly retryAt: string | undefined;
}

export interface DeadLetterMessage {
  readonly messageId: string;
  readonly topic: OutboxMessage['topic'];
  readonly payload: OutboxMessage['payload'];
  readonly deadLetteredAt: string;
  readonly error: string;
  /** Undefined of one that a former version wrote. */
  readonly fault?: WriteFault;
}

export type ClaimedMessage = OutboxMessage & OutboxClaim;

export interface OutboxClaim {
  readonly messageId: string;
  readonly attempts: number;
}
