import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxMessageOf, OutboxTopic } from '../domain/outbox/outbox.ts';
import { CrmProblem, type OutboxClaim, type ClaimedMessage, type Clock, type Log, type Outbox } from '../ports/index.ts';
import { retryDelayMs } from './retryDelays.ts';

export type Handlers = { readonly [T in OutboxTopic]: (message: OutboxMessageOf<T> & OutboxClaim) => Promise<void> };

/** Carries claimed messages to `work`. It may lose some: the lease brings them back. */
export interface Transport {
  start(work: (message: ClaimedMessage) => Promise<void>): Promise<void>;
  /** Resolves once the transport has taken the message over, not when it is done. */
  carry(message: ClaimedMessage): Promise<void>;
  /** How many more it wants to hold right now. */
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
  /** Looks for messages now instead of at the next poll. */
  kick(): void;
  stop(): Promise<void>;
}

/** Moves outbox messages to their handlers, at least once each. The row is the truth, the transport a hint. */
export async function startRelay({ outbox, handlers, transport, clock, log, leaseMs = 120_000, pollMs = 1_000 }: RelayDeps): Promise<Relay> {
  const stopping = new AbortController();
  let wake = new AbortController();
  let moreWait = false;

  async function work(message: ClaimedMessage): Promise<void> {
    try {
      // The handler is the topic's own, which the compiler cannot see through the union.
      const handle = handlers[message.topic] as ((message: ClaimedMessage) => Promise<void>) | undefined;
      // A newer version, started beside this one, may have written it.
      if (!handle) throw new Error(`this version does not deliver messages of the topic ${message.topic}`);
      await handle(message);
      await outbox.done(message.messageId);
    } catch (problem) {
      await putBack(message, problem);
    } finally {
      // Once the transport has noticed that this one is over.
      if (moreWait) setImmediate(() => wake.abort());
    }
  }

  async function putBack(message: ClaimedMessage, problem: unknown): Promise<void> {
    const final = problem instanceof CrmProblem && problem.kind === 'refused';
    const delayMs = final ? undefined : retryDelayMs(message.attempts);
    const retryAt = delayMs === undefined ? undefined : new Date(Date.parse(clock.now()) + delayMs).toISOString();
    const text = problem instanceof Error ? problem.message : String(problem);
    const fields = { key: message.key, attempts: message.attempts, problem: text, retryAt };
    if (retryAt) log.warn(fields, 'a message will be delivered again');
    else log.error(fields, 'a message was dead-lettered: an administrator must act');
    await outbox.failed(message.messageId, text, retryAt).catch((fault: Error) => log.warn({ key: message.key, fault: fault.message }, 'the lease will bring the message back'));
  }

  async function round(): Promise<void> {
    const room = await transport.room();
    const messages = room > 0 ? await outbox.claim(room, leaseMs) : [];
    moreWait = messages.length >= room;
    for (const message of messages) await transport.carry(message);
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      await round().catch((fault: Error) => log.warn({ fault: fault.message }, 'the outbox could not be relayed; trying again'));
      await pause(pollMs, undefined, { signal: AbortSignal.any([wake.signal, stopping.signal]) }).catch(() => undefined);
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
