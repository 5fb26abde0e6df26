import { setTimeout as pause } from 'node:timers/promises';
import { judged, type Row } from '../support/measures.ts';
import { cores, perSecond } from '../support/stats.ts';
import { coresUsed } from '../support/usage.ts';

/**
 * After a start the server looks into every call once, by half of the requests that looks may have:
 * with the usual ten a second, 500 calls take 100 seconds. Here they have more, until the floor is
 * at rest; 10,000 calls are measured while it still looks, which costs more than rest.
 */
const SIZES = [
  { calls: 500, cores: 0.05, carrierPerSecond: 0.5, looksPerSecond: 100 },
  { calls: 2_000, cores: 0.1, looksPerSecond: 100 },
  { calls: 10_000, cores: 0.3, carrierPerSecond: 10 },
] as const;
const SETTLE_MS = 12_000;
/** The part of the looks that the first turn has. */
const FIRST_TURN_SHARE = 0.5;
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
      const looks = 'looksPerSecond' in size ? size.looksPerSecond : undefined;
      const server = await bench.startServer({
        database,
        calls,
        env: looks ? { CARRIER_LOOKS_PER_SECOND: String(looks) } : {},
      });
      const [carrier, postgres] = [await bench.carrier(), await bench.postgres()];
      await pause(SETTLE_MS + (looks ? (calls / (looks * FIRST_TURN_SHARE)) * 1_000 : 0));
      await carrier.call('requests');
      const [ofServer, ofPostgres] = await coresUsed([server.pid, postgres.pid], MEASURE_MS);
      const requests = await carrier.call('requests');
      const title =
        `${calls.toLocaleString('en-US')} live calls` + (looks ? '' : ', during the first turn');
      report({
        ...judged(`${title}, server and PostgreSQL`, ofServer! + ofPostgres!, cores, {
          most: size.cores,
        }),
        value: `${cores(ofServer! + ofPostgres!)} (${ofServer!.toFixed(3)} + ${ofPostgres!.toFixed(3)})`,
      });
      const asked = requests / (MEASURE_MS / 1000);
      report(
        'carrierPerSecond' in size
          ? judged(`${title}, requests to the carrier`, asked, upToTenths, {
              most: size.carrierPerSecond,
            })
          : { what: `${title}, requests to the carrier`, value: perSecond(asked), target: '' },
      );
      await server.stop();
      await database.drop();
    }
  },
};
