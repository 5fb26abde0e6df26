import { setTimeout as pause } from 'node:timers/promises';
import type { ClaimedMessage, Clock, Log, Outbox } from '../ports/index.ts';
import { batchDelivery } from './batchDelivery.ts';
import type { Handlers } from './handlers.ts';
import type { HoldBack } from './holdBack.ts';
import { createSettlement } from './settlement.ts';
import { byOrg } from './stages.ts';

/**
 * Carries batches to `work`. The messages of a lost batch are claimed again when their lease
 * expires.
 */
export interface Transport {
  start(work: (batch: readonly ClaimedMessage[]) => Promise<void>): Promise<void>;
  /** Resolves when the transport has accepted the batch, not when it is handled. */
  carry(batch: readonly ClaimedMessage[]): Promise<void>;
  /** How many more batches it accepts now. */
  room(): number | Promise<number>;
  stop(): Promise<void>;
}

export interface RelayDeps {
  readonly outbox: Outbox;
  readonly handlers: Handlers;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  readonly holdBack?: HoldBack;
  /** The orgs for which failed messages may be waiting from before this process started. */
  readonly orgIds?: readonly string[];
  readonly leaseMs?: number;
  readonly pollMs?: number;
  /** The maximum number of messages to claim at once. */
  readonly batchSize?: number;
}

export interface Relay {
  /** Claims messages now instead of at the next poll. */
  kick(): void;
  stop(): Promise<void>;
}

/** If there is nothing to deliver, the relay waits up to this many times the poll interval. */
const POLLS_AT_REST = 5;

const HOLD_NOTHING: HoldBack = { held: () => [], gatherMs: () => 0 };

/**
 * Delivers outbox messages to their handlers, at least once each, in batches of one org. Each
 * message is settled by itself: a failed message is retried with back-off; after a CrmProblem
 * `refused` it becomes a dead letter at once.
 *
 * While an org is away, its oldest message is tried every 10 s. When one succeeds, all messages
 * that failed in the meantime are delivered in their order and in batches.
 *
 * This process delivers one batch of an org at a time. Messages that arrive in the meantime wait
 * for the next batch.
 */
export async function startRelay(deps: RelayDeps): Promise<Relay> {
  const {
    outbox,
    transport,
    clock,
    log,
    holdBack = HOLD_NOTHING,
    leaseMs = 120_000,
    pollMs = 1_000,
    batchSize = 2_000,
  } = deps;
  const nowMs = (): number => Date.parse(clock.now());
  const stopping = new AbortController();
  let wake = new AbortController();
  /** The number of batches of each org that this process is delivering. */
  const running = new Map<string, number>();
  /** Until when messages of an org are collected, on the clock of performance.now(). */
  const gatheredAt = new Map<string, number>();
  const settlement = createSettlement({ outbox, clock, log, orgIds: deps.orgIds ?? [] });
  const deliverBatch = batchDelivery({
    outbox,
    handlers: deps.handlers,
    settlement,
    log,
    leaseMs,
    isStopping: () => stopping.signal.aborted,
  });

  async function work(batch: readonly ClaimedMessage[]): Promise<void> {
    const orgId = batch[0]!.orgId;
    running.set(orgId, (running.get(orgId) ?? 0) + 1);
    try {
      await deliverBatch(batch);
    } finally {
      const others = running.get(orgId)! - 1;
      if (others > 0) running.set(orgId, others);
      else running.delete(orgId);
      // Deferred until the transport has removed this batch from its count.
      setImmediate(() => wake.abort());
    }
  }

  /**
   * Claims and hands over messages. Returns how long to wait before the next round, unless woken.
   */
  async function round(): Promise<number> {
    const room = await transport.room();
    if (room <= 0) return pollMs;
    await settlement.probe();
    const messages = await outbox.claim(batchSize, leaseMs, [
      ...[...running.keys(), ...gathering().keys()].map((orgId) => ({ orgId })),
      ...holdBack.held(),
    ]);
    if (messages.length < batchSize)
      for (const { orgId } of messages)
        gatheredAt.set(orgId, performance.now() + holdBack.gatherMs(orgId));
    for (const batch of byOrg(messages).values()) await transport.carry(batch);
    const isAtRest = messages.length === 0 && running.size === 0 && !settlement.isAnyOrgAway();
    return isAtRest ? restMs() : pollMs;
  }

  async function restMs(): Promise<number> {
    const next = await outbox.nextDueAt();
    const longest = pollMs * POLLS_AT_REST;
    return next === undefined ? longest : clamp(Date.parse(next) - nowMs(), pollMs, longest);
  }

  /** The orgs whose messages are being collected, and for how much longer, in milliseconds. */
  function gathering(): Map<string, number> {
    const left = new Map<string, number>();
    for (const [orgId, at] of gatheredAt) {
      const ms = at - performance.now();
      if (ms > 0) left.set(orgId, ms);
      else gatheredAt.delete(orgId);
    }
    return left;
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const restsMs = await round().catch((fault: Error) => {
        log.warn({ fault: fault.message }, 'outbox relay round failed');
        return pollMs;
      });
      await pause(Math.min(restsMs, ...gathering().values()), undefined, {
        signal: AbortSignal.any([wake.signal, stopping.signal]),
      }).catch(() => undefined);
      if (wake.signal.aborted) wake = new AbortController();
    }
  }

  await transport.start(work);
  const looping = loop();
  return {
    kick: () => wake.abort(),
    async stop() {
      stopping.abort();
      await looping;
      await transport.stop();
    },
  };
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);
