import { setTimeout as pause } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { ClaimedMessage, Log } from '../ports/index.ts';
import type { Transport } from './relay.ts';

/** Of a name of its own: a version before batches, still running, cannot read them. */
const QUEUE = 'dealside-outbox-batches';
/** Keeps all workers busy, and is small enough that each job starts well within its lease. */
const MAX_WAITING = 10;
/** How long `stop` waits for running jobs. */
const STOP_LIMIT_MS = 3_000;

/**
 * Distributes batches to all workers by a BullMQ queue in Redis. If Redis loses one, the outbox
 * delivers its messages again after their lease.
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
      // One job per claim: BullMQ ignores a job whose id exists.
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
      // Without Redis a graceful close would wait for the reconnection; the lease covers unfinished
      // jobs.
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
