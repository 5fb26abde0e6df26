import { setTimeout as pause } from 'node:timers/promises';
import { watchDisk } from '../support/disk.ts';
import { FLOOR_CALLS, supervisorConnection } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import { ms, percentile } from '../support/stats.ts';
import { cpuMsOf, withDescendants } from '../support/usage.ts';

interface Rate {
  readonly perSecond: number;
  readonly seconds: number;
  /** Undefined where no target is set. */
  readonly p99Ms?: number;
  /** Whether callbacks come over 50 connections meanwhile, each as soon as the one before is answered. */
  readonly isFlooded?: boolean;
}
const RATES: readonly Rate[] = [
  { perSecond: 20, seconds: 15, p99Ms: 25 },
  { perSecond: 100, seconds: 8, p99Ms: 60 },
  { perSecond: 20, seconds: 10, isFlooded: true },
];
const FLOOD = { connections: 50, warmUpSeconds: 2 };
const CONFIRMS_AFTER_MS = 40;
const WARM_UP = { perSecond: 20, seconds: 3 };

/** From the click for another mode until the request has reached the carrier. */
export const click: Row = {
  name: 'click',
  what: 'a click for whisper or monitor until the carrier has the request',
  async run(bench, report) {
    const database = await bench.database(FLOOR_CALLS);
    const server = await bench.startServer({
      database,
      calls: FLOOR_CALLS,
      confirmsAfterMs: CONFIRMS_AFTER_MS,
    });
    const [carrier, consoles] = [await bench.carrier(), await bench.consoles()];
    const [address, on] = [await bench.address(), await bench.interventions(FLOOR_CALLS)];
    await consoles.call('greet', { server: address, userIds: on.map(({ userId }) => userId) });
    let fromTurn = 0;
    const clicks = async ({ perSecond, seconds }: { perSecond: number; seconds: number }) => {
      const made = await consoles.call('click', {
        server: address,
        on,
        perSecond,
        seconds,
        fromTurn,
      });
      fromTurn += made.length;
      await pause(300);
      return { made, asked: await carrier.call('asked') };
    };
    await clicks(WARM_UP);
    for (const { perSecond, seconds, p99Ms, isFlooded } of RATES) {
      const flood = isFlooded && carrier.call('load', { ...FLOOD, seconds });
      if (flood) await pause(FLOOD.warmUpSeconds * 1000);
      const postgres = await bench.postgres();
      const used = () => [cpuMsOf([server.pid]), cpuMsOf(withDescendants([postgres.pid]))] as const;
      const before = used();
      const disk = await watchDisk(postgres.dir);
      const { made, asked } = await clicks({ perSecond, seconds });
      const synced = await disk();
      const [serverMs, postgresMs] = used().map((ms, i) => (ms - before[i]!) / made.length);
      const took = made.flatMap(({ call, mode, at }) => {
        const request = asked.find(
          ({ connectionId, what, arrivedAt }) =>
            connectionId === supervisorConnection(call) &&
            what === (mode === 'whisper' ? 'whisper' : 'silence') &&
            arrivedAt >= at,
        );
        return request ? [request.arrivedAt - at] : [];
      });
      const refused = made.find(({ refusal }) => refusal);
      if (refused) throw new Error(`a click was refused: ${refused.refusal}`);
      const flooded = await flood;
      const title = `${perSecond} clicks a second over ${on.length} interventions${
        flooded ? `, beside ${Math.round(flooded.perSecond)} callbacks a second` : ''
      }`;
      report({ what: `${title}, p50`, value: ms(percentile(took, 0.5)), target: '' });
      const p99 = percentile(took, 0.99);
      report(
        p99Ms === undefined
          ? { what: `${title}, p99`, value: ms(p99), target: '' }
          : judged(`${title}, p99`, { value: p99, show: ms, limit: { most: p99Ms } }),
      );
      if (!flooded)
        report({
          what: 'processor time of a click, server and PostgreSQL',
          value: `${ms(serverMs!)} and ${ms(postgresMs!)}`,
          target: '',
        });
      // A click waits for one commit, and may wait behind another.
      report({
        what: 'a write to the same disk meanwhile, p50 and p99',
        value: `${ms(percentile(synced, 0.5))} and ${ms(percentile(synced, 0.99))}`,
        target: '',
      });
      report(
        judged(`${title}, without a request at the carrier`, {
          value: made.length - took.length,
          show: String,
          limit: {
            most: 0,
          },
        }),
      );
    }
    await server.stop();
    await database.drop();
  },
};
