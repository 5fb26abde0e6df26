import { freePort } from '../../test/support/freePort.ts';
import { FLOOR_CALLS } from '../support/floor.ts';
import { startHaproxy } from '../support/haproxy.ts';
import { judged, type Row } from '../support/measures.ts';
import { limitCpu } from '../support/quota.ts';
import { median, perSecond, spread, times } from '../support/stats.ts';

const ROUNDS = 3;
const LOAD = { connections: 50, warmUpSeconds: 3, seconds: 5 };
/** So little that the database, the balancer and the load have their share of two cores left. */
const CORES_EACH = 0.2;

/**
 * The same load on one server and on two, behind HAProxy. Each server gets the same share of a core
 * and no more, so that what is compared is two such machines with one.
 */
export const instances: Row = {
  name: 'instances',
  what: `callbacks a second of two servers beside one, each with ${CORES_EACH} of a core, behind HAProxy`,
  async run(bench, report) {
    const carrier = await bench.carrier();
    const measure = async (count: number): Promise<{ perSecond: number; refused: number }> => {
      const database = await bench.database(FLOOR_CALLS);
      const ports = await Promise.all(Array.from({ length: count }, () => freePort()));
      const haproxy = await startHaproxy(Number(new URL(bench.serverUrl).port), ports);
      const running = await Promise.all(
        ports.map((port) => bench.startServer({ database, calls: FLOOR_CALLS, port })),
      );
      const quotas = running.map(({ pid }) => limitCpu(pid, CORES_EACH));
      try {
        return await carrier.call('load', LOAD);
      } finally {
        for (const { pid } of running) process.kill(pid, 'SIGKILL');
        await Promise.all(running.map((server) => server.stop()));
        await Promise.all(quotas.map((quota) => quota.remove()));
        await haproxy.stop();
        await database.drop();
      }
    };
    const rounds: Record<'one' | 'two', number[]> = { one: [], two: [] };
    let refused = 0;
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [name, count] of [
        ['one', 1],
        ['two', 2],
      ] as const) {
        const load = await measure(count);
        rounds[name].push(load.perSecond);
        refused += load.refused;
      }
    const ratio = median(rounds.two.map((value, i) => value / rounds.one[i]!));
    report({
      ...judged('callbacks', { value: ratio, show: times, limit: { least: 1.7 } }),
      value: spread(rounds.two, perSecond),
      yardstick: `one server ${spread(rounds.one, perSecond)}`,
      ratio: times(ratio),
    });
    report(
      judged('callbacks not answered with 204', {
        value: refused,
        show: String,
        limit: { most: 0 },
      }),
    );
  },
};
