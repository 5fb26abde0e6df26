import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxTopic } from '../domain/outbox/message.ts';
import {
  CrmProblem,
  type ClaimedMessage,
  type Clock,
  type FailedMessage,
  type Log,
  type Outbox,
} from '../ports/index.ts';
import { asError, type DeliveryResult, type Handlers, type TopicHandler } from './handlers.ts';
import type { HoldBack } from './holdBack.ts';
import { AWAY_RETRY_MS, retryDelayMs } from './retryDelays.ts';
import { byOrg, stagesOf, type Chunk } from './stages.ts';

/** Brings batches to `work`. The messages of a lost one are claimed again after their lease. */
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
  /** The orgs whose messages may have failed before this process began. */
  readonly orgIds?: readonly string[];
  readonly leaseMs?: number;
  readonly pollMs?: number;
  /** The most messages that are claimed at once. */
  readonly batchSize?: number;
}

export interface Relay {
  /** Claims messages now instead of at the next poll. */
  kick(): void;
  stop(): Promise<void>;
}

const isAway = (problem: DeliveryResult): boolean =>
  problem instanceof CrmProblem && problem.isAway;

/** So many times longer than usual the relay rests when there is nothing to deliver. */
const POLLS_AT_REST = 5;

/** How often one message asks an org that is away whether it is back; sooner the first time. */
const PROBE_MS = 10_000;
const FIRST_PROBE_MS = 1_000;

const HOLD_NOTHING: HoldBack = { held: () => [], gatherMs: () => 0 };

/**
 * Delivers outbox messages to their handlers, at least once each, in batches of one org; each
 * message is settled by itself. A failed message is retried with back-off; a CrmProblem `refused`
 * is dead-lettered at once. While an org is away its oldest message asks every 10 s whether it is
 * back; once it is, all that failed meanwhile go, in their order and in batches as ever. One batch
 * of an org at a time goes through this process, and messages that come meanwhile gather for the
 * next.
 */
