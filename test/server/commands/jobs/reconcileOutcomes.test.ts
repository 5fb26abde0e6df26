import assert from 'node:assert/strict';
import pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import { deliverCallDays } from '../../../../server/commands/jobs/deliverCallDays.ts';
import { reconcileOutcomes } from '../../../../server/commands/jobs/reconcileOutcomes.ts';
import { createCrmCallDays } from '../../../../server/crm/writes/callDays.ts';
import { createExistingReader } from '../../../../server/crm/writes/existingRecords.ts';
import { createCrmRepCalls } from '../../../../server/crm/writes/repCalls.ts';
import type { OutboxMessageOf } from '../../../../server/domain/outbox/message.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../../server/store/calls/postgresStore.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createDayTotals } from '../../../../server/store/outcomes/dayTotals.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';
import { quietLog } from '../../../support/quietLog.ts';

const PERIOD = { from: '2026-10-01', to: '2026-10-31' };
const REPS = ['ravi', 'lena', 'tom'];

describe('the totals of each day in the CRM', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let store: PostgresStore;
  let org: OrgStage;
  let userIds: string[];

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    // Connections that are being closed may meet the end of the database.
    pool.on('error', () => undefined);
    store = createPostgresStore(database.databaseUrl, quietLog);
    org = await startOrgStage();
    const users = await org.records('User');
    userIds = REPS.map(
      (alias) =>
        users.find(({ Username }) => String(Username).startsWith(`${alias}@`))?.Id ?? alias,
    );
    await insertEndedCalls(pool, sampleCalls());
    await pool.query(
      `update "Call" set "customerPhone" = '+1555000' || (right("callId", 1)),
         "repQueueIds" = case when "repUserId" = $1 then $2::text[] else '{}' end,
         "wrapUps" = case when right("callId", 1) in ('1', '2', '3') then jsonb_build_array(
           jsonb_build_object('repUserId', "repUserId", 'at', "endedAt",
             'disposition', (array['stayed', 'canceled', 'advanced'])[right("callId", 1)::int]))
           end`,
      [userIds[0], ['00G000000000001AAA', '00G000000000002AAA']],
    );
  });
  after(async () => {
    await org?.stop();
    await store?.close();
    await pool?.end();
    await database?.drop();
  });

  function sampleCalls(): EndedCall[] {
    return Array.from({ length: 60 }, (_, n): EndedCall => {
      const answered = Date.parse('2026-10-05T15:00:00Z') + n * 5 * 3_600_000;
      return {
        callId: `call-${n}`,
        orgId: org.orgId,
        repUserId: userIds[n % 3]!,
        repName: REPS[n % 3]!,
        repTimeZone: 'America/New_York',
        direction: n % 2 ? 'inbound' : 'outbound',
        answeredAt: new Date(answered).toISOString(),
        endedAt: new Date(answered + 90_000).toISOString(),
        askedForHelp: n % 7 === 0,
        interventions:
          n % 5 === 0
            ? [
                {
                  interventionId: `i-${n}`,
                  supervisorUserId: userIds[0]!,
                  supervisorName: 'Maya',
                  modes: ['monitor', 'barge'],
                  reasonCode: 'close_assist',
                  outcomeCode: 'saved',
                },
              ]
            : [],
      };
    });
  }

  const parts = () => ({
    store,
    callDays: createCallDays(pool, 0),
    dayTotals: createDayTotals(pool),
    crm: {
      callDays: byOrg(),
      repCalls: createCrmRepCalls(org.crm, { logging: async () => 'none' }),
    },
  });
  function byOrg() {
    const own = createCrmCallDays(org.crm, createExistingReader(org.crm, Date.now).queueNames);
    return {
      recordCallDays: (_orgId: string, totals: Parameters<typeof own.recordCallDays>[0]) =>
        own.recordCallDays(totals),
      recordedCallDays: (_orgId: string, from: string, to: string) =>
        own.recordedCallDays(from, to),
    };
  }
  const reconcile = (mends: boolean) =>
    reconcileOutcomes(parts(), { orgId: org.orgId, ...PERIOD, mends });

  /** Delivers what waits, as the relay does. */
  async function deliver(): Promise<number> {
    const { rows } = await pool.query<OutboxMessageOf<'crm.callDay'>>(
      `update "OutboxMessage" set "availableAt" = null, "doneAt" = now()
       where "topic" = 'crm.callDay' and "availableAt" is not null
       returning "key", "orgId", "topic", "payload"`,
    );
    const { dayTotals, crm } = parts();
    const results = await deliverCallDays({ dayTotals, callDays: crm.callDays })(rows);
    assert.deepEqual(
      results.filter((one) => one !== undefined),
      [],
    );
    return rows.length;
  }

  /** The sums of calls, from the calls themselves. */
  async function sums() {
    const { rows } = await pool.query(
      `select count(*)::int as "answered", count(*) filter (where "direction" = 'inbound')::int
         as "inbound", count(*) filter (where "help" is not null or "pastHelp" is not null)::int as "help",
         count(*) filter (where "wrapUps"->0->>'disposition' = 'stayed')::int as "saved",
         (select count(*)::int from "Intervention") as "barge",
         count(*) filter (where exists (select from "Call" l where l."direction" = 'inbound'
           and l."customerPhone" = "Call"."customerPhone" and l."startedAt" > "Call"."endedAt"
           and l."startedAt" <= "Call"."endedAt" + interval '7 days'))::int as "callBacks"
       from "Call"`,
    );
    return rows[0] as Record<string, number>;
  }
  async function sumsInOrg() {
    const rows = await org.records('Call_Day__c');
    const of = (field: string, those = rows) =>
      those.reduce((sum, row) => sum + Number(row[field]), 0);
    return {
      answered: of('Answered__c'),
      inbound: of(
        'Answered__c',
        rows.filter((row) => row.Direction__c === 'Inbound'),
      ),
      help: of('Help_Requested__c'),
      saved: of('Saved__c'),
      barge: of('Barge__c'),
      callBacks: of('Call_Backs__c'),
    };
  }

  it('are the sums of its calls, by rep, direction, queue and issue', async () => {
    await parts().callDays.countDue(1_000);
    assert.ok((await deliver()) > 0);
    const expected = await sums();
    assert.deepEqual(await sumsInOrg(), expected);
    assert.ok(expected.callBacks! > 0 && expected.saved! > 0, JSON.stringify(expected));
    const rows = await org.records('Call_Day__c');
    assert.deepEqual([...new Set(rows.map((row) => String(row.Issue__c)))].sort(), [
      'null',
      'progress',
      'retention',
    ]);
    assert.ok(rows.every((row) => !row.Rep__c || row.OwnerId === row.Rep__c));
    assert.ok(rows.some((row) => Boolean(row.Rep__c)));
  });

  it('are written once, however often the day is counted', async () => {
    const before = (await org.used()).requests;
    await parts().callDays.makeAllDue(org.orgId);
    await parts().callDays.countDue(1_000);
    await deliver();
    assert.equal((await org.used()).requests, before);
    assert.deepEqual(await sumsInOrg(), await sums());
  });

  it('no longer have what an older version counted for nobody', async () => {
    const { dayTotals } = parts();
    const [first] = await dayTotals.counted(org.orgId, PERIOD.from, PERIOD.to);
    const day = first!.day;
    await dayTotals.wrote(org.orgId, [{ ...first!, repUserId: '', missed: 1 }]);
    await dayTotals.sendDays(org.orgId, [day]);
    assert.equal(await deliver(), 1);
    const row = (await org.records('Call_Day__c')).find(({ External_Id__c: key }) =>
      String(key).startsWith(`${day}::`),
    );
    assert.deepEqual([row?.Missed__c, row?.Rep__c ?? null], [0, null]);
    assert.deepEqual(await sumsInOrg(), await sums());
  });

  it('wait in one message for each day, whose delivery brings what was counted last', async () => {
    for (let times = 0; times < 3; times += 1) {
      await pool.query(`update "Call" set "repName" = "repName" where "callId" = 'call-1'`);
      await parts().callDays.countDue(1_000);
    }
    assert.equal(await deliver(), 1);
  });

  it('follow a call whose rep says later what it was about, and leave nothing behind', async () => {
    await pool.query(
      `update "Call" set "wrapUps" = jsonb_build_array(jsonb_build_object('repUserId', "repUserId",
         'disposition', 'stayed', 'at', "endedAt")) where "callId" = 'call-4'`,
    );
    await parts().callDays.countDue(1_000);
    await deliver();
    assert.deepEqual(await sumsInOrg(), await sums());
  });

  it('are told to be the same when they are', async () => {
    const { days, ...found } = await reconcile(false);
    assert.ok(days > 10);
    assert.deepEqual(found, { counted: [], written: [], awaited: [], calls: [] });
  });

  it('are found and mended where totals, or the CRM, are not those of the calls', async () => {
    await pool.query(
      `update "CallDay" set "answered" = "answered" + 3
       where "day" = (select min("day") from "CallDay") and "direction" = 'outbound'`,
    );
    const [first, second] = await org.records('Call_Day__c');
    await org.update('Call_Day__c', first!.Id, { Answered__c: 99 });
    await org.remove('Call_Day__c', second!.Id);
    const checked = await reconcile(false);
    assert.deepEqual([checked.counted.length > 0, checked.written.length], [true, 2]);
    assert.notDeepEqual(await sumsInOrg(), await sums());
    const mended = await reconcile(true);
    assert.deepEqual([mended.counted.length > 0, mended.written.length], [true, 2]);
    await deliver();
    assert.deepEqual(await sumsInOrg(), await sums());
    const { days: _days, ...found } = await reconcile(false);
    assert.deepEqual(found, { counted: [], written: [], awaited: [], calls: [] });
  });

  it('name the ended calls of reps that the CRM lacks, and have them written', async () => {
    const deps = parts();
    const repCalls = createCrmRepCalls(org.crm, { logging: async () => 'all' });
    const { calls } = await reconcileOutcomes(
      { ...deps, crm: { ...deps.crm, repCalls } },
      { orgId: org.orgId, ...PERIOD, mends: true },
    );
    assert.equal(calls.length, 60);
    const { rows } = await pool.query(
      `select count(*)::int as waiting from "OutboxMessage" where "topic" = 'crm.call'`,
    );
    assert.equal(rows[0].waiting, 60);
    const again = await reconcileOutcomes(
      { ...deps, crm: { ...deps.crm, repCalls } },
      { orgId: org.orgId, ...PERIOD, mends: false },
    );
    assert.deepEqual(again.calls, []);
  });
});
