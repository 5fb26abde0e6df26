import type { OutboxMessageOf, OutboxTopic } from '../domain/outbox/message.ts';
import type { OutboxClaim } from '../ports/index.ts';

/** How the delivery of a message went: the problem, or undefined when it succeeded. */
export type DeliveryResult = Error | undefined;

/**
 * Delivers messages of one topic and org, and answers with a result for each, in their order. When
 * it throws, none is delivered.
 */
export type TopicHandler<T extends OutboxTopic> = (
  messages: readonly (OutboxMessageOf<T> & OutboxClaim)[],
) => Promise<readonly DeliveryResult[]>;

export type Handlers = { readonly [T in OutboxTopic]: TopicHandler<T> };

/** A handler that delivers messages one after the other. */
export const oneByOne =
  <T extends OutboxTopic>(
    deliver: (message: OutboxMessageOf<T> & OutboxClaim) => Promise<void>,
  ): TopicHandler<T> =>
  async (messages) => {
    const results: DeliveryResult[] = [];
    for (const message of messages)
      results.push(await deliver(message).then(() => undefined, asError));
    return results;
  };

/** Whatever was thrown, as an Error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
