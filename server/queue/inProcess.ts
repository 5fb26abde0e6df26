import type { ClaimedMessage } from '../ports/index.ts';
import type { Transport } from './relay.ts';

/** Handles batches in this process, up to `concurrency` at a time. */
export function inProcessTransport(concurrency = 5): Transport {
  const running = new Set<Promise<void>>();
  let work: (batch: readonly ClaimedMessage[]) => Promise<void> = async () => undefined;
  return {
    async start(worker) {
      work = worker;
    },
    async carry(batch) {
      const job: Promise<void> = work(batch).finally(() => running.delete(job));
      running.add(job);
    },
    room: () => concurrency - running.size,
    async stop() {
      await Promise.all(running);
    },
  };
}
