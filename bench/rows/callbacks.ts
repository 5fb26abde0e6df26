import { setTimeout as pause } from 'node:timers/promises';
import type { Load } from '../programs/carrier.ts';
import type { BenchDatabase } from '../support/bench.ts';
import { FLOOR_CALLS } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import { startProgram } from '../support/rpc.ts';
import { median, ms, perSecond, spread, times } from '../support/stats.ts';
import { cpuMsOf, withDescendants } from '../support/usage.ts';

const ROUNDS = 3;
const LOAD = { connections: 50, warmUpSeconds: 3, seconds: 4 };

/** A load, and the processor time that a callback of it took. */
interface Measured extends Load {
  readonly processMs: number;
  readonly postgresMs: number;
}

/** The same load on the server and on what it is compared with, each freshly started, in turn. */
export const callbacks: Row = {
  name: 'callbacks',
  what: 'callbacks a second over 50 connections, beside the same application without a database',
  async run(bench, report) {
    const carrier = await bench.carrier();
    const at = { calls: FLOOR_CALLS, serverUrl: bench.serverUrl };
    const yardstick = (file: string) => async (database: BenchDatabase) => {
      await carrier.call('open', at);
      return startProgram(file, {
        PUBLIC_URL: bench.serverUrl,
        DATABASE_URL: database.ownerUrl,
      });
    };
    const variants = {
      server: (database: BenchDatabase) => bench.startServer({ database, calls: FLOOR_CALLS }),
      bare: yardstick('bareServer.ts'),
      prisma: yardstick('prismaServer.ts'),
    };
    const postgres = (await bench.postgres()).pid;
    async function load(pid: number): Promise<Measured> {
      const used = () => [cpuMsOf([pid]), cpuMsOf(withDescendants([postgres]))] as const;
      const loading = carrier.call('load', LOAD);
      await pause(LOAD.warmUpSeconds * 1000);
      const before = used();
      await pause(LOAD.seconds * 1000);
      const after = used();
      const made = await loading;
      const [processMs, postgresMs] = after.map((ms, i) => (ms - before[i]!) / made.answered);
      return { ...made, processMs: processMs!, postgresMs: postgresMs! };
    }
    const loads: Record<keyof typeof variants, Measured[]> = { server: [], bare: [], prisma: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of Object.keys(variants) as (keyof typeof variants)[]) {
        // A copy for each: no callback was seen before, nobody is on hold.
        const database = await bench.database(FLOOR_CALLS);
        const running = await variants[name](database);
        try {
          loads[name].push(await load(running.pid));
        } finally {
          await running.stop();
        }
        await database.drop();
      }

    const all = (name: keyof typeof variants, of: keyof Measured) =>
      loads[name].map((load) => load[of]);
    const ratio = (of: 'perSecond' | 'p99', to: 'bare' | 'prisma') =>
      median(all('server', of).map((value, i) => value / all(to, of)[i]!));
    const compared = (
      of: 'perSecond' | 'p99',
      to: 'bare' | 'prisma',
      limit: Parameters<typeof judged>[1]['limit'],
    ) => {
      const show = of === 'perSecond' ? perSecond : ms;
      report({
        ...judged(`${of === 'p99' ? 'p99' : 'callbacks'}`, {
          value: ratio(of, to),
          show: times,
          limit,
        }),
        value: spread(all('server', of), show),
        yardstick: `${to === 'bare' ? 'bare' : 'one Prisma transaction'} ${spread(all(to, of), show)}`,
        ratio: times(ratio(of, to)),
      });
    };
    compared('perSecond', 'bare', { least: 0.45 });
    compared('p99', 'bare', { most: 2.5 });
    compared('perSecond', 'prisma', { least: 4.5 });
    report({
      what: 'p50',
      value: spread(all('server', 'p50'), ms),
      yardstick: `bare ${spread(all('bare', 'p50'), ms)}, Prisma ${spread(all('prisma', 'p50'), ms)}`,
      target: '',
    });
    // Of this, programs that run beside it change little.
    const processor = (of: 'processMs' | 'postgresMs', name: keyof typeof variants): string =>
      spread(all(name, of), (value) => `${value.toFixed(3)} ms`);
    report({
      what: 'processor time of a callback, server',
      value: processor('processMs', 'server'),
      yardstick: `bare ${processor('processMs', 'bare')}`,
      target: '',
    });
    report({
      what: 'processor time of a callback, PostgreSQL',
      value: processor('postgresMs', 'server'),
      target: '',
    });
    report({
      ...judged('callbacks not answered with 204', {
        value: loads.server.reduce((sum, { refused }) => sum + refused, 0),
        show: String,
        limit: { most: 0 },
      }),
    });
  },
};
