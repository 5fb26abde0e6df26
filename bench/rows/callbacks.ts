import type { BenchDatabase } from '../support/bench.ts';
import { FLOOR_CALLS } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import { startProgram } from '../support/rpc.ts';
import { median, ms, perSecond, spread, times } from '../support/stats.ts';
import type { Load } from '../programs/carrier.ts';

const ROUNDS = 3;
const LOAD = { connections: 50, warmUpSeconds: 3, seconds: 4 };

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
    const loads: Record<keyof typeof variants, Load[]> = { server: [], bare: [], prisma: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of Object.keys(variants) as (keyof typeof variants)[]) {
        // A copy for each: no callback was seen before, nobody is on hold.
        const database = await bench.database(FLOOR_CALLS);
        const running = await variants[name](database);
        try {
          loads[name].push(await carrier.call('load', LOAD));
        } finally {
          await running.stop();
        }
        await database.drop();
      }

    const all = (name: keyof typeof variants, of: 'perSecond' | 'p50' | 'p99') =>
      loads[name].map((load) => load[of]);
    const ratio = (of: 'perSecond' | 'p99', to: 'bare' | 'prisma') =>
      median(all('server', of).map((value, i) => value / all(to, of)[i]!));
    const compared = (
      of: 'perSecond' | 'p99',
      to: 'bare' | 'prisma',
      limit: Parameters<typeof judged>[3],
    ) => {
      const show = of === 'perSecond' ? perSecond : ms;
      report({
        ...judged(`${of === 'p99' ? 'p99' : 'callbacks'}`, ratio(of, to), times, limit),
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
    report({
      ...judged(
        'callbacks not answered with 204',
        loads.server.reduce((sum, { refused }) => sum + refused, 0),
        String,
        { most: 0 },
      ),
    });
  },
};
