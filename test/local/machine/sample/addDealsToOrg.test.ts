import assert from 'node:assert/strict';
import pg from 'pg';
import { addCoachingToOrg } from '../../../../local/machine/sample/addCoachingToOrg.ts';
import { addDealsToOrg } from '../../../../local/machine/sample/addDealsToOrg.ts';
import { addRatingsToOrg } from '../../../../local/machine/sample/addRatingsToOrg.ts';
import type { EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import { insertSample, notifyOrgOfSample } from '../../../../local/machine/sample/insertSample.ts';
import { sampleCalls } from '../../../../local/machine/sample/sampleCalls.ts';
import { sampleCoaching } from '../../../../local/machine/sample/sampleCoaching.ts';
import { createCrmSurveys } from '../../../../server/crm/surveys/surveys.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('the sample in the org', () => {
  let stage: OrgStage;
  let database: FreshDatabase;
  let calls: EndedCall[][];
  let users: { lena: string; maya: string };

  before(async () => {
    [stage, database] = await Promise.all([startOrgStage(), freshDatabase()]);
    users = {
      lena: (await stage.find('User', 'Lena')).Id,
      maya: (await stage.find('User', 'Maya')).Id,
    };
    const days = sampleCalls({
      orgId: stage.orgId,
      reps: [
        { userId: users.lena, name: 'Lena', timeZone: 'UTC' },
        { userId: '005S00000000001AAA', name: 'Somebody who left', timeZone: 'UTC' },
      ],
      supervisors: [{ userId: users.maya, name: 'Maya' }],
      calls: 400,
      days: 60,
      until: '2026-11-28T12:00:00Z',
      seed: 1,
      suggested: 0.2,
    });
    calls = await addDealsToOrg(stage.url, [...days], {
      users: [users.lena],
      otherwise: users.maya,
    });
  });
  after(() => Promise.all([stage?.stop(), database?.drop()]));

  it('has the deal of each call as it stands when the sample ends, owned by somebody', async () => {
    const deals = new Map((await stage.records('Opportunity')).map((deal) => [deal.Id, deal]));
    const accounts = new Map((await stage.records('Account')).map(({ Id, Name }) => [Id, Name]));
    const about = calls
      .flat()
      .flatMap(({ deal, repUserId }) => (deal ? [{ deal, repUserId }] : []));
    assert.ok(about.length > 100, `${about.length} calls about deals`);
    for (const { deal, repUserId } of about) {
      const { Name, StageName, Amount, OwnerId, AccountId } = deals.get(deal.opportunityId)!;
      assert.deepEqual(
        { Name, StageName, Amount, OwnerId, account: accounts.get(String(AccountId)) },
        {
          Name: deal.name,
          StageName: deal.now!.stage,
          Amount: deal.now!.corporateAmount,
          OwnerId: repUserId === users.lena ? users.lena : users.maya,
          account: deal.now!.account,
        },
      );
    }
  });

  it('has what customers said in the org’s own survey, which is mapped', async () => {
    const rated = calls.flat().filter(({ rating }) => rating);
    const without = await addRatingsToOrg(stage.url, calls);
    assert.deepEqual(
      without.flat().filter(({ rating }) => rating),
      [],
    );
    const answers = await stage.records('Call_Survey__c');
    assert.deepEqual(
      answers.map((one) => [one.Call_Id__c, one.Score__c]),
      rated.map(({ callId, rating }) => [callId, rating!.score]),
    );
    const reading = await createCrmSurveys(() => stage.crm).of(stage.orgId);
    assert.ok(reading.status === 'read', JSON.stringify(reading));
    calls = without;
  });

  it('has debriefs, verdicts and notes of people, and the rest of each record is the server’s', async () => {
    const supervisors = [{ userId: users.maya, name: 'Maya' }];
    const { days, written } = sampleCoaching(calls, {
      reps: [users.lena],
      supervisors,
      until: '2026-11-28T12:00:00Z',
      seed: 1,
    });
    await addCoachingToOrg(stage.url, written);
    const records = await stage.records('Call_Intervention__c');
    const of = (field: string) => new Set(records.map((one) => one[field]).filter(Boolean));
    assert.ok(of('Rep_Verdict__c').size >= 2, 'verdicts');
    assert.ok(of('Coaching_State__c').has('done'), 'debriefs that were held');
    assert.equal(
      (await stage.records('Coaching_Note__c')).length,
      records.filter(({ Coaching_State__c }) => Coaching_State__c === 'done').length,
    );
    calls = days;
  });

  it('is written there by the server: interventions and requests for help of reps who are users, and every day', async () => {
    const client = new pg.Client({ connectionString: database.databaseUrl });
    await client.connect();
    try {
      const filledBefore = await tablesNotAnalyzed(client);
      await insertSample(database.databaseUrl, calls);
      await notifyOrgOfSample(database.databaseUrl, stage.orgId, [users.lena]);
      const filled = (await tablesNotAnalyzed(client)).filter((one) => !filledBefore.includes(one));
      assert.deepEqual(filled, [], 'PostgreSQL plans for what is in the tables');
      const { rows } = await client.query<{ topic: string; payload: Record<string, string> }>(
        `select "topic", "payload" from "OutboxMessage"`,
      );
      const told = (topic: string, name: string): string[] =>
        rows.flatMap((row) => (row.topic === topic ? [row.payload[name]!] : [])).sort();
      const joined = calls.flat().filter(({ interventions }) => interventions.length > 0);
      const ofLena = joined.filter(({ repUserId }) => repUserId === users.lena);
      assert.ok(ofLena.length > 0 && ofLena.length < joined.length);
      assert.deepEqual(
        told('crm.intervention', 'callId'),
        ofLena.map(({ callId }) => callId).sort(),
      );
      const asked = calls
        .flat()
        .filter((call) => call.askedForHelp && call.repUserId === users.lena);
      assert.ok(asked.length > 0);
      assert.deepEqual(told('crm.help', 'callId'), asked.map(({ callId }) => callId).sort());
      const { rows: kept } = await client.query(
        `select (select count(*)::int from "Debrief") as debriefs,
           (select count(*)::int from "DebriefDue" where "dueAt" is not null) as due,
           (select count(*)::int from "CalibrationScore") as scores,
           (select count(*)::int from "CallAlert" where "mark" is not null) as marks`,
      );
      const { debriefs, due, scores, marks } = kept[0];
      assert.ok(debriefs > 0 && scores > 0 && marks > 0, JSON.stringify(kept[0]));
      assert.equal(due, 0, 'nobody is reminded of what is invented');
      assert.deepEqual(
        told('crm.callDay', 'day'),
        [...new Set(calls.flat().map(({ answeredAt }) => answeredAt.slice(0, 10)))].sort(),
      );
    } finally {
      await client.end();
    }
  });
});

/** The tables that have rows of which PostgreSQL has no statistics. */
async function tablesNotAnalyzed(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as "name" from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind = 'r' and c.reltuples < 0
       and pg_relation_size(c.oid) > 0
     order by 1`,
  );
  return rows.map(({ name }) => name);
}
