import assert from 'node:assert/strict';
import pg from 'pg';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { active, at, liveCall, ORG, supervisedCall } from '../../../support/builders.ts';
import { freshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

const entry = (auditId: string): AuditEntry => ({
  auditId,
  orgId: ORG,
  at: at(1),
  actor: { kind: 'system' },
  action: 'AuditVerified',
  result: 'done',
  details: {},
});
const nothing = { audit: [], outbox: [], answer: 0 };

describe('calls in PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresStore;

  before(async () => {
    database = await freshDatabase();
    store = createPostgresStore(database.databaseUrl, quietLog);
  });
  after(async () => {
    await store?.close();
    await database?.drop();
  });

  const rowOf = async (sql: string): Promise<Record<string, unknown>> =>
    (await store.pool.query<Record<string, unknown>>(sql)).rows[0]!;

  describe('a new call that two bring at once', () => {
    it('is created by one, and the other changes nothing', async () => {
      const bring = (n: number) =>
        store.createCall(
          liveCall({ callId: 'twice', customer: { name: `customer ${n}` } }),
          [entry(`twice-${n}`)],
          [],
        );
      const created = await Promise.all(Array.from({ length: 8 }, (_, n) => bring(n)));
      assert.equal(created.filter(Boolean).length, 1);
      const { count } = await rowOf(
        `select count(*)::int as count from "AuditEntry" where "auditId" like 'twice-%'`,
      );
      assert.equal(count, 1);
      assert.equal(
        (await store.loadCall('twice'))?.customer.name,
        `customer ${created.indexOf(true)}`,
      );
    });
  });

  describe('a call that is read again', () => {
    const told = (name: string) => (call: Call) => ({
      ...nothing,
      call: { ...call, customer: { ...call.customer, name } },
    });

    it('is as another process has changed it, however it is asked for', async () => {
      const { interventionId } = active();
      await store.createCall(supervisedCall({}, 'nobody', { callId: 'again' }), [], []);
      const byEach = async () => [
        (await store.loadCall('again'))?.customer.name,
        (await store.findCallByIntervention(interventionId))?.customer.name,
      ];
      await store.changeCall('again', told('first'));
      assert.deepEqual(await byEach(), ['first', 'first']);
      const other = createPostgresStore(database.databaseUrl, quietLog);
      try {
        await other.changeCall('again', told('second'));
        assert.deepEqual(await byEach(), ['second', 'second']);
        await store.changeCall('again', told('third'));
        assert.equal((await other.loadCall('again'))?.customer.name, 'third');
      } finally {
        await other.close();
      }
    });

    it('is read without its parts while nobody has changed it', async () => {
      await store.createCall(liveCall({ callId: 'same' }), [], []);
      const before = await store.loadCall('same');
      const after = await store.loadCall('same');
      assert.equal(after, before);
    });
  });

  describe('a row', () => {
    it('forgets what is no longer true of an intervention', async () => {
      await store.createCall(
        supervisedCall(
          { pending: { mode: 'barge', requestId: 'r', requestedAt: at(3) }, leaving: true },
          'nobody',
          { callId: 'stale' },
        ),
        [],
        [],
      );
      const { status: _s, mode: _m, modeSince: _ms, pending: _p, leaving: _l, ...facts } = active();
      await store.changeCall('stale', (call) => ({
        ...nothing,
        call: {
          ...call,
          interventions: [
            {
              ...facts,
              status: 'ended',
              leftAt: at(60),
              endReason: 'supervisor_left',
              outcome: { status: 'due' },
            },
          ],
        },
      }));
      const row = await rowOf(
        `select "mode", "modeSince", "pending", "leaving", "outcomeStatus" from "Intervention" where "callId" = 'stale'`,
      );
      assert.deepEqual(row, {
        mode: null,
        modeSince: null,
        pending: null,
        leaving: false,
        outcomeStatus: 'due',
      });
    });
  });

  describe('the audit', () => {
    before(() => store.recordAudit([entry('kept')]));
    for (const [what, sql] of [
      ['changed', `update "AuditEntry" set "action" = 'Other'`],
      ['deleted', `delete from "AuditEntry"`],
      ['emptied', `truncate "AuditEntry"`],
    ] as const) {
      it(`cannot be ${what}`, () => assert.rejects(store.pool.query(sql), /append-only/));
    }
    it('numbers its entries in the order they came', async () => {
      await store.recordAudit([entry('order-1'), entry('order-2'), entry('order-3')]);
      const { rows } = await store.pool.query(
        `select "auditId" from "AuditEntry" where "auditId" like 'order-%' order by "position"`,
      );
      assert.deepEqual(
        rows.map((row) => row.auditId),
        ['order-1', 'order-2', 'order-3'],
      );
    });
  });

  describe('when the database fails', () => {
    let holders: pg.Client[] = [];
    const letGo = async () => {
      await Promise.all(holders.map((holder) => holder.end()));
      holders = [];
    };
    afterEach(letGo);

    it('a change whose connection is cut says so, and the process lives on', async () => {
      await store.createCall(liveCall({ callId: 'cut' }), [], []);
      const holder = await holding('cut');
      const waiting = store
        .changeCall('cut', () => ({ ...nothing, audit: [entry('cut')] }))
        .then(
          () => 'done',
          () => 'failed',
        );
      await until('the change waits for the lock', () => locksAwaited());
      await holder.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      assert.equal(await waiting, 'failed');
      await letGo();
      assert.deepEqual(await store.changeCall('cut', () => ({ ...nothing, answer: 7 })), {
        answer: 7,
      });
    });

    it('a change that waits too long for another fails instead of hanging', async () => {
      await store.createCall(liveCall({ callId: 'hung' }), [], []);
      await holding('hung');
      const impatient = createPostgresStore(database.databaseUrl, quietLog, {
        queryTimeoutMs: 1_500,
      });
      await assert.rejects(
        impatient.changeCall('hung', () => nothing),
        /timeout/i,
      );
      await impatient.close();
      await letGo();
      assert.deepEqual(await store.changeCall('hung', () => ({ ...nothing, answer: 7 })), {
        answer: 7,
      });
    });

    it('an idle connection that is cut is replaced', async () => {
      await Promise.all([store.loadCall('none'), store.loadCall('none')]);
      await store.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
      );
      await until(
        'the cut connections are dropped',
        () => store.pool.totalCount === 1 && store.hot.totalCount === 0,
      );
      assert.equal(await store.loadCall('none'), undefined);
    });

    it('a change that meets a deadlock is decided again', async () => {
      await store.createCall(liveCall({ callId: 'dead' }), [], []);
      const supervisor = { orgId: ORG, userId: 'deadlocked' };
      // PostgreSQL ends whichever of two looks first, so it is tried until that is the change.
      await until('the change was the one that PostgreSQL ended', async () => {
        const holder = await holding('dead');
        await holder.query(`set deadlock_timeout = '10min'`);
        const changed = store.changeSupervisedCall(supervisor, 'dead', () => ({
          ...nothing,
          answer: 'decided',
        }));
        await until('the change waits for the call', () => locksAwaited());
        // The supervisor's lock is taken before the call's: whoever wants both the other way round
        // and the change wait for each other.
        const crossed = await holder
          .query(
            `select pg_advisory_xact_lock(hashtextextended('supervisor:${ORG}:deadlocked', 0))`,
          )
          .then(
            () => true,
            () => false,
          );
        await letGo();
        assert.deepEqual(await changed, { answer: 'decided' });
        return crossed;
      });
    });

    async function holding(callId: string) {
      const client = new pg.Client({ connectionString: database.databaseUrl });
      holders.push(client);
      await client.connect();
      await client.query('begin');
      await client.query('select 1 from "Call" where "callId" = $1 for update', [callId]);
      return client;
    }
    const locksAwaited = async () =>
      Number(
        (
          await rowOf(
            `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          )
        ).count,
      ) > 0;
  });
});
