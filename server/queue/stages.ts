import type { OutboxTopic } from '../domain/outbox/outbox.ts';
import type { ClaimedMessage } from '../ports/index.ts';

/**
 * How many messages of a topic go to its handler at once, by stage. What an earlier stage writes is
 * there for the later ones: notifications and help records lead to the record of an intervention.
 * What was handled is settled before the next follow, so a process that dies repeats that much.
 */
const STAGES: readonly Partial<Record<OutboxTopic, number>>[] = [
  { 'crm.intervention': 300 },
  { 'crm.notification': 200, 'crm.help': 200, 'crm.acknowledgement': 200, 'crm.checkpoint': 20 },
];

/** Messages of one topic that are handled together. */
export interface Chunk {
  readonly topic: OutboxTopic;
  readonly messages: readonly ClaimedMessage[];
}

/**
 * The chunks of a batch: stages one after the other, the topics of a stage at the same time, the
 * chunks of a topic one after the other. A topic that this version does not know comes last.
 */
export function stagesOf(batch: readonly ClaimedMessage[]): Chunk[][][] {
  const known = STAGES.map((sizes) =>
    (Object.entries(sizes) as [OutboxTopic, number][]).map(([topic, size]) =>
      chunksOf(
        topic,
        batch.filter((message) => message.topic === topic),
        size,
      ),
    ),
  );
  const topics = new Set(STAGES.flatMap((sizes) => Object.keys(sizes)));
  const unknown = batch.filter(({ topic }) => !topics.has(topic));
  return [...known, unknown.map((message) => chunksOf(message.topic, [message], 1))];
}

const chunksOf = (topic: OutboxTopic, messages: readonly ClaimedMessage[], size: number): Chunk[] =>
  Array.from({ length: Math.ceil(messages.length / size) }, (_, n) => ({
    topic,
    messages: messages.slice(n * size, (n + 1) * size),
  }));

/** The batches of a claim: the messages of each org, in their order. */
export function byOrg(messages: readonly ClaimedMessage[]): Map<string, ClaimedMessage[]> {
  return Map.groupBy(messages, ({ orgId }) => orgId);
}
