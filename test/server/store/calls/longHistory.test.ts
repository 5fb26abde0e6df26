import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { crossCheckCarrier } from '../../../../server/commands/audit/crossCheckCarrier.ts';
import type { CarrierReport } from '../../../../server/domain/audit/carrierCrossCheck.ts';
import { createAuditTrail } from '../../../../server/store/audit/auditTrail.ts';
import { createCarrierCrossCheck } from '../../../../server/store/audit/carrierCrossCheck.ts';
import { createDueCalls } from '../../../../server/store/calls/dueCalls.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { createOutbox } from '../../../../server/store/outbox/outbox.ts';
import { createLeases } from '../../../../server/store/supervision/leases.ts';
import { createRepFollows } from '../../../../server/store/words/attention.ts';
import { entry } from '../../../contracts/store/parts.ts';
import { at, liveCall, ORG, participant, supervisedCall } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';

/** Ended calls that are there, each of which stands for a thousand in what the planner is told. */
const ENDED = 3_000;
const TIMES = 1_000;
const LIVE = 30;
/**
 * More than all that is live, which the planner takes for a thousand times as many too; the history
 * of one supervisor is 30 times that.
 */
const BOUNDED_ROWS = 50_000;
const GROWING = [
  'AuditEntry',
  'AuditPersonal',
  'CallbackReceipt',
  'CarrierReport',
  'Call',
  'Intervention',
  'Notice',
  'OutboxMessage',
  'Participant',
  'Recording',
];

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly PlanNode[];
}

