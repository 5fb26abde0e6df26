import type { ClaimedMessage } from '../ports/index.ts';
import type { Transport } from './relay.ts';

/** Handles messages in this process, up to `concurrency` at a time. */
export function inProcessTransport(concurrency = 5): Transport {
  const running = new Set<Promise<void>>();
  let work: (message: ClaimedMessage) => Promise<void> = async () => undefined;
  return {
    async start(worker) {
      work = worker;
    },
    async carry(message) {
      const job: Promise<void> = work(message).finally(() => running.delete(job));
      running.add(job);
    },
    room: () => concurrency - running.size,
    async stop() {
      await Promise.all(running);
    },
  };
}
