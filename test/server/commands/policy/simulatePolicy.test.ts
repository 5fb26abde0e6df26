import assert from 'node:assert/strict';
import pg from 'pg';
import { presentRun } from '../../../../server/commands/jobs/lostRun.ts';
import {
  beginSimulation,
  callsOfSimulation,
  type SimulatePolicyDeps,
} from '../../../../server/commands/policy/simulatePolicy.ts';
import { CrmUnavailable, type SimulationRun } from '../../../../server/ports/index.ts';
import { createPastCalls } from '../../../../server/store/calls/pastCalls.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { createSimulations } from '../../../../server/store/policy/simulations.ts';
import { liveCall, ORG, person } from '../../../support/builders.ts';
import { freshDatabase } from '../../../support/database.ts';
import { FakeDirectory } from '../../../support/fakeCrm.ts';
import { quietLog } from '../../../support/quietLog.ts';
import {
  CHANGED_FLOOR_POLICY,
  FLOOR_PERIOD,
  FLOOR_POLICY,
  insertPastCalls,
  SALES_FLOOR,
} from '../../../support/salesFloor.ts';
import { DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';
import { until } from '../../../support/until.ts';

const CALLS = 50_000;
const ada = person({ userId: 'ada', name: 'Ada Novak', roles: ['admin'] });
const asked = {
  before: FLOOR_POLICY,
  after: CHANGED_FLOOR_POLICY,
  from: FLOOR_PERIOD.from,
  to: FLOOR_PERIOD.to,
};

describe('a simulation over 50,000 past calls', function simulation() {
  this.timeout(300_000);
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let pool: pg.Pool;
  let store: PostgresStore;
  let deps: SimulatePolicyDeps;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl });
    store = createPostgresStore(database.databaseUrl, quietLog);
    await insertPastCalls(pool, CALLS);
    deps = {
      pastCalls: createPastCalls(pool),
      simulations: createSimulations(pool),
      store,
      log: quietLog,
      directory: new FakeDirectory(...SALES_FLOOR),
      consent: { of: async () => DISCLOSED_ELSEWHERE },
      roster: { userIds: async () => SALES_FLOOR.map(({ userId }) => userId) },
      clock: { now: () => new Date().toISOString() },
      ids: { next: () => crypto.randomUUID() },
    };
  });
  after(async () => {
    await pool?.end();
    await store?.close();
    await database?.drop();
  });

  async function begin(to = asked.to): Promise<SimulationRun> {
    const begun = await beginSimulation(deps, ada, { ...asked, to });
    assert.ok('ok' in begun, JSON.stringify(begun));
    return begun.ok;
  }
  const look = async (simulationId: string): Promise<SimulationRun> =>
    (await deps.simulations.find(ORG, simulationId))!;

  it('ends, tells how far it has come, and lets others have their turn after each few hundred calls', async () => {
    const told: number[] = [];
    const { simulations } = deps;
    const watched = {
      ...deps,
      simulations: {
        ...simulations,
        progress: (...about: Parameters<typeof simulations.progress>) => {
          told.push(about[1]);
          return simulations.progress(...about);
        },
      },
    };
    const begun = await beginSimulation(watched, ada, asked);
    assert.ok('ok' in begun, JSON.stringify(begun));
    const { simulationId, total } = begun.ok;
    assert.equal(total, CALLS);
    // Whoever waits for this thread gets it once a turn.
    let locks = 0;
    let isOver = false;
    const turn = (): void => {
      locks += 1;
      if (!isOver) setImmediate(turn);
    };
    turn();
    await until(
      'the simulation ends',
      async () => (await look(simulationId)).status !== 'running',
      { timeoutMs: 280_000 },
    );
    isOver = true;
    assert.ok(locks >= CALLS / 300, `others had ${locks} turns`);
    assert.ok(told.length >= 3, `progress was told ${told.length} times`);
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    const { result, status } = await look(simulationId);
    assert.equal(status, 'done');
    assert.equal(result!.calls, CALLS);
    for (const coverage of [result!.before, result!.after]) {
      for (const cells of [coverage.hours, coverage.teams]) {
        assert.equal(
          cells.reduce((sum, { calls }) => sum + calls, 0),
          CALLS,
        );
        assert.equal(
          cells.reduce((sum, { uncovered }) => sum + uncovered, 0),
          coverage.uncovered,
        );
      }
      assert.equal(coverage.joinable.monitor + coverage.uncovered, CALLS);
    }
    assert.equal(result!.before.uncovered, 0);
    assert.ok(
      result!.after.uncovered > 0 &&
        result!.difference.callsLost > 0 &&
        result!.difference.callsGained > 0,
    );
    assert.ok(
      result!.difference.people.some(
        ({ userId, way, before, after }) =>
          userId === 'c3' && way === 'monitor' && before === 0 && after > 0,
      ),
    );
  });

  it('is one at a time for an organization, and can be canceled', async () => {
    const { simulationId } = await begin();
    const second = await beginSimulation(deps, ada, asked);
    assert.equal('refusal' in second && second.refusal.code, 'simulation_running');
    assert.equal(await deps.simulations.cancel(ORG, simulationId, new Date().toISOString()), true);
    const { done } = await look(simulationId);
    const third = await begin('2026-11-03T00:00:00.000Z');
    await until(
      'the third one ends',
      async () => (await look(third.simulationId)).status === 'done',
      { timeoutMs: 280_000 },
    );
    const canceled = await look(simulationId);
    assert.deepEqual([canceled.status, canceled.result], ['cancelled', undefined]);
    assert.ok(done < CALLS);
  });

  it('fails with a reason when Salesforce does not say who there is', async () => {
    const away = {
      ...deps,
      roster: {
        userIds: async () => {
          throw new CrmUnavailable('away');
        },
      },
    };
    const begun = await beginSimulation(away, ada, asked);
    assert.ok('ok' in begun);
    await until(
      'the simulation fails',
      async () => (await look(begun.ok.simulationId)).status === 'failed',
    );
    assert.match((await look(begun.ok.simulationId)).problem ?? '', /Salesforce did not say/);
  });

  it('leaves an audit entry of who asked for what', async () => {
    const entries = (await store.findAudit({ orgId: ORG, limit: 50 })).filter(
      ({ action }) => action === 'PolicySimulated',
    );
    assert.deepEqual(
      entries.map(({ actor }) => actor),
      entries.map(() => ({ kind: 'person', userId: 'ada', role: 'admin' })),
    );
    assert.equal(entries[0]!.details.after, 'changed');
  });

  it('is another organization’s business only there', async () => {
    const [run] = await deps.simulations.list(ORG);
    assert.equal(await deps.simulations.find('00DOTHER', run!.simulationId), undefined);
    assert.equal(
      await deps.simulations.cancel('00DOTHER', run!.simulationId, new Date().toISOString()),
      false,
    );
  });

  it('is listed with all others that are retained, newest first', async () => {
    const simulationIds = Array.from(
      { length: 30 },
      (_, n) => `listed-${String(n).padStart(2, '0')}`,
    );
    for (const [n, simulationId] of simulationIds.entries())
      await deps.simulations.begin({
        ...FLOOR_PERIOD,
        orgId: '00DLISTED',
        simulationId,
        askedBy: 'ada',
        askedAt: new Date(Date.parse('2026-11-20T10:00:00.000Z') + n * 1_000).toISOString(),
        before: FLOOR_POLICY,
        after: CHANGED_FLOOR_POLICY,
        consent: { before: DISCLOSED_ELSEWHERE, after: DISCLOSED_ELSEWHERE },
        total: 0,
      });
    assert.deepEqual(
      (await deps.simulations.list('00DLISTED')).map(({ simulationId }) => simulationId),
      simulationIds.toReversed(),
    );
  });

  it('shows its calls page by page, each once', async () => {
    const period = {
      ...FLOOR_PERIOD,
      to: '2026-11-02T00:00:00.000Z',
      before: FLOOR_POLICY,
      after: CHANGED_FLOOR_POLICY,
      consent: { before: DISCLOSED_ELSEWHERE, after: DISCLOSED_ELSEWHERE },
    };
    const shown: string[] = [];
    for (
      let page = await callsOfSimulation(deps, period);
      ;
      page = await callsOfSimulation(deps, period, page.next)
    ) {
      shown.push(...page.calls.map(({ callId }) => callId));
      if (!page.next) break;
    }
    assert.equal(shown.length, await deps.pastCalls.count(period));
    assert.equal(new Set(shown).size, shown.length);
  });

  it('leaves out calls that nobody answered, and those of others', async () => {
    const count = () => deps.pastCalls.count(FLOOR_PERIOD);
    const before = await count();
    await store.createCall(
      {
        ...liveCall({ callId: 'other', orgId: '00DOTHER', answeredAt: '2026-11-05T12:00:00.000Z' }),
      },
      [],
      [],
    );
    await store.createCall(
      {
        ...liveCall({ callId: 'missed' }),
        status: 'ended',
        answeredAt: undefined,
        endedAt: '2026-11-05T12:00:00.000Z',
        endReason: 'not_answered',
      },
      [],
      [],
    );
    assert.equal(await count(), before);
  });

  it('that died with its instance is told as failed', async () => {
    const [run] = await deps.simulations.list(ORG);
    const silent: SimulationRun = {
      ...run!,
      status: 'running',
      updatedAt: '2026-11-20T10:00:00.000Z',
    };
    assert.equal(presentRun(silent, '2026-11-20T10:00:30.000Z').status, 'running');
    assert.deepEqual(
      [
        presentRun(silent, '2026-11-20T10:02:00.000Z').status,
        presentRun({ ...silent, status: 'done' }, '2026-11-20T10:02:00.000Z').status,
      ],
      ['failed', 'done'],
    );
  });
});