describe('the hot path with 3,000,000 ended calls', function () {
  this.timeout(300_000);
  let database: FreshDatabase;
  let client: pg.Client;
  let store: PostgresStore;
  const asked = new Map<string, unknown[]>();
  /** Of these, those that are planned once for a connection. */
  const plannedOnce = new Set<string>();
  const original = pg.Client.prototype.query;

  before(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    store = createPostgresStore(database.databaseUrl, quietLog);
    await writeHistory();
    for (let i = 0; i < LIVE; i += 1) await store.createCall(live(i), [], []);
    await client.query('vacuum analyze');
    // Of what is open there is no more than before.
    await client.query(
      `update pg_class set reltuples = reltuples * $2 where oid in (
         select format('%I', name)::regclass from unnest($1::text[]) name
         union select indexrelid from pg_index
         where indrelid in (select format('%I', name)::regclass from unnest($1::text[]) name)
           and indpred is null)`,
      [GROWING, TIMES],
    );
    pg.Client.prototype.query = function (this: pg.Client, ...query: unknown[]) {
      const [what, values] = query as [
        string | { text: string; name?: string; values?: unknown[] },
        unknown[]?,
      ];
      if (typeof what === 'string') asked.set(what, values ?? []);
      else asked.set(what.text, what.values ?? values ?? []);
      if (typeof what !== 'string' && what.name) plannedOnce.add(what.text);
      return (original as (...all: unknown[]) => unknown).apply(this, query);
    } as typeof original;
    await theHotPath();
    pg.Client.prototype.query = original;
  });
  after(async () => {
    pg.Client.prototype.query = original;
    await store?.close();
    await client?.end();
    await database?.drop();
  });

  const live = (i: number) =>
    i % 3 === 0
      ? { ...supervisedCall({ interventionId: `i-live-${i}` }), callId: `live-${i}` }
      : liveCall({ callId: `live-${i}` });

  async function writeHistory(): Promise<void> {
    const one = { ...supervisedCall({ interventionId: 'i-ended' }), callId: 'ended' };
    await store.createCall(one, [entry({ callId: 'ended' })], []);
    await store.changeCall(
      'ended',
      (call) => ({
        call: { ...call, status: 'ended', endedAt: at(60), endReason: 'hung_up' },
        audit: [],
        outbox: [{ key: 'ended', orgId: ORG, topic: 'crm.checkpoint', payload: {} }] as never,
        answer: 0,
      }),
      { callbackKey: 'ended', report: report('ended', 'ended') },
    );
    await client.query(`update "OutboxMessage" set "availableAt" = null, "doneAt" = now();
      update "Intervention" set "status" = 'ended', "outcomeStatus" = 'given'`);
    await client.query(`insert into "Notice" ("noticeId", "callId", "position", "interventionId",
        "supervisorUserId", "supervisorName", "supervisorRole", "mode", "at")
      values ('n', 'ended', 0, 'i-ended', 'maya', 'Maya', 'supervisor', 'monitor', now());
      insert into "Recording" ("recordingId", "callId", "status", "startedAt")
      values ('r', 'ended', 'completed', now())`);
    await multiply('Call', { callId: `'ended-' || n` });
    await multiply('Participant', { callId: `'ended-' || n` });
    await multiply('Intervention', {
      callId: `'ended-' || n`,
      interventionId: `'i-ended-' || n`,
      supervisorUserId: `case when n % 2 = 0 then 'maya' else 'boss-' || n % 50 end`,
    });
    await multiply('Notice', { callId: `'ended-' || n`, noticeId: `'n-' || n` });
    await multiply('Recording', { callId: `'ended-' || n`, recordingId: `'r-' || n` });
    await multiply('CarrierReport', {
      callId: `'ended-' || n`,
      key: `'r-' || n`,
      reportId: 'n + 9',
    });
    await multiply('CallbackReceipt', { key: `'k-' || n` });
    await multiply('OutboxMessage', { key: `'o-' || n`, messageId: 'n + 9' });
    await multiply('AuditEntry', { callId: `'ended-' || n`, auditId: `'a-' || n` });
  }

  /** Copies the rows of a table, each with other keys: SQL over the number `n`. */
  async function multiply(table: string, keys: Record<string, string>): Promise<void> {
    const json = Object.entries(keys).map(([column, sql]) => `'${column}', ${sql}`);
    await client.query(
      `insert into "${table}" select (jsonb_populate_record(null::"${table}",
         to_jsonb(t) || jsonb_build_object(${json.join(', ')}))).*
       from "${table}" t, generate_series(1, $1::int) n`,
      [ENDED],
    );
  }

  const report = (callId: string, key: string): CarrierReport => ({
    key,
    callId,
    conferenceId: 'CF1',
    event: 'participant-hold',
    source: 'callback',
    at: at(1),
    form: {},
    connectionId: 'CA-customer',
    party: { role: 'customer' },
    audibleTo: 'everyone',
  });

  /** A callback, clicks, what a console opens with, and every round. */
  async function theHotPath(): Promise<void> {
    const held = participant('customer', { onHold: true });
    const fact = (i: number, key: string) =>
      store.changeCall(
        `live-${i}`,
        (call) => ({
          call: { ...call, participants: [held, ...call.participants.slice(1)] },
          audit: [entry({ callId: call.callId })],
          outbox: [{ key, orgId: ORG, topic: 'crm.checkpoint', payload: {} }] as never,
          answer: 0,
        }),
        { callbackKey: key, report: report(`live-${i}`, key) },
      );
    await Promise.all([1, 2, 3].map((i) => fact(i, `callback-${i}`)));
    const renamed = (call: ReturnType<typeof liveCall> | object) => ({
      call: { ...(call as ReturnType<typeof liveCall>), customer: { name: 'Other' } },
      audit: [],
      outbox: [],
      answer: 0,
    });
    await store.changeSupervisedCall({ orgId: ORG, userId: 'maya' }, 'live-0', renamed);
    await store.recordAudit([entry({ callId: 'live-1' })]);
    await store.createCall(liveCall({ callId: 'new' }), [entry({ callId: 'new' })], []);
    await store.loadCall('live-4');
    await store.findCallByIntervention('i-live-0');
    await store.findOpenCalls();
    await store.findCallsWithOutcomeDue([{ orgId: ORG, userId: 'maya' }]);
    await createRepFollows(store.hot).claimFollowers(ORG, 'ravi');
    const due = createDueCalls(store.hot);
    await due.due(at(99), 100);
    await due.supervisedCalls();
    await createLeases(store.hot).expired(at(99));
    const outbox = createOutbox(store.hot);
    await outbox.done((await outbox.claim(10, 30_000)).map(({ messageId }) => messageId));
    const deps = {
      crossCheck: createCarrierCrossCheck(store.pool, store.hot),
      trail: createAuditTrail(store.pool),
      clock: { now: () => at(9) },
      ids: { next: () => randomUUID() },
      log: quietLog,
    };
    const reached = { position: ENDED, reportId: ENDED };
    await deps.crossCheck.advance(ORG, reached);
    await crossCheckCarrier(deps, new Map([[ORG, { position: ENDED + 9, reportId: ENDED + 9 }]]));
  }

  /** What a plan reads of tables that grow, unless it is known to be little. */
  function unbounded(node: PlanNode, parent?: PlanNode): string[] {
    const { 'Node Type': type, 'Relation Name': table = '', 'Plan Rows': rows } = node;
    const inner = (node.Plans ?? []).flatMap((one) => unbounded(one, node));
    // The first of an ordered index is found at once; a bitmap's index is looked at below it.
    const isFirst = type.startsWith('Index') && parent?.['Node Type'] === 'Limit';
    const isScan = type.includes('Scan') && GROWING.includes(table);
    if (!isScan || isFirst || (type !== 'Seq Scan' && rows <= BOUNDED_ROWS)) return inner;
    return [`${type} of ${rows} rows of ${table} by ${node['Index Name'] ?? 'nothing'}`, ...inner];
  }

  it('reads nothing whose size is that of the history', async () => {
    const statements = [...asked].filter(([text]) =>
      /^\s*(select|with|insert|update|delete)/i.test(text),
    );
    assert.ok(statements.length >= 18, `only ${statements.length} statements were seen`);
    const found: string[] = [];
    for (const [text, values] of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        `explain (format json) ${text}`,
        values,
      );
      for (const what of unbounded(rows[0]!['QUERY PLAN'][0]!.Plan))
        found.push(`${what}: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
    }
    assert.deepEqual(found, []);
  });

  it('plans so whatever the parameters are', async () => {
    const found: string[] = [];
    assert.ok(plannedOnce.size >= 14, `only ${plannedOnce.size} statements are planned once`);
    await client.query('set enable_seqscan = off');
    for (const text of plannedOnce) {
      // Without values: with them this connection would plan by them.
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        `explain (format json, generic_plan) ${text}`,
      );
      for (const what of unbounded(rows[0]!['QUERY PLAN'][0]!.Plan))
        found.push(`${what}: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);
    }
    await client.query('reset enable_seqscan');
    assert.deepEqual(found, []);
  });

  it('would see a query that reads all of it', async () => {
    for (const text of [
      `select count(*) from "Call" where "customerName" = 'x'`,
      `select * from "Call" where "orgId" = '${ORG}' order by "startedAt"`,
      `select * from "Intervention" where "supervisorUserId" = 'maya'`,
    ]) {
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        `explain (format json) ${text}`,
      );
      assert.notDeepEqual(unbounded(rows[0]!['QUERY PLAN'][0]!.Plan), [], text);
    }
  });
});
