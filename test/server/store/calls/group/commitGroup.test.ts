import assert from 'node:assert/strict';
import pg from 'pg';
import type { OtherCall } from '../../../../../server/domain/call/otherCall.ts';
import type { Change } from '../../../../../server/ports/index.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../../server/store/calls/postgresStore.ts';
import { entry, unique } from '../../../../contracts/store/parts.ts';
import { liveCall } from '../../../../support/builders.ts';
import { startCutProxy, type CutProxy } from '../../../../support/cutProxy.ts';
import { freshDatabase } from '../../../../support/database.ts';
import { quietLog } from '../../../../support/quietLog.ts';
import { until } from '../../../../support/until.ts';

const named =
  (name: string) =>
  (call: ReturnType<typeof liveCall>): ReturnType<typeof liveCall> => ({
    ...call,
    customer: { name },
  });

describe('a group of changes', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let proxy: CutProxy;
  let store: PostgresStore;
  let throughProxy: PostgresStore;

  before(async () => {
    database = await freshDatabase();
    proxy = await startCutProxy(database.databaseUrl);
    store = createPostgresStore(database.databaseUrl, quietLog);
    throughProxy = createPostgresStore(proxy.databaseUrl, quietLog);
  });
  after(async () => {
    await throughProxy?.close();
    await store?.close();
    await proxy?.stop();
    await database?.drop();
  });

  /** Ids of new live calls. */
  async function calls(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => unique('grouped'));
    await Promise.all(ids.map((callId) => store.createCall(liveCall({ callId }), [], [])));
    return ids;
  }
  const rename =
    (name: string) =>
    (call: Parameters<ReturnType<typeof named>>[0] | object): Change<string> => ({
      call: named(name)(call as ReturnType<typeof liveCall>),
      audit: [entry({ callId: (call as { callId: string }).callId })],
      outbox: [],
      answer: name,
    });
  const outcome = (change: Promise<unknown>) =>
    change.then(
      (answer) => answer,
      () => 'failed',
    );
  const nameOf = async (callId: string) => (await store.loadCall(callId))?.customer.name;
  const auditCount = async (callId: string) => (await store.findAudit({ callId })).length;

  describe('that come together', () => {
    it('is committed together, each with its own answer', async () => {
      const ids = await calls(40);
      const decided: string[] = [];
      const answers = await Promise.all(
        ids.map((callId) =>
          store.changeCall(callId, (call) => {
            decided.push(callId);
            return rename(`of ${callId}`)(call);
          }),
        ),
      );
      assert.deepEqual(
        answers,
        ids.map((callId) => ({ answer: `of ${callId}` })),
      );
      assert.deepEqual(decided, ids, 'decided in the order in which they came');
      const { rows } = await store.pool.query<{ transactions: number }>(
        `select count(distinct xmin::text)::int as transactions from "Call" where "callId" = any($1)`,
        [ids],
      );
      assert.equal(rows[0]!.transactions, 1);
    });

    it('has changes of one call build on each other, as one version', async () => {
      const [callId] = (await calls(1)) as [string];
      await Promise.all(
        ['a', 'b', 'c'].map((letter) =>
          store.changeCall(callId, (call) => rename(`${call.customer.name}${letter}`)(call)),
        ),
      );
      assert.match((await nameOf(callId))!, /abc$/);
      assert.equal(await auditCount(callId), 3);
      const { rows } = await store.pool.query<{ version: number }>(
        `select "version" from "Call" where "callId" = $1`,
        [callId],
      );
      assert.equal(rows[0]!.version, 2);
    });

    it('takes a callback once that came twice in it', async () => {
      const [callId] = (await calls(1)) as [string];
      const options = { callbackKey: unique('callback') };
      const answers = await Promise.all([
        store.changeCall(callId, rename('once'), options),
        store.changeCall(callId, rename('twice'), options),
      ]);
      assert.deepEqual(answers, [{ answer: 'once' }, 'repeated']);
      assert.equal(await auditCount(callId), 1);
    });

    it('sees what another process wrote meanwhile', async () => {
      const [callId] = (await calls(1)) as [string];
      await store.changeCall(callId, rename('first'));
      await throughProxy.changeCall(callId, rename('second'));
      await store.changeCall(callId, (call) => rename(`${call.customer.name}, third`)(call));
      assert.equal(await nameOf(callId), 'second, third');
    });

    it('sees that in a group of calls that it remembers', async () => {
      const ids = await calls(6);
      await throughProxy.changeCall(ids[3]!, rename('by another process'));
      await Promise.all(
        ids.map((callId) =>
          store.changeCall(callId, (call) => rename(`${call.customer.name}, then ours`)(call)),
        ),
      );
      const names = await Promise.all(ids.map(nameOf));
      assert.equal(names[3], 'by another process, then ours');
      assert.deepEqual(await Promise.all(ids.map(auditCount)), [1, 1, 1, 2, 1, 1]);
    });

    it('writes nothing and waits for no disk where nothing was decided', async () => {
      const ids = await calls(3);
      // Its memory was never wrong.
      const trusting = createPostgresStore(database.databaseUrl, quietLog);
      await Promise.all(ids.map((callId) => trusting.loadCall(callId)));
      const places = async () => {
        const { rows } = await store.pool.query<{ transactions: string[] }>(
          `select array_agg(xmax::text order by "callId") as transactions from "Call"
           where "callId" = any($1)`,
          [ids],
        );
        return rows[0]!.transactions;
      };
      const before = await places();
      const seen = await Promise.all(
        ids.map((callId) =>
          trusting.changeCall(callId, (call) => ({ audit: [], outbox: [], answer: call.callId })),
        ),
      );
      await trusting.close();
      assert.deepEqual(
        seen,
        ids.map((answer) => ({ answer })),
      );
      assert.deepEqual(await places(), before, 'no call was locked');
    });

    it('decides nothing on what another process has changed meanwhile', async () => {
      const [callId] = (await calls(1)) as [string];
      await throughProxy.changeCall(callId, rename('newer'));
      const seen = await store.changeCall(callId, (call) => ({
        audit: [],
        outbox: [],
        answer: call.customer.name,
      }));
      assert.deepEqual(seen, { answer: 'newer' });
    });

    it('tells a callback that was applied before from those that were not', async () => {
      const ids = await calls(5);
      const keys = ids.map(() => unique('callback'));
      await store.changeCall(ids[2]!, rename('before'), { callbackKey: keys[2] });
      const answers = await Promise.all(
        ids.map((callId, i) => store.changeCall(callId, rename('now'), { callbackKey: keys[i] })),
      );
      assert.deepEqual(
        answers,
        ids.map((_id, i) => (i === 2 ? 'repeated' : { answer: 'now' })),
      );
      assert.equal(await nameOf(ids[2]!), 'before');
      assert.deepEqual(await Promise.all(ids.map(auditCount)), [1, 1, 1, 1, 1]);
    });

    it('decides one request of a supervisor at a time', async () => {
      const ids = await calls(3);
      const others: (readonly OtherCall[])[] = [];
      await Promise.all(
        ids.map((callId) =>
          store.changeSupervisedCall(
            { orgId: 'org', userId: 'maya' },
            callId,
            (_call, otherCalls) => {
              others.push(otherCalls);
              return { audit: [], outbox: [], answer: 0 };
            },
          ),
        ),
      );
      assert.deepEqual(others, [[], [], []]);
    });
  });

  describe('with a faulty one', () => {
    for (const [what, faulty] of [
      [
        'whose decision throws',
        () => {
          throw new Error('no');
        },
      ],
      ['that the database refuses', rename('no \u0000 in a text')],
      [
        'whose audit entry exists',
        (call: object) => ({
          ...rename('doubled')(call),
          audit: [entry({ auditId: 'taken' })],
        }),
      ],
    ] as [string, (call: object) => Change<string>][])
      it(`${what} fails that one alone`, async () => {
        await store.recordAudit([entry({ auditId: 'taken' })]).catch(() => undefined);
        const ids = await calls(9);
        const before = await nameOf(ids[4]!);
        const answers = await Promise.all(
          ids.map((callId, i) =>
            outcome(store.changeCall(callId, i === 4 ? faulty : rename('ok'))),
          ),
        );
        assert.deepEqual(
          answers,
          ids.map((_id, i) => (i === 4 ? 'failed' : { answer: 'ok' })),
        );
        assert.equal(await nameOf(ids[4]!), before);
        assert.deepEqual(await Promise.all(ids.map(auditCount)), [1, 1, 1, 1, 0, 1, 1, 1, 1]);
      });
  });

  describe('of which somebody else holds a call', () => {
    it('does not make the others wait', async () => {
      const [held, ...others] = await calls(5);
      const holder = new pg.Client({ connectionString: database.databaseUrl });
      await holder.connect();
      await holder.query('begin');
      await holder.query('select 1 from "Call" where "callId" = $1 for update', [held]);
      const waiting = store.changeCall(held!, rename('late'));
      const answers = await Promise.all(
        others.map((callId) => store.changeCall(callId, rename('ok'))),
      );
      assert.deepEqual(
        answers,
        others.map(() => ({ answer: 'ok' })),
      );
      // A later group goes on as well, while the first still waits.
      await store.changeCall(others[0]!, rename('again'));
      await holder.query('commit');
      await holder.end();
      assert.deepEqual(await waiting, { answer: 'late' });
    });
  });

  describe('whose connection is lost', () => {
    for (const [statement, words, isRemembered] of [
      ['it begins', 'begin'],
      ['it locks', 'for update'],
      ['it looks for receipts', 'CallbackReceipt" where'],
      ['it writes', 'pg_notify'],
      ['it commits', 'commit'],
      ['it begins from memory', 'begin', true],
      ['it locks and compares with memory', 'areUnchanged', true],
      ['it writes from memory', 'pg_notify', true],
      ['it commits from memory', 'commit', true],
    ] as const)
      for (const when of ['before', 'after'] as const)
        it(`${when} ${statement}: nothing is half written, and repeating it does it once`, async () => {
          const ids = await calls(4);
          const keys = ids.map(() => unique('callback'));
          const bring = () =>
            Promise.all(
              ids.map((callId, i) =>
                outcome(
                  throughProxy.changeCall(callId, rename('brought'), { callbackKey: keys[i] }),
                ),
              ),
            );
          const cutsBefore = proxy.cuts();
          if (isRemembered) await Promise.all(ids.map((callId) => throughProxy.loadCall(callId)));
          await dropConnections();
          proxy.cutAt(words, when);
          const first = await bring();
          await until('the connection was cut', () => proxy.cuts() > cutsBefore);
          // In one query: the server may still be committing what came before the cut.
          const { rows } = await store.pool.query<{ written: number }>(
            `select count(distinct "callId")::int as written from "AuditEntry"
             where "callId" = any($1)`,
            [ids],
          );
          const { written } = rows[0]!;
          assert.ok([0, ids.length].includes(written), `${written} of ${ids.length} are written`);
          assert.ok(first.every((answer) => answer === 'failed'));

          const second = await bring();
          for (const answer of second)
            assert.ok(answer === 'repeated' || (answer as { answer: string }).answer === 'brought');
          assert.deepEqual(await Promise.all(ids.map(auditCount)), [1, 1, 1, 1]);
          assert.deepEqual(
            await Promise.all(ids.map(nameOf)),
            ids.map(() => 'brought'),
          );
        });

    /** So that statements are prepared anew, and their texts come by the proxy. */
    const dropConnections = async () => {
      await store.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`,
      );
      // What is left is the connection that asked.
      await until(
        'the connections are dropped',
        () =>
          [throughProxy.pool, throughProxy.hot, store.hot].every(
            ({ totalCount }) => totalCount === 0,
          ) && store.pool.totalCount <= 1,
      );
    };
  });
});
