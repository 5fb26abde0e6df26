import { setTimeout as pause } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { ClaimedMessage, Log } from '../ports/index.ts';
import type { Transport } from './relay.ts';

const QUEUE = 'dealside-outbox';
/** Enough to keep all workers busy, few enough that each is worked long before its lease ends. */
const MOST_WAITING = 50;
/** How long stopping waits for messages in work. */
const PATIENCE_MS = 3_000;

/** Spreads messages over all workers through Redis. What Redis forgets, the outbox's lease brings back. */
export function redisTransport(redisUrl: string, log: Log, concurrency = 5): Transport {
  // While Redis is away, adding fails at once instead of holding the relay: the rows wait in the outbox.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  const queue = new Queue<ClaimedMessage>(QUEUE, { connection });
  const unwell = (fault: Error) => log.warn({ fault: fault.message }, 'the queue is unwell');
  connection.on('error', unwell);
  queue.on('error', unwell);
  let worker: Worker<ClaimedMessage> | undefined;
  return {
    async start(work) {
      worker = new Worker<ClaimedMessage>(QUEUE, (job) => work(job.data), { connection: { url: redisUrl, maxRetriesPerRequest: null }, concurrency });
      worker.on('error', unwell);
    },
    async carry(message) {
      // A repeated claim is a new job; the same claim is never added twice.
      const jobId = `${message.messageId}-${message.attempts}`;
      await queue.add(message.topic, message, { jobId, removeOnComplete: true, removeOnFail: true });
    },
    async room() {
      if (connection.status !== 'ready') throw new Error('Redis is away');
      return MOST_WAITING - (await queue.getWaitingCount());
    },
    async stop() {
      // Without Redis a polite goodbye would wait for its return; the lease covers what is left undone.
      const isAway = connection.status !== 'ready';
      await Promise.race([worker?.close(isAway), pause(PATIENCE_MS, undefined, { ref: false })]);
      await queue.close();
      connection.disconnect();
    },
  };
}
