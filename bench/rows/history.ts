import { setTimeout as pause } from 'node:timers/promises';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { createAuditTrail } from '../../server/store/audit/auditTrail.ts';
import { createCarrierCrossCheck } from '../../server/store/audit/carrierCrossCheck.ts';
import { createDueCalls } from '../../server/store/calls/dueCalls.ts';
import { createPostgresStore, type PostgresStore } from '../../server/store/calls/postgresStore.ts';
import { createOutbox } from '../../server/store/outbox/outbox.ts';
import { createLeases } from '../../server/store/supervision/leases.ts';
import type { BenchDatabase } from '../support/bench.ts';
import { callIdOf, FLOOR_CALLS, interventionIdOf, type Staff } from '../support/floor.ts';
import { writeHistory } from '../support/history.ts';
import { judged, type Row } from '../support/measures.ts';
import { cores, median, ms, times } from '../support/stats.ts';
import { coresUsed } from '../support/usage.ts';

const ENDED = 300_000;
const TURNS = 21;
const SETTLE_MS = 8_000;
const MEASURE_MS = 20_000;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Below that a ratio says nothing: of one statement, or of idle cores. */
const NOISE_MS = 1;
const NOISE_CORES = 0.01;
const MOST = { most: 2 };

/** Whether what is over makes what is live slower. */
export const history: Row = {
  name: 'history',
  what: 'the store’s functions and the idle server with 300,000 ended calls, beside none',
  async run(bench, report) {
    const staff = await bench.staff();
    const [without, withHistory] = [
      await bench.database(FLOOR_CALLS),
      await bench.database(FLOOR_CALLS),
    ];
    const stores = [without, withHistory].map(({ ownerUrl }) =>
      createPostgresStore(ownerUrl, SILENT, { queryTimeoutMs: 120_000 }),
    ) as [PostgresStore, PostgresStore];
    await writeHistory(withHistory.ownerUrl, stores[1], {
      ended: ENDED,
      supervisors: staff.supervisors.flat(),
    });

    for (const [name, [before, after]] of await measureFunctions(stores, staff)) {
      const ratio = Math.max(after, NOISE_MS) / Math.max(before, NOISE_MS);
      report({
        ...judged(name, { value: ratio, show: times, limit: MOST }),
        value: ms(after),
        yardstick: `${ms(before)} without`,
        ratio: times(ratio),
      });
    }
    for (const store of stores) await store.close();

    const idle = async (database: BenchDatabase): Promise<number> => {
      const server = await bench.startServer({ database, calls: FLOOR_CALLS });
      await pause(SETTLE_MS);
      const used = await coresUsed([server.pid, (await bench.postgres()).pid], MEASURE_MS);
      await server.stop();
      return used.reduce((sum, one) => sum + one, 0);
    };
    const [before, after] = [await idle(without), await idle(withHistory)];
    const ratio = Math.max(after, NOISE_CORES) / Math.max(before, NOISE_CORES);
    report({
      ...judged('server and PostgreSQL, idle', { value: ratio, show: times, limit: MOST }),
      value: cores(after),
      yardstick: `${cores(before)} without`,
      ratio: times(ratio),
    });
    await without.drop();
    await withHistory.drop();
  },
};

/** Medians in milliseconds, without and with history; both are asked in turn. */
async function measureFunctions(
  stores: readonly [PostgresStore, PostgresStore],
  { supervisors }: Staff,
): Promise<Map<string, [number, number]>> {
  const userId = supervisors[0]![0]!;
  const measured = new Map<string, [number, number]>();
  const functions = stores.map((store) => functionsOf(store, userId));
  for (const name of Object.keys(functions[0]!)) {
    const took: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn += 1)
      for (const [i, those] of functions.entries()) {
        const startedAt = performance.now();
        await those[name]!(turn);
        took[i]!.push(performance.now() - startedAt);
      }
    measured.set(name, [median(took[0]), median(took[1])]);
  }
  return measured;
}

function functionsOf(
  store: PostgresStore,
  userId: string,
): Record<string, (turn: number) => Promise<unknown>> {
  const crossCheck = createCarrierCrossCheck(store.pool);
  const unchanged = { audit: [], outbox: [], answer: undefined };
  return {
    loadCall: (turn) => store.loadCall(callIdOf(turn)),
    'findCalls, open': () => store.findCalls({ orgId: LOCAL_ORG_ID, status: ['ringing', 'live'] }),
    'findCalls, outcome due': () => store.findCalls({ orgId: LOCAL_ORG_ID, outcomeDueBy: userId }),
    findCallByIntervention: () => store.findCallByIntervention(interventionIdOf(0)),
    findOpenCalls: () => store.findOpenCalls(),
    findCallsWithOutcomeDue: () => store.findCallsWithOutcomeDue([{ orgId: LOCAL_ORG_ID, userId }]),
    'rounds: calls that are due': () =>
      createDueCalls(store.hot).due(new Date().toISOString(), 100),
    'rounds: supervised calls': () => createDueCalls(store.hot).supervisedCalls(),
    'changeCall, of a callback': (turn) =>
      store.changeCall(callIdOf(turn), (call) => ({ ...unchanged, call }), {
        callbackKey: `history-${turn}-${Math.random()}`,
      }),
    changeSupervisedCall: () =>
      store.changeSupervisedCall({ orgId: LOCAL_ORG_ID, userId }, callIdOf(0), (call) => ({
        ...unchanged,
        call,
      })),
    'leases that ran out': () => createLeases(store.hot).expired(new Date().toISOString()),
    'outbox, claim': () => createOutbox(store.hot).claim(10, 30_000),
    'outbox, backlog': () => createOutbox(store.hot).backlog(),
    'carrier cross-check, newest reports': () => crossCheck.newestReports(),
    'audit, heads': () => createAuditTrail(store.pool).heads(),
  };
}
