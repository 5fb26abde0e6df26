import { Queue, Worker } from 'bullmq';
import type { ClaimedMessage, Log } from '../ports.ts';
import type { Transport } from './relay.ts';

const QUEUE = 'dealside-outbox';

/** Spreads messages over all workers through Redis. What Redis forgets, the outbox's lease brings back. */
export function redisTransport(redisUrl: string, log: Log, concurrency = 5): Transport {
  const connection = { url: redisUrl, maxRetriesPerRequest: null };
  const queue = new Queue<ClaimedMessage>(QUEUE, { connection });
  const unwell = (fault: Error) => log.warn({ fault: fault.message }, 'the queue is unwell');
  queue.on('error', unwell);
  let worker: Worker<ClaimedMessage> | undefined;
  return {
    async start(work) {
      worker = new Worker<ClaimedMessage>(QUEUE, (job) => work(job.data), { connection, concurrency });
      worker.on('error', unwell);
    },
    async carry(message) {
      // A repeated claim is a new job; the same claim is never added twice.
      const jobId = `${message.messageId}-${message.attempts}`;
      await queue.add(message.topic, message, { jobId, removeOnComplete: true, removeOnFail: true });
    },
    room: () => 50,
    async stop() {
      await worker?.close();
      await queue.close();
    },
  };
}
