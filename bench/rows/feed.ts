import { setTimeout as pause } from 'node:timers/promises';
import type { Sent } from '../programs/carrier.ts';
import type { Arrived } from '../programs/consoles.ts';
import { FLOOR_CALLS, SUPERVISORS_PER_TEAM } from '../support/floor.ts';
import { judged, type Row } from '../support/measures.ts';
import { ms, percentile } from '../support/stats.ts';

const CONSOLES = 1_000;
const OPEN_WITHIN_MS = 60_000;
const WARM_UP = { perSecond: 50, seconds: 2 };
const STEADY = { perSecond: 200, seconds: 10 };
const SETTLE_MS = 3_000;

/** From a callback until each console that may see the call has it. */
export const feed: Row = {
  name: 'feed',
  what: 'a callback until it is on the consoles: 1,000 consoles, each with its 20 of 2,000 calls',
  async run(bench, report) {
    const database = await bench.database(FLOOR_CALLS);
    const server = await bench.startServer({ database, calls: FLOOR_CALLS });
    const [carrier, consoles] = [await bench.carrier(), await bench.consoles()];
    const who = await bench.supervisors(CONSOLES, FLOOR_CALLS);
    const address = await bench.address();
    const { completeAtMs } = await consoles.call('open', {
      server: address,
      ...who,
      withinMs: OPEN_WITHIN_MS,
    });
    report(
      judged('consoles open with a complete snapshot', {
        value: completeAtMs.length,
        show: String,
        limit: {
          least: CONSOLES,
        },
      }),
    );
    if (completeAtMs.length === 0) throw new Error('no console is complete: nothing to measure');
    await carrier.call('steady', WARM_UP);
    await pause(SETTLE_MS);
    await consoles.call('watch');
    const sent = await carrier.call('steady', STEADY);
    await pause(SETTLE_MS);
    const { tookMs, missing } = matched(sent, await consoles.call('arrived'));
    await consoles.call('close');

    const title = `${STEADY.perSecond} callbacks a second`;
    report(
      judged(`${title}, at a console, p50`, {
        value: percentile(tookMs, 0.5),
        show: ms,
        limit: { most: 60 },
      }),
    );
    report(
      judged(`${title}, at a console, p99`, {
        value: percentile(tookMs, 0.99),
        show: ms,
        limit: { most: 200 },
      }),
    );
    report(
      judged(`${title}, of ${sent.length * SUPERVISORS_PER_TEAM} events missing`, {
        value: missing,
        show: String,
        limit: {
          most: 0,
        },
      }),
    );
    const answered = sent.flatMap(({ answeredMs }) => answeredMs ?? []);
    report({
      what: `${title}, answered`,
      value: `${answered.length} of ${sent.length}, p50 ${ms(percentile(answered, 0.5))}, p99 ${ms(percentile(answered, 0.99))}`,
      target: '',
    });
    await server.stop();
    await database.drop();
  },
};

/**
 * Each callback is matched with the first arrivals of the same state of the same call, one per
 * console of the team.
 */
function matched(
  sent: readonly Sent[],
  arrived: readonly Arrived[],
): { tookMs: number[]; missing: number } {
  const state = ({ call, hold }: { call: number; hold: boolean }): string => `${call} ${hold}`;
  const byState = Map.groupBy(arrived, state);
  for (const arrivals of byState.values()) arrivals.sort((a, b) => a.at - b.at);
  const tookMs: number[] = [];
  let missing = 0;
  for (const one of sent) {
    const arrivals = byState.get(state(one)) ?? [];
    const from = arrivals.findIndex(({ at }) => at >= one.sentAt);
    const those = from < 0 ? [] : arrivals.splice(from, SUPERVISORS_PER_TEAM);
    tookMs.push(...those.map(({ at }) => at - one.sentAt));
    missing += SUPERVISORS_PER_TEAM - those.length;
  }
  return { tookMs, missing };
}
