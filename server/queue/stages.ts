import type { OutboxTopic } from '../domain/outbox/message.ts';
import type { ClaimedMessage } from '../ports/index.ts';

/**
 * The stage of a batch in which a topic is delivered, and how many of its messages the handler gets
 * at once. Later stages need what earlier ones write: notifications and help records refer to the
 * record of an intervention. A chunk is settled before the next one is delivered, so a process that
 * dies repeats at most one chunk per topic.
 */
const DELIVERY: Record<OutboxTopic, { readonly stage: number; readonly size: number }> = {
  'crm.intervention': { stage: 0, size: 300 },
  'crm.call': { stage: 0, size: 300 },
  'crm.missedCall': { stage: 0, size: 200 },
  'crm.missedCallNotification': { stage: 1, size: 200 },
  'crm.notification': { stage: 1, size: 200 },
  'crm.debriefRecord': { stage: 1, size: 50 },
  'crm.debriefNotification': { stage: 1, size: 50 },
  'crm.debriefEvent': { stage: 0, size: 50 },
  'crm.coachingRatings': { stage: 1, size: 50 },
  'crm.trainingNotification': { stage: 1, size: 20 },
  'crm.jointCallEvent': { stage: 0, size: 50 },
  'crm.jointCallNotification': { stage: 0, size: 50 },
  'crm.followNotification': { stage: 0, size: 50 },
  'crm.help': { stage: 1, size: 200 },
  'crm.helpNotification': { stage: 0, size: 50 },
  'crm.summonsNotification': { stage: 0, size: 50 },
  'carrier.helpCall': { stage: 0, size: 50 },
  'carrier.summonsCall': { stage: 0, size: 50 },
  'crm.acknowledgement': { stage: 1, size: 200 },
  'crm.callDay': { stage: 1, size: 200 },
  'crm.checkpoint': { stage: 1, size: 20 },
};
/** For a topic that this version does not know. */
const UNKNOWN = { stage: 2, size: 1 };
const STAGES = [0, 1, UNKNOWN.stage];

/** Messages of one topic that are handled together. */
export interface Chunk {
  readonly topic: OutboxTopic;
  readonly messages: readonly ClaimedMessage[];
}

/**
 * Splits a batch into chunks. The stages are delivered one after the other, the topics of a stage
 * concurrently, and the chunks of a topic one after the other.
 */
export function stagesOf(batch: readonly ClaimedMessage[]): Chunk[][][] {
  const topics = [...Map.groupBy(batch, ({ topic }) => topic)].map(([topic, messages]) => ({
    topic,
    messages,
    ...(DELIVERY[topic] ?? UNKNOWN),
  }));
  return STAGES.map((stage) =>
    topics
      .filter((one) => one.stage === stage)
      .map(({ topic, messages, size }) => chunksOf(topic, messages, size)),
  );
}

const chunksOf = (topic: OutboxTopic, messages: readonly ClaimedMessage[], size: number): Chunk[] =>
  Array.from({ length: Math.ceil(messages.length / size) }, (_, n) => ({
    topic,
    messages: messages.slice(n * size, (n + 1) * size),
  }));

/** Splits claimed messages into batches: the messages of each org, in their order. */
export function byOrg(messages: readonly ClaimedMessage[]): Map<string, ClaimedMessage[]> {
  return Map.groupBy(messages, ({ orgId }) => orgId);
}
