import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  insertEndedCalls,
  insertUnansweredCalls,
  type EndedCall,
} from '../../../../local/machine/sample/endedCalls.ts';
import { deliverCallDays } from '../../../../server/commands/jobs/deliverCallDays.ts';
import { createCrmCallDays } from '../../../../server/crm/writes/callDays.ts';
import { createExistingReader } from '../../../../server/crm/writes/existingRecords.ts';
import type { OutboxMessageOf } from '../../../../server/domain/outbox/message.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createDayTotals } from '../../../../server/store/outcomes/dayTotals.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';
import { insertRefusals } from '../../../support/refusals.ts';
import { until } from '../../../support/until.ts';

const CLI = fileURLToPath(new URL('../../../../server/cli/main.ts', import.meta.url));
const HOUR_MS = 3_600_000;
const CALLS = 60;
/** The day in whose middle a process dies. */
const MIDDLE = '2026-10-10';
const HELD_BY_TEST = 515_204;

describe('the totals of each day after a crash', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let org: OrgStage;

  beforeEach(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    // Connections that are being closed may meet the end of the database.
    pool.on('error', () => undefined);
    org = await startOrgStage();
    const users = await org.records('User');
    const reps = ['ravi', 'lena', 'jo'].map((alias) =>
      users.find(({ Username }) => String(Username).startsWith(`${alias}@`))!,
    );
    const calls = Array.from({ length: CALLS }, (_, n) => callOf(n, reps[n % reps.length]!));
    await insertRefusals(
      pool,
      org.orgId,
      calls
        .filter((_call, n) => n % 6 === 0)
        .map(({ callId, answeredAt: at }) => ({ callId, at, code: 'out_of_scope' })),
    );
    await insertEndedCalls(pool, calls);
    await insertUnansweredCalls(
      pool,
      calls
        .filter((_call, n) => n % 8 === 1)
        .map((call) => ({
          ...call,
          callId: `${call.callId}-unanswered`,
          startedAt: call.answeredAt,
          endReason: 'voicemail',
        })),
    );
  });
  afterEach(async () => {
    await org?.stop();
    await pool?.end();
    await database?.drop();
  });

  function callOf(n: number, rep: { readonly Id: string; readonly Name: string }): EndedCall {
    const answered = Date.parse('2026-10-05T15:00:00Z') + n * 5 * HOUR_MS;
    return {
      callId: `call-${n}`,
      orgId: org.orgId,
      repUserId: rep.Id,
      repName: rep.Name,
      repTimeZone: 'UTC',
      direction: n % 2 ? 'inbound' : 'outbound',
      answeredAt: new Date(answered).toISOString(),
      endedAt: new Date(answered + (60 + n) * 1_000).toISOString(),
      askedForHelp: false,
      interventions:
        n % 5 === 0
          ? [
              {
                interventionId: `i-${n}`,
                supervisorUserId: 'maya',
                supervisorName: 'Maya',
                modes: ['monitor', 'barge'],
                reasonCode: 'close_assist',
                outcomeCode: 'saved',
              },
            ]
          : [],
    };
  }

  const count = () => createCallDays(pool, 0).countDue(1_000);
  const due = () => createCallDays(pool).due(org.orgId);
  const crmCallDays = () =>
    createCrmCallDays(org.crm, createExistingReader(org.crm, Date.now).queueNames);
  const waiting = async () =>
    (
      await pool.query<OutboxMessageOf<'crm.callDay'>>(
        `select "key", "orgId", "topic", "payload" from "OutboxMessage"
         where "topic" = 'crm.callDay'`,
      )
    ).rows;

  /** Delivers all days, as the relay does with messages whose lease has run out. */
  async function deliver(over: Partial<Parameters<typeof deliverCallDays>[0]> = {}) {
    const own = crmCallDays();
    return deliverCallDays({
      dayTotals: createDayTotals(pool),
      callDays: { recordCallDays: (_orgId, totals) => own.recordCallDays(totals) },
      ...over,
    })(await waiting());
  }

  /** What the calls, interventions and refusals of each rep sum up to on each day. */
  async function sumsOfCalls(): Promise<string[]> {
    const { rows } = await pool.query<{ line: string }>(
      `select concat_ws(' ', day, rep, direction, sum(answered), sum(seconds), sum(barged),
           sum(missed), sum(refused)) as line
       from (
         select to_char(coalesce("answeredAt", "startedAt") at time zone 'UTC', 'YYYY-MM-DD') as day,
           "repUserId" as rep, "direction",
           ("answeredAt" is not null)::int as answered, ("answeredAt" is null)::int as missed,
           coalesce(extract(epoch from "endedAt" - "answeredAt"), 0)::int as seconds,
           (select count(*) from "Intervention" i where i."callId" = c."callId") as barged,
           (select count(*) from "AuditEntry" a where a."callId" = c."callId") as refused
         from "Call" c) as those
       group by day, rep, direction order by 1`,
    );
    return rows.map(({ line }) => line);
  }
  async function sumsInOrg(): Promise<string[]> {
    const rows = await org.records('Call_Day__c');
    const fields = ['Answered__c', 'Talk_Seconds__c', 'Barge__c', 'Missed__c', 'Refused__c'];
    const grouped = Map.groupBy(rows, (row) =>
      [row.Day__c, row.Rep__c, String(row.Direction__c).toLowerCase()].join(' '),
    );
    return [...grouped]
      .map(([key, those]) =>
        [
          key,
          ...fields.map((field) => those.reduce((sum, row) => sum + Number(row[field]), 0)),
        ].join(' '),
      )
      .sort();
  }
  async function areThoseOfTheCalls(): Promise<void> {
    const expected = await sumsOfCalls();
    assert.ok(expected.length > CALLS / 3);
    assert.deepEqual(await sumsInOrg(), expected);
    const days = [...new Set(expected.map((line) => line.slice(0, 10)))];
    assert.deepEqual(await createDayTotals(pool).unwritten(org.orgId, days), []);
  }

  /** Lets whoever writes the totals of one day wait in the middle of counting it. */
  async function holdUp(): Promise<pg.Client> {
    const held = new pg.Client({ connectionString: database.databaseUrl });
    await held.connect();
    await held.query('select pg_advisory_lock($1)', [HELD_BY_TEST]);
    await pool.query(
      `create function held_up() returns trigger language plpgsql as $$
       begin
         perform pg_advisory_xact_lock(${HELD_BY_TEST});
         return new;
       end $$;
       create trigger held_up before insert on "CallDay" for each row
         when (new."day" = '${MIDDLE}') execute function held_up()`,
    );
    return held;
  }
  const heldUp = () =>
    until('a process waits in the middle of a day', async () => {
      const { rows } = await pool.query<{ pid: number }>(
        `select pid from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
        [HELD_BY_TEST],
      );
      return rows[0]?.pid;
    });
  async function letGo(held: pg.Client): Promise<void> {
    await held.end();
    await pool.query('drop trigger held_up on "CallDay"; drop function held_up()');
  }

  it('of a recompute that is killed in the middle of a day are those of the calls once it is run again', async () => {
    await count();
    await deliver();
    // Whatever stood there.
    await pool.query(`update "CallDay" set "answered" = "answered" + 7, "refused" = 0`);
    const held = await holdUp();
    const env = { ...process.env, DATABASE_URL: database.databaseUrl };
    const args = [CLI, 'outcomes', 'recompute', '--org', org.orgId];
    const first = spawn(process.execPath, args, { env, stdio: 'ignore' });
    await heldUp();
    first.kill('SIGKILL');
    await once(first, 'exit');
    await letGo(held);
    await until('the killed process has left its transaction', async () => {
      const { rows } = await pool.query(
        `select from pg_stat_activity where datname = current_database()
           and query like '%counted%' and state <> 'idle' and pid <> pg_backend_pid()`,
      );
      return rows.length === 0;
    });
    assert.ok((await due()) > 0, 'days are left to be counted');
    const again = spawn(process.execPath, args, { env, stdio: 'ignore' });
    assert.deepEqual(await once(again, 'exit'), [0, null]);
    assert.equal(await due(), 0);
    await deliver();
    await areThoseOfTheCalls();
  });

  it('of a server whose database connection breaks in the middle of a day are counted by the next round', async () => {
    const held = await holdUp();
    const counting = count();
    const rejected = assert.rejects(counting);
    const pid = await heldUp();
    await pool.query('select pg_terminate_backend($1)', [pid]);
    await letGo(held);
    await rejected;
    await count();
    assert.equal(await due(), 0);
    await deliver();
    await areThoseOfTheCalls();
  });

  it('that the CRM took, and nobody noted, are written again and once', async () => {
    await count();
    const dayTotals = createDayTotals(pool);
    const died = new Error('the process died');
    await assert.rejects(
      deliver({ dayTotals: { ...dayTotals, wrote: () => Promise.reject(died) } }),
      died,
    );
    const written = (await org.records('Call_Day__c')).length;
    assert.ok(written > 0, 'the CRM has them');
    await pool.query(
      `update "Call" set "endedAt" = "endedAt" + interval '30 seconds' where "callId" = 'call-7'`,
    );
    await count();
    await deliver();
    assert.equal((await org.records('Call_Day__c')).length, written);
    await areThoseOfTheCalls();
  });

  it('of which the CRM took a part are complete after the next delivery', async () => {
    await count();
    const own = crmCallDays();
    const broke = new Error('the connection broke');
    await assert.rejects(
      deliver({
        callDays: {
          async recordCallDays(_orgId, totals) {
            await own.recordCallDays(totals.slice(0, totals.length / 2));
            throw broke;
          },
        },
      }),
      broke,
    );
    assert.notDeepEqual(await sumsInOrg(), await sumsOfCalls());
    await deliver();
    await areThoseOfTheCalls();
  });
});
