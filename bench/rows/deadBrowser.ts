import { setTimeout as pause } from 'node:timers/promises';
import type { Asked } from '../support/carrierRest.ts';
import { FLOOR_CALLS, supervisorConnection } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import { seconds } from '../support/stats.ts';

const CARRIER_DELAY_MS = 500;
const SETTLE_MS = 8_000;
const SILENT_WITHIN_MS = 8_000;
const GONE_WITHIN_MS = 10_000;
const GIVE_UP_MS = 45_000;

/** A supervisor's browser that dies: from its last heartbeat until the carrier has done its part. */
export const deadBrowser: Row = {
  name: 'deadBrowser',
  what: 'a supervisor’s last heartbeat until silence and removal, with 2,000 live calls and a carrier that takes 500 ms',
  async run(bench, report) {
    const database = await bench.database(FLOOR_CALLS);
    const server = await bench.startServer({
      database,
      calls: FLOOR_CALLS,
      confirmsAfterMs: 40,
    });
    const [carrier, consoles] = [await bench.carrier(), await bench.consoles()];
    const [{ call, ...who }] = (await bench.interventions(FLOOR_CALLS)) as [
      { call: number; interventionId: string; userId: string },
    ];
    await carrier.call('delay', CARRIER_DELAY_MS);
    const of = { server: await bench.address(), ...who };
    // Long enough that the server has found its pace.
    for (const until = performance.now() + SETTLE_MS; performance.now() < until;) {
      await consoles.call('heartbeat', of);
      await pause(1_500);
    }
    await carrier.call('asked');
    const lastAt = await consoles.call('heartbeat', of);
    const seen: Asked[] = [];
    const after = (what: Asked['what'], from = lastAt): number | undefined =>
      seen.find(
        (one) =>
          one.connectionId === supervisorConnection(call) &&
          one.what === what &&
          one.answeredAt > from,
      )?.answeredAt;
    for (
      const until = performance.now() + GIVE_UP_MS;
      after('remove') === undefined && performance.now() < until;
    ) {
      await pause(100);
      seen.push(...(await carrier.call('asked')));
    }
    const removedAt = after('remove') ?? Infinity;
    const silentAt = Math.min(after('silence') ?? Infinity, removedAt);
    report(
      judged('silenced', {
        value: silentAt - lastAt,
        show: seconds,
        limit: { most: SILENT_WITHIN_MS },
      }),
    );
    report(
      judged('removed', {
        value: removedAt - lastAt,
        show: seconds,
        limit: { most: GONE_WITHIN_MS },
      }),
    );
    await server.stop();
    await database.drop();
  },
};
