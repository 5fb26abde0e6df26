import assert from 'node:assert/strict';
import type { LatencyLedger } from '../../../../server/ports/index.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { createLatencyLedger } from '../../../../server/store/supervision/latencyLedger.ts';
import { active, liveCall, ORG } from '../../../support/builders.ts';
import { freshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';

const BEGAN = Date.parse('2026-11-02T17:00:00.000Z');
const ms = (after: number): string => new Date(BEGAN + after).toISOString();

describe('the latency ledger', function () {
  this.timeout(300_000);
  let store: PostgresStore;
  let ledger: LatencyLedger;
  let drop: () => Promise<void>;

  before(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    store = createPostgresStore(database.databaseUrl, quietLog);
    ledger = createLatencyLedger(store.pool);
    for (const n of [1, 2, 3, 4]) {
      const modeHistory = [
        { mode: 'monitor' as const, at: ms(500) },
        { mode: 'whisper' as const, at: ms(2_000 + 100 * n) },
      ];
      await store.createCall(
        liveCall({
          callId: `c${n}`,
          interventions: [active({ interventionId: `i${n}`, modeHistory })],
        }),
        [],
        [],
      );
      const about = { orgId: ORG, interventionId: `i${n}` };
      await ledger.requested({
        ...about,
        requestId: 'join',
        kind: 'join',
        mode: 'monitor',
        requestedAt: ms(0),
        sinceClickMs: 20,
      });
      await ledger.carrierAnswered(`i${n}`, 'join', ms(200));
      await ledger.heard(`i${n}`, ms(900));
      await ledger.requested({
        ...about,
        requestId: `r${n}`,
        kind: 'switch',
        mode: 'whisper',
        requestedAt: ms(2_000),
      });
      await ledger.carrierAnswered(`i${n}`, `r${n}`, ms(2_050));
    }
  });
  after(async () => {
    await store?.close();
    await drop();
  });

  const rowOf = async (kind: string) =>
    (await ledger.summary({ orgId: ORG, since: ms(-1) })).find((row) => row.kind === kind);

  it('knows what a join added on the rep’s way, each counted once, and of how many (D40, G27)', async () => {
    const path = (roundTripMs: number | undefined, mos: number) => ({
      seconds: 10,
      jitterMs: 2,
      mos,
      ...(roundTripMs !== undefined && { roundTripMs }),
    });
    for (const [n, after] of [41, 44, undefined].entries())
      await ledger.repPath(`i${n + 1}`, { before: path(40, 4.4), after: path(after, 4.3) });
    await ledger.repPath('i1', { before: path(40, 4.4), after: path(900, 1) });
    const added = await ledger.addedDelay({ orgId: ORG, since: ms(-1) });
    assert.deepEqual(
      [added.count, added.roundTripMs?.p50, added.jitterMs?.p95, added.mos],
      [3, 3, 0, -0.1],
    );
    assert.deepEqual(await ledger.addedDelay({ orgId: 'other', since: ms(-1) }), {
      count: 0,
      roundTripMs: null,
      jitterMs: null,
      mos: null,
    });
  });

  it('knows each stage of a join, up to the first sound (D40)', async () => {
    const same = (value: number) => ({ p50: value, p90: value, p95: value, p99: value });
    assert.deepEqual(await rowOf('join'), {
      kind: 'join',
      mode: 'monitor',
      count: 4,
      stages: {
        clickToRequest: same(20),
        requestToCarrier: same(200),
        carrierToConfirmed: same(300),
        clickToConfirmed: same(520),
        clickToHeard: same(920),
      },
    });
  });
  it('knows the percentiles of switches', async () => {
    const row = await rowOf('switch');
    assert.deepEqual(row?.stages.clickToConfirmed, { p50: 250, p90: 370, p95: 385, p99: 397 });
    assert.equal(row?.stages.clickToHeard, null);
  });
  it('counts what came first, however often it comes', async () => {
    await ledger.heard('i1', ms(5_000));
    await ledger.carrierAnswered('i1', 'join', ms(5_000));
    assert.equal((await rowOf('join'))?.stages.clickToHeard?.p99, 920);
  });
  it('keeps orgs apart', async () =>
    assert.deepEqual(await ledger.summary({ orgId: 'other', since: ms(-1) }), []));
  it('leaves out what is older', async () =>
    assert.deepEqual(await ledger.summary({ orgId: ORG, since: ms(60_000) }), []));
});