export async function startRelay({
  outbox,
  handlers,
  transport,
  clock,
  log,
  holdBack = HOLD_NOTHING,
  orgIds = [],
  leaseMs = 120_000,
  pollMs = 1_000,
  batchSize = 2_000,
}: RelayDeps): Promise<Relay> {
  const nowMs = (): number => Date.parse(clock.now());
  const stopping = new AbortController();
  let wake = new AbortController();
  /** How many batches of an org are under way here. */
  const running = new Map<string, number>();
  /** When the messages of an org have gathered long enough, by performance.now(). */
  const gatheredAt = new Map<string, number>();
  /** When an org that is away is asked next, in epoch ms. */
  const orgsAway = new Map<string, number>(orgIds.map((orgId) => [orgId, nowMs()]));

  async function work(batch: readonly ClaimedMessage[]): Promise<void> {
    const orgId = batch[0]!.orgId;
    running.set(orgId, (running.get(orgId) ?? 0) + 1);
    const unsettled = new Set(batch.map(({ messageId }) => messageId));
    const renewing = setInterval(
      () => void renew([...unsettled], leaseMs),
      Math.max(1, leaseMs / 3),
    );
    let away: DeliveryResult;

    async function deliverAll(chunks: readonly Chunk[]): Promise<void> {
      for (const chunk of chunks) {
        if (stopping.signal.aborted) return;
        // What would only wait for the same timeout again is not tried.
        const results = away ? chunk.messages.map(() => away) : await deliver(chunk);
        away ??= results.find(isAway);
        for (const { messageId } of chunk.messages) unsettled.delete(messageId);
        await settle(chunk.messages, results);
      }
    }

    try {
      for (const stage of stagesOf(batch)) await Promise.all(stage.map(deliverAll));
    } finally {
      clearInterval(renewing);
      if (unsettled.size > 0) await renew([...unsettled], 0);
      const others = running.get(orgId)! - 1;
      if (others > 0) running.set(orgId, others);
      else running.delete(orgId);
      // Deferred until the transport has removed this batch from its count.
      setImmediate(() => wake.abort());
    }
  }

  const renew = (messageIds: readonly string[], ms: number): Promise<void> =>
    outbox
      .renew(messageIds, ms)
      .catch((fault: Error) =>
        log.warn({ fault: fault.message }, 'lease of outbox messages could not be renewed'),
      );

  async function deliver({ topic, messages }: Chunk): Promise<readonly DeliveryResult[]> {
    try {
      // The compiler cannot see that the handler has the topic of the messages.
      const handle = handlers[topic] as TopicHandler<OutboxTopic> | undefined;
      // A newer version, started beside this one, may have written it.
      if (!handle) throw new Error(`this version does not deliver messages of the topic ${topic}`);
      return await handle(messages);
    } catch (thrown) {
      const problem = asError(thrown);
      return messages.map(() => problem);
    }
  }

  async function settle(
    messages: readonly ClaimedMessage[],
    results: readonly DeliveryResult[],
  ): Promise<void> {
    const done = messages.filter((_message, n) => !results[n]);
    const failures = messages.flatMap((message, n) => {
      const problem = results[n];
      return problem ? [failureOf(message, problem)] : [];
    });
    try {
      if (done.length > 0) await outbox.done(done.map(({ messageId }) => messageId));
      if (failures.length > 0) await outbox.failed(failures);
      await noteReturn(messages[0]!.orgId, results);
    } catch (fault) {
      log.warn(
        { count: messages.length, fault: asError(fault).message },
        'outbox messages could not be settled; delivered again after their lease',
      );
    }
  }

  function failureOf(message: ClaimedMessage, problem: Error): FailedMessage {
    const isFinal = problem instanceof CrmProblem && problem.kind === 'refused';
    const delayMs = isFinal
      ? undefined
      : isAway(problem)
        ? AWAY_RETRY_MS
        : retryDelayMs(message.attempts);
    const retryAt = delayMs === undefined ? undefined : new Date(nowMs() + delayMs).toISOString();
    const { key, attempts, messageId } = message;
    const fields = { key, attempts, problem: problem.message, retryAt };
    if (retryAt) log.warn(fields, 'outbox message failed; retry scheduled');
    else log.error(fields, 'outbox message dead-lettered');
    return { messageId, error: problem.message, retryAt };
  }

  /** When an org that was away takes messages again, those that failed meanwhile are due at once. */
  async function noteReturn(orgId: string, results: readonly DeliveryResult[]): Promise<void> {
    if (results.some(isAway)) orgsAway.set(orgId, orgsAway.get(orgId) ?? nowMs() + FIRST_PROBE_MS);
    else if (results.includes(undefined) && orgsAway.delete(orgId)) {
      await outbox.hurry(orgId);
      log.info({ orgId }, 'CRM takes messages: those that failed before are due now');
    }
  }

  async function probe(): Promise<void> {
    for (const [orgId, at] of orgsAway) {
      if (at > nowMs()) continue;
      if (await outbox.probe(orgId)) orgsAway.set(orgId, nowMs() + PROBE_MS);
      else orgsAway.delete(orgId);
    }
  }

  /** Returns how long the next one can wait, if nobody wakes it. */
  async function round(): Promise<number> {
    const room = await transport.room();
    if (room <= 0) return pollMs;
    await probe();
    const messages = await outbox.claim(batchSize, leaseMs, [
      ...[...running.keys(), ...gathering().keys()].map((orgId) => ({ orgId })),
      ...holdBack.held(),
    ]);
    if (messages.length < batchSize)
      for (const { orgId } of messages)
        gatheredAt.set(orgId, performance.now() + holdBack.gatherMs(orgId));
    for (const batch of byOrg(messages).values()) await transport.carry(batch);
    const isAtRest = messages.length === 0 && running.size === 0 && orgsAway.size === 0;
    return isAtRest ? restMs() : pollMs;
  }

  async function restMs(): Promise<number> {
    const next = await outbox.nextDueAt();
    const longest = pollMs * POLLS_AT_REST;
    return next === undefined ? longest : clamp(Date.parse(next) - nowMs(), pollMs, longest);
  }

  /** The orgs whose messages gather, and for how long still, in milliseconds. */
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
