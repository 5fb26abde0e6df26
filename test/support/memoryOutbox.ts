import type { WriteFault } from '../../server/domain/call/writeFault.ts';
import type { OutboxMessage } from '../../server/domain/outbox/message.ts';
import type { Outbox } from '../../server/ports/index.ts';

type StoredMessage = OutboxMessage & {
  readonly messageId: string;
  attempts: number;
  availableAtMs: number;
  problem?: string;
  fault?: WriteFault | undefined;
  state: 'waiting' | 'done' | 'dead-letter';
  readonly createdAt: string;
};

/** An outbox in memory, with exactly the behavior that its port defines. */
export interface MemoryOutbox extends Outbox {
  /** Adds messages whose keys it does not have. */
  add(outgoing: readonly OutboxMessage[]): void;
}

export function createMemoryOutbox(nowMs: () => number): MemoryOutbox {
  const messages: StoredMessage[] = [];
  const find = (messageId: string): StoredMessage =>
    messages.find((message) => message.messageId === messageId)!;

  return {
    add(outgoing) {
      for (const message of outgoing) {
        if (messages.some((existing) => existing.key === message.key)) continue;
        messages.push({
          ...message,
          messageId: String(messages.length + 1),
          attempts: 0,
          availableAtMs: nowMs(),
          state: 'waiting',
          createdAt: new Date(nowMs()).toISOString(),
        });
      }
    },
    async claim(limit, leaseMs, except = []) {
      const due = messages
        .filter(
          (message) =>
            message.state === 'waiting' &&
            message.availableAtMs <= nowMs() &&
            !except.some(
              ({ orgId, topics }) =>
                orgId === message.orgId && (topics?.includes(message.topic) ?? true),
            ),
        )
        .slice(0, limit);
      return due.map((message) => {
        message.availableAtMs = nowMs() + leaseMs;
        message.attempts += 1;
        message.problem = undefined;
        message.fault = undefined;
        const {
          availableAtMs: _availableAtMs,
          state: _state,
          createdAt: _createdAt,
          problem: _problem,
          fault: _fault,
          ...claimed
        } = message;
        return claimed;
      });
    },
    async nextDueAt() {
      const waiting = messages.filter(({ state }) => state === 'waiting');
      const first = Math.min(...waiting.map(({ availableAtMs }) => availableAtMs));
      return waiting.length > 0 ? new Date(first).toISOString() : undefined;
    },
    async renew(messageIds, leaseMs) {
      for (const id of messageIds)
        if (find(id).state === 'waiting') find(id).availableAtMs = nowMs() + leaseMs;
    },
    async done(messageIds) {
      for (const id of messageIds) find(id).state = 'done';
    },
    async failed(failures) {
      for (const { messageId, error, fault, retryAt } of failures) {
        const message = find(messageId);
        message.problem = error;
        message.fault = fault;
        if (retryAt) message.availableAtMs = Date.parse(retryAt);
        else message.state = 'dead-letter';
      }
    },
    async hurry(orgId) {
      for (const message of messages)
        if (message.orgId === orgId && message.state === 'waiting' && message.problem)
          message.availableAtMs = Math.min(message.availableAtMs, nowMs());
    },
    async probe(orgId) {
      const oldest = messages.find(
        (message) =>
          message.orgId === orgId &&
          message.state === 'waiting' &&
          message.problem &&
          message.availableAtMs > nowMs(),
      );
      if (oldest)
        Object.assign(oldest, {
          availableAtMs: nowMs(),
          attempts: Math.max(0, oldest.attempts - 1),
        });
      return oldest !== undefined;
    },
    async deadLetters(orgId) {
      return messages
        .filter((message) => message.orgId === orgId && message.state === 'dead-letter')
        .map(({ messageId, topic, payload, createdAt, problem = '', fault }) => ({
          messageId,
          topic,
          payload,
          deadLetteredAt: createdAt,
          error: problem,
          ...(fault && { fault }),
        }));
    },
    async retry(orgId, messageId) {
      const message = messages.find(
        (one) => one.orgId === orgId && one.messageId === messageId && one.state === 'dead-letter',
      );
      if (message)
        Object.assign(message, { state: 'waiting', availableAtMs: nowMs(), attempts: 0 });
      return message !== undefined;
    },
    async backlog(orgId) {
      const own = messages.filter((message) => !orgId || message.orgId === orgId);
      const waiting = own.filter((message) => message.state === 'waiting');
      return {
        waiting: waiting.length,
        deadLetters: own.filter((message) => message.state === 'dead-letter').length,
        ...(waiting[0] && { oldestAt: waiting[0].createdAt }),
      };
    },
  };
}
