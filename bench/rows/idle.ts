import { setTimeout as pause } from 'node:timers/promises';
import { judged, type Row } from '../support/measures.ts';
import { cores, perSecond } from '../support/stats.ts';
import { coresUsed } from '../support/usage.ts';

const SIZES = [
  { calls: 500, cores: 0.05, carrierPerSecond: 0.5, rests: true },
  { calls: 2_000, cores: 0.1 },
  { calls: 10_000, cores: 0.3, carrierPerSecond: 10 },
] as const;
const SETTLE_MS = 8_000;
/** A start looks into every call once; where a floor at rest is measured, it does so faster. */
const AT_REST = { looksPerSecond: '50', settleMs: 30_000 };
/** Longer than the longest round of the server. */
const MEASURE_MS = 32_000;

const upToTenths = (value: number): string => `${value.toFixed(1)}/s`;

/** What live calls cost on which nothing happens. */
export const idle: Row = {
  name: 'idle',
  what: 'cores that server and PostgreSQL keep busy with live calls, without traffic',
  async run(bench, report) {
    for (const size of SIZES) {
      const { calls } = size;
      const database = await bench.database(calls);
      const rests = 'rests' in size;
      const server = await bench.startServer({
        database,
        calls,
        ...(rests && { env: { CARRIER_LOOKS_PER_SECOND: AT_REST.looksPerSecond } }),
      });
      const [carrier, postgres] = [await bench.carrier(), await bench.postgres()];
      await pause(rests ? AT_REST.settleMs : SETTLE_MS);
      await carrier.call('requests');
      const [ofServer, ofPostgres] = await coresUsed([server.pid, postgres.pid], MEASURE_MS);
      const requests = await carrier.call('requests');
      const title = `${calls.toLocaleString('en-US')} live calls`;
      report({
        ...judged(`${title}, server and PostgreSQL`, {
          value: ofServer! + ofPostgres!,
          show: cores,
          limit: {
            most: size.cores,
          },
        }),
        value: `${cores(ofServer! + ofPostgres!)} (${ofServer!.toFixed(3)} + ${ofPostgres!.toFixed(3)})`,
      });
      const asked = requests / (MEASURE_MS / 1000);
      report(
        'carrierPerSecond' in size
          ? judged(`${title}, requests to the carrier`, {
              value: asked,
              show: upToTenths,
              limit: {
                most: size.carrierPerSecond,
              },
            })
          : { what: `${title}, requests to the carrier`, value: perSecond(asked), target: '' },
      );
      await server.stop();
      await database.drop();
    }
  },
};
