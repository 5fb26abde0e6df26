import { setTimeout as pause } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { ClaimedMessage, Log } from '../ports/index.ts';
import type { Transport } from './relay.ts';

/**
 * A new name, because workers of a version from before batches may still run and cannot read
 * batches.
 */
const QUEUE = 'dealside-outbox-batches';
/**
 * Enough to keep all workers busy, and small enough that each job starts well before its lease
 * expires.
 */
const MAX_WAITING = 10;
/** How long `stop` waits for running jobs. */
const STOP_LIMIT_MS = 3_000;

/**
 * Distributes batches to all workers through a BullMQ queue in Redis. If Redis loses a batch, its
 * messages are delivered again when their lease expires.
 */
export function redisTransport(redisUrl: string, log: Log, concurrency = 5): Transport {
  // While Redis is unavailable, adding fails at once and the messages wait in the outbox.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  const queue = new Queue<readonly ClaimedMessage[]>(QUEUE, { connection });
  const logError = (error: Error) => log.warn({ fault: error.message }, 'Redis queue error');
  connection.on('error', logError);
  queue.on('error', logError);
  let worker: Worker<readonly ClaimedMessage[]> | undefined;
  return {
    async start(work) {
      worker = new Worker<readonly ClaimedMessage[]>(QUEUE, (job) => work(job.data), {
        connection: { url: redisUrl, maxRetriesPerRequest: null },
        concurrency,
      });
      worker.on('error', logError);
    },
    async carry(batch) {
      // The job's id names the claim, because BullMQ ignores a job whose id already exists.
      const { messageId, attempts, orgId } = batch[0]!;
      const jobId = `${messageId}-${attempts}`;
      await queue.add(orgId, batch, {
        jobId,
        removeOnComplete: true,
        removeOnFail: true,
      });
    },
    async room() {
      if (connection.status !== 'ready') throw new Error('Redis is not connected');
      return MAX_WAITING - (await queue.getWaitingCount());
    },
    async stop() {
      // Without Redis, a graceful close would wait for the reconnection. Unfinished jobs are
      // repeated when their lease expires.
      const isDisconnected = connection.status !== 'ready';
      await Promise.race([
        worker?.close(isDisconnected),
        pause(STOP_LIMIT_MS, undefined, { ref: false }),
      ]);
      await queue.close();
      connection.disconnect();
    },
  };
}
