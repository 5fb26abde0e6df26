import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../support/bench.ts';
import { FLOOR_CALLS } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import type { Running } from '../support/processes.ts';

const CALLS = 10_000;
const CONSOLES = 1_000;
const OPEN_WITHIN_MS = 60_000;
const SETTLE_MS = 8_000;
const PRELOADED = fileURLToPath(new URL('../programs/heap.mjs', import.meta.url));
const kilobytes = (bytes: number): string =>
  Number.isFinite(bytes) ? `${(bytes / 1024).toFixed(1)} KB` : 'not measured';

/** What the server keeps in memory, after its garbage is collected. */
export const memory: Row = {
  name: 'memory',
  what: 'heap and buffers of the server per live call, and per console',
  async run(bench, report) {
    const empty = await withServer(bench, 0, heapOf);
    const full = await withServer(bench, CALLS, heapOf);
    report(
      judged('per live call of 10,000', {
        value: (full - empty) / CALLS,
        show: kilobytes,
        limit: { most: 6 * 1024 },
      }),
    );
    const [before, after, open] = await withServer(bench, FLOOR_CALLS, async (server) => {
      const consoles = await bench.consoles();
      const who = await bench.supervisors(CONSOLES, FLOOR_CALLS);
      const address = await bench.address();
      await consoles.call('greet', { server: address, userIds: who.userIds });
      const without = await heapOf(server);
      const { completeAtMs } = await consoles.call('open', {
        server: address,
        ...who,
        withinMs: OPEN_WITHIN_MS,
      });
      const open = completeAtMs.length;
      const withConsoles = await heapOf(server);
      await consoles.call('close');
      return [without, withConsoles, open] as const;
    });
    report(
      judged(`per console of ${open}`, {
        value: open === CONSOLES ? (after - before) / open : NaN,
        show: kilobytes,
        limit: {
          most: 30 * 1024,
        },
      }),
    );
  },
};

async function withServer<T>(
  bench: Bench,
  calls: number,
  measure: (server: Running) => Promise<T>,
): Promise<T> {
  const database = await bench.database(calls);
  const nodeArgs = ['--expose-gc', '--import', PRELOADED];
  const server = await bench.startServer({ database, calls, nodeArgs });
  await pause(SETTLE_MS);
  const measured = await measure(server);
  await server.stop();
  await database.drop();
  return measured;
}

async function heapOf({ child }: Running): Promise<number> {
  child.send('heap');
  const [bytes] = (await once(child, 'message')) as [number];
  return bytes;
}
