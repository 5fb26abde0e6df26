import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../support/bench.ts';
import type { Asked } from '../support/carrierRest.ts';
import { FLOOR_CALLS, supervisorConnection } from '../support/floor.ts';
import { judged, type Report, type Row } from '../support/measures.ts';
import { seconds } from '../support/stats.ts';

/** How long the carrier takes for what changes something, and for what only reads. */
const CARRIERS = [
  { name: 'the carrier takes 500 ms', delayMs: 500, readDelayMs: 500 },
  { name: 'reads at the carrier take 4 s', delayMs: 500, readDelayMs: 4_000 },
] as const;
type Slowness = (typeof CARRIERS)[number];

const SETTLE_MS = 8_000;
const SILENT_WITHIN_MS = 8_000;
const GONE_WITHIN_MS = 10_000;
const GIVE_UP_MS = 45_000;

/** A supervisor's browser that dies: from its last heartbeat until the carrier has done its part. */
export const deadBrowser: Row = {
  name: 'deadBrowser',
  what: 'a supervisor’s last heartbeat until silence and removal, with 2,000 live calls and a slow carrier',
  async run(bench, report) {
    for (const slowness of CARRIERS) await browserDies(bench, report, slowness);
  },
};

async function browserDies(
  bench: Bench,
  report: Report,
  { name, delayMs, readDelayMs }: Slowness,
): Promise<void> {
  const database = await bench.database(FLOOR_CALLS);
  const server = await bench.startServer({ database, calls: FLOOR_CALLS, confirmsAfterMs: 40 });
  const [carrier, consoles] = [await bench.carrier(), await bench.consoles()];
  const [{ call, ...who }] = (await bench.interventions(FLOOR_CALLS)) as [
    { call: number; interventionId: string; userId: string },
  ];
  await carrier.call('delay', { delayMs, readDelayMs });
  const of = { server: await bench.address(), ...who };
  // Long enough that the server has found its pace.
  for (const until = performance.now() + SETTLE_MS; performance.now() < until;) {
    await consoles.call('heartbeat', of);
    await pause(1_500);
  }
  await carrier.call('asked');
  const lastAt = await consoles.call('heartbeat', of);
  const seen: Asked[] = [];
  const after = (what: Asked['what']): number | undefined =>
    seen.find(
      (one) =>
        one.connectionId === supervisorConnection(call) &&
        one.what === what &&
        one.answeredAt > lastAt,
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
    judged(`silenced, ${name}`, {
      value: silentAt - lastAt,
      show: seconds,
      limit: { most: SILENT_WITHIN_MS },
    }),
  );
  report(
    judged(`removed, ${name}`, {
      value: removedAt - lastAt,
      show: seconds,
      limit: { most: GONE_WITHIN_MS },
    }),
  );
  await server.stop();
  await database.drop();
}
