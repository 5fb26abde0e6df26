import type { OutboxMessageOf, OutboxTopic } from '../domain/outbox/message.ts';
import type { OutboxClaim } from '../ports/index.ts';

/** The result of delivering a message: the problem, or undefined on success. */
export type DeliveryResult = Error | undefined;

/**
 * Delivers messages of one topic and org, and returns a result for each, in their order. If it
 * throws, none was delivered.
 */
export type TopicHandler<T extends OutboxTopic> = (
  messages: readonly (OutboxMessageOf<T> & OutboxClaim)[],
) => Promise<readonly DeliveryResult[]>;

export type Handlers = { readonly [T in OutboxTopic]: TopicHandler<T> };

/** Makes a handler that delivers messages one after the other. */
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

/** Returns anything that was thrown as an Error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
