import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  DUE,
  NEXT_DUE,
  OPEN_CONFERENCES,
  SUPERVISED,
  SUPERVISED_IDS,
} from '../../../../server/store/calls/dueCalls.ts';
import { OTHER_CALLS } from '../../../../server/store/calls/group/lockGroup.ts';
import { migrate } from '../../../../server/store/database/migrate.ts';
import { EXPIRED } from '../../../../server/store/supervision/leases.ts';
import { emptyDatabase, freshDatabase } from '../../../support/database.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url));
const DUE_CALLS = '20261128120000_due_calls';

const CALL = (id: string, status: string, ended: boolean) => `
  insert into "Call" ("callId", "orgId", "status", "direction", "startedAt", "endedAt", "repUserId",
      "repName", "repManagerIds", "customerName")
    select '${status}-' || ${id}, 'org', '${status}', 'outbound', now(),
      ${ended ? 'now()' : 'null'}, 'rep-' || ${id}, 'Rep', '{}', 'Customer'`;
const INTERVENTION = (id: string, status: string) => `
  insert into "Intervention" ("interventionId", "callId", "position", "status",
      "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
      "modeHistory", "leaving", "whisperSkipped")
    select '${status}-i-' || ${id}, '${status === 'ended' ? 'ended' : 'live'}-' || ${id}, 0,
      '${status}', 'maya', 'Maya', 'supervisor', 'v', now(), '[]', false, false`;

describe('what the rounds ask, with 100,000 ended calls', function () {
  this.timeout(300_000);
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let client: pg.Client;

  before(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    // Without triggers, which fill other tables row by row: a plan is about these two.
    await client.query(`
      set session_replication_role = replica;
      ${CALL('g', 'ended', true)} from generate_series(1, 100000) g;
      ${INTERVENTION('g', 'ended')} from generate_series(1, 100000) g;
      ${CALL('g', 'live', false)} from generate_series(1, 500) g;
      ${INTERVENTION('g', 'active')} from generate_series(1, 20) g;
      update "Call" set "dueAt" = now() where "callId" in ('live-1', 'live-2');
      reset session_replication_role;`);
    await client.query('vacuum analyze');
  });
  after(async () => {
    await client?.end();
    await database?.drop();
  });

  /** The indexes of the plan, and the tables that it reads as a whole. */
  async function plan(sql: string, values: unknown[] = []) {
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
      `explain (format json) ${sql}`,
      values,
    );
    const text = JSON.stringify(rows[0]!['QUERY PLAN']);
    const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!);
    return {
      indexes: [...new Set(all(/"Index Name":"([^"]+)"/g))].sort(),
      wholeTables: all(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(Call|Intervention)"/g),
    };
  }

  for (const [what, sql, values, index] of [
    ['calls that are due', DUE, ['now', 100], 'Call_due_idx'],
    ['when the first call is due', NEXT_DUE, [], 'Call_due_idx'],
    ['conferences of open calls', OPEN_CONFERENCES, [], 'Call_open_idx'],
    ['ids of supervised calls', SUPERVISED_IDS, [], 'Intervention_running_idx'],
    ['supervised calls', SUPERVISED, [], 'Intervention_running_idx'],
    ['leases that have expired', EXPIRED, ['now'], 'Intervention_running_idx'],
    [
      'which other calls a supervisor supervises',
      OTHER_CALLS,
      [['org'], ['maya'], ['live-1']],
      'Intervention_running_idx',
    ],
    [
      'which other calls a supervisor has as a rep',
      OTHER_CALLS,
      [['org'], ['rep-2'], ['live-1']],
      'Call_live_by_rep_idx',
    ],
  ] as const)
    it(`is answered from what has not ended: ${what}`, async () => {
      const { indexes, wholeTables } = await plan(sql, [...values]);
      assert.ok(indexes.includes(index), `${index} in ${indexes.join(', ')}`);
      assert.deepEqual(wholeTables, []);
    });
});

describe('the calls of a Dealside before it knew when calls are due', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let dir: string;

  before(async () => {
    database = await emptyDatabase();
    dir = await mkdtemp(join(tmpdir(), 'migrations-'));
    for (const name of await readdir(MIGRATIONS))
      if (name < DUE_CALLS) await cp(join(MIGRATIONS, name), join(dir, name), { recursive: true });
  });
  after(async () => {
    await database?.drop();
    await rm(dir, { recursive: true, force: true });
  });

  it('are due after the upgrade where they are open, and never where they have ended', async () => {
    await migrate(database.databaseUrl, dir);
    const client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    try {
      await client.query(
        `${CALL('1', 'live', false)}; ${CALL('1', 'ringing', false)}; ${CALL('1', 'ended', true)}`,
      );
      await migrate(database.databaseUrl);
      const { rows } = await client.query<{ callId: string; due: boolean }>(
        'select "callId", coalesce("dueAt" <= now(), false) as due from "Call" order by 1',
      );
      assert.deepEqual(rows, [
        { callId: 'ended-1', due: false },
        { callId: 'live-1', due: true },
        { callId: 'ringing-1', due: true },
      ]);
    } finally {
      await client.end();
    }
  });
});
