import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxMessageOf, OutboxTopic } from '../domain/outbox/outbox.ts';
import {
  CrmProblem,
  type OutboxClaim,
  type ClaimedMessage,
  type Clock,
  type Log,
  type Outbox,
} from '../ports/index.ts';
import { retryDelayMs } from './retryDelays.ts';

export type Handlers = {
  readonly [T in OutboxTopic]: (message: OutboxMessageOf<T> & OutboxClaim) => Promise<void>;
};

/**
 * Brings claimed messages to `work`. A lost message is claimed again when its lease has expired.
 */
export interface Transport {
  start(work: (message: ClaimedMessage) => Promise<void>): Promise<void>;
  /** Resolves when the transport has accepted the message, not when it is handled. */
  carry(message: ClaimedMessage): Promise<void>;
  /** How many more messages it accepts now. */
  room(): number | Promise<number>;
  stop(): Promise<void>;
}

export interface RelayDeps {
  readonly outbox: Outbox;
  readonly handlers: Handlers;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

export interface Relay {
  /** Claims messages now instead of at the next poll. */
  kick(): void;
  stop(): Promise<void>;
}

/**
 * Delivers outbox messages to their handlers, at least once each. A failed message is retried with
 * back-off; a CrmProblem `refused` is dead-lettered at once.
 */
export async function startRelay({
  outbox,
  handlers,
  transport,
  clock,
  log,
  leaseMs = 120_000,
  pollMs = 1_000,
}: RelayDeps): Promise<Relay> {
  const stopping = new AbortController();
  let wake = new AbortController();
  let hasMore = false;

  async function work(message: ClaimedMessage): Promise<void> {
    try {
      // The compiler cannot see that the handler has the topic of the message.
      const handle = handlers[message.topic] as
        ((message: ClaimedMessage) => Promise<void>) | undefined;
      // A newer version, started beside this one, may have written it.
      if (!handle)
        throw new Error(`this version does not deliver messages of the topic ${message.topic}`);
      await handle(message);
      await outbox.done(message.messageId);
    } catch (error) {
      await handleFailure(message, error);
    } finally {
      // Deferred until the transport has removed this message from its count.
      if (hasMore) setImmediate(() => wake.abort());
    }
  }

  async function handleFailure(message: ClaimedMessage, error: unknown): Promise<void> {
    const isFinal = error instanceof CrmProblem && error.kind === 'refused';
    const delayMs = isFinal ? undefined : retryDelayMs(message.attempts);
    const retryAt =
      delayMs === undefined ? undefined : new Date(Date.parse(clock.now()) + delayMs).toISOString();
    const text = error instanceof Error ? error.message : String(error);
    const fields = { key: message.key, attempts: message.attempts, problem: text, retryAt };
    if (retryAt) log.warn(fields, 'outbox message failed; retry scheduled');
    else log.error(fields, 'outbox message dead-lettered');
    await outbox
      .failed(message.messageId, text, retryAt)
      .catch((fault: Error) =>
        log.warn(
          { key: message.key, fault: fault.message },
          'outbox message failure could not be saved; retried after its lease',
        ),
      );
  }

  async function round(): Promise<void> {
    const room = await transport.room();
    const messages = room > 0 ? await outbox.claim(room, leaseMs) : [];
    hasMore = messages.length >= room;
    for (const message of messages) await transport.carry(message);
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await round().catch((fault: Error) =>
        log.warn({ fault: fault.message }, 'outbox relay round failed'),
      );
      await pause(pollMs, undefined, {
        signal: AbortSignal.any([wake.signal, stopping.signal]),
      }).catch(() => undefined);
      if (wake.signal.aborted) wake = new AbortController();
    }
  }

  await transport.start(work);
  const running = loop();
  return {
    kick: () => wake.abort(),
    async stop() {
      stopping.abort();
      await running;
      await transport.stop();
    },
  };
}
