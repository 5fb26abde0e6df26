import type { OutboxTopic } from '../domain/outbox/message.ts';
import type { ClaimedMessage, Log, Outbox } from '../ports/index.ts';
import { asError, type DeliveryResult, type Handlers, type TopicHandler } from './handlers.ts';
import { isAway, type Settlement } from './settlement.ts';
import { stagesOf, type Chunk } from './stages.ts';

export interface BatchDeliveryDeps {
  readonly outbox: Pick<Outbox, 'renew'>;
  readonly handlers: Handlers;
  readonly settlement: Pick<Settlement, 'settle'>;
  readonly log: Log;
  readonly leaseMs: number;
  readonly isStopping: () => boolean;
}

/**
 * Delivers the messages of a batch and settles each of them. Renews their leases in the meantime;
 * messages that are not settled at the end can be claimed again at once.
 */
export const batchDelivery =
  (deps: BatchDeliveryDeps) =>
  async (batch: readonly ClaimedMessage[]): Promise<void> => {
    const { handlers, settlement, leaseMs, isStopping } = deps;
    const unsettled = new Set(batch.map(({ messageId }) => messageId));
    const renewing = setInterval(
      () => void renew(deps, [...unsettled], leaseMs),
      Math.max(1, leaseMs / 3),
    );
    let away: DeliveryResult;

    async function deliverAll(chunks: readonly Chunk[]): Promise<void> {
      for (const chunk of chunks) {
        if (isStopping()) return;
        // Once the org is found to be away, the remaining messages would only wait for the same
        // timeout, so they are not tried.
        const results = away ? chunk.messages.map(() => away) : await deliver(handlers, chunk);
        away ??= results.find(isAway);
        for (const { messageId } of chunk.messages) unsettled.delete(messageId);
        await settlement.settle(chunk.messages, results);
      }
    }

    try {
      for (const stage of stagesOf(batch)) await Promise.all(stage.map(deliverAll));
    } finally {
      clearInterval(renewing);
      if (unsettled.size > 0) await renew(deps, [...unsettled], 0);
    }
  };

const renew = (
  { outbox, log }: BatchDeliveryDeps,
  messageIds: readonly string[],
  ms: number,
): Promise<void> =>
  outbox
    .renew(messageIds, ms)
    .catch((fault: Error) =>
      log.warn({ fault: fault.message }, 'lease of outbox messages could not be renewed'),
    );

async function deliver(
  handlers: Handlers,
  { topic, messages }: Chunk,
): Promise<readonly DeliveryResult[]> {
  try {
    // TypeScript cannot infer that the handler and the messages have the same topic.
    const handle = handlers[topic] as TopicHandler<OutboxTopic> | undefined;
    // The message may come from a newer version that runs at the same time.
    if (!handle) throw new Error(`this version does not deliver messages of the topic ${topic}`);
    return await handle(messages);
  } catch (thrown) {
    const problem = asError(thrown);
    return messages.map(() => problem);
  }
}
