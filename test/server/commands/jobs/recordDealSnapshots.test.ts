import assert from 'node:assert/strict';
import pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import { recordDealSnapshots } from '../../../../server/commands/jobs/recordDealSnapshots.ts';
import { createCrmDeals } from '../../../../server/crm/deals/deals.ts';
import { dealAfter, type DealOfCall } from '../../../../server/domain/outcomes/deals.ts';
import { createDealTotals } from '../../../../server/store/outcomes/dealResults.ts';
import { createDealSnapshots } from '../../../../server/store/outcomes/dealSnapshots.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

const DAY_MS = 86_400_000;
const ENDED = Date.parse('2026-10-05T15:00:00Z');
const QUESTION = { from: '2026-10-01', to: '2026-10-31' };

describe('snapshots of the deals of calls', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let org: OrgStage;
  let deals: OrgRecord[];

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    // Connections that are being closed may meet the end of the database.
    pool.on('error', () => undefined);
    org = await startOrgStage();
    deals = (await org.records('Opportunity')).slice(0, 5);
    await insertEndedCalls(pool, [0, 1, 2, 3, 4, 5].map(sampleCall));
    for (const [n, { Id, StageName, Amount }] of deals.entries())
      await pool.query(
        `update "Call" set "opportunityId" = $2, "stage" = $3, "amount" = $4 where "callId" = $1`,
        [`call-${n}`, Id, StageName, Amount],
      );
  });
  after(async () => {
    await org?.stop();
    await pool?.end();
    await database?.drop();
  });

  const sampleCall = (n: number): EndedCall => ({
    callId: `call-${n}`,
    orgId: org.orgId,
    repUserId: 'ravi',
    repName: 'Ravi',
    repTimeZone: 'America/New_York',
    direction: 'outbound',
    answeredAt: new Date(ENDED - 60_000).toISOString(),
    endedAt: new Date(ENDED).toISOString(),
    askedForHelp: false,
    interventions:
      n === 0
        ? [
            {
              interventionId: 'i-0',
              supervisorUserId: 'maya',
              supervisorName: 'Maya',
              modes: ['monitor', 'barge'],
              reasonCode: 'close_assist',
              outcomeCode: 'advanced',
            },
          ]
        : [],
  });

  const take = (days: number, usage?: { used: number; limit: number }) =>
    recordDealSnapshots(
      {
        snapshots: createDealSnapshots(pool),
        crm: {
          usage: () => usage && { ...usage, atMs: Date.now() },
          deals: { deals: (_orgId, ids) => createCrmDeals(org.crm).deals(ids) },
        },
        now: () => new Date(ENDED + days * DAY_MS + 60_000).toISOString(),
      },
      org.orgId,
    );
  const calls = () => createDealSnapshots(pool).ofCalls({ orgId: org.orgId, ...QUESTION }, 'all');
  const callOf = async (n: number): Promise<DealOfCall> =>
    (await calls()).find(({ callId }) => callId === `call-${n}`)!;
  const statusOf = async (n: number) =>
    Object.fromEntries((await callOf(n)).snapshots.map(({ days, status }) => [days, status]));
  const set = (n: number, values: object) => org.update('Opportunity', deals[n]!.Id, values);

  it('are due for every answered call about a deal, and for no other', async () => {
    assert.equal((await calls()).length, 5);
    assert.equal((await callOf(0)).highestMode, 'barge');
    assert.equal((await callOf(1)).highestMode, undefined);
    assert.deepEqual(await statusOf(0), { 0: 'due', 7: 'due', 14: 'due', 30: 'due', 90: 'due' });
  });

  it('are taken of all deals by one query of them, and once', async () => {
    const queried = async () =>
      (await org.traffic()).flatMap(({ path }) =>
        [...decodeURIComponent(path.replaceAll('+', ' ')).matchAll(/ FROM (\w+)/g)].map(
          ([, object]) => object,
        ),
      );
    const before = (await queried()).length;
    assert.equal(await take(0), 5);
    const asked = (await queried()).slice(before);
    assert.equal(asked.filter((object) => object === 'Opportunity').length, 1, asked.join());
    assert.equal(await take(0), 0);
    assert.equal((await queried()).length, before + asked.length, 'nothing is asked for nothing');
    const deal = dealAfter(await callOf(1), 0)!;
    assert.deepEqual(
      [deal.stage, deal.amount, deal.closeDate, deal.isClosed, deal.ownerId],
      [deals[1]!.StageName, deals[1]!.Amount, deals[1]!.CloseDate, false, deals[1]!.OwnerId],
    );
    assert.ok(deal.stageOrder! > 0);
  });

  it('stay what they were, whatever becomes of the deal', async () => {
    await set(1, { StageName: 'Closed Won', Amount: 77_000 });
    await set(2, { StageName: 'Closed Lost' });
    await set(4, { OwnerId: (await org.find('User', 'Lena')).Id });
    await org.remove('Opportunity', deals[3]!.Id);
    assert.equal(await take(7), 5);
    await set(2, { StageName: 'Negotiation' });
    await set(1, { Amount: 1 });
    assert.equal(await take(14), 4 + 1);
    assert.equal(dealAfter(await callOf(1), 7)!.amount, 77_000);
    assert.equal(dealAfter(await callOf(1), 14)!.amount, 1);
    assert.deepEqual(
      [dealAfter(await callOf(2), 7)!.isClosed, dealAfter(await callOf(2), 14)!.isClosed],
      [true, false],
    );
    assert.notEqual(dealAfter(await callOf(4), 7)!.ownerId, deals[4]!.OwnerId);
    assert.deepEqual((await statusOf(3))[7], 'gone');
  });

  it('wait while the org is near its daily limit, and are missed when that lasts too long', async () => {
    assert.equal(await take(30, { used: 90, limit: 100 }), 0);
    assert.equal((await statusOf(1))[30], 'due');
    assert.equal(await take(33), 0);
    assert.equal((await statusOf(1))[30], 'missed');
    assert.equal((await statusOf(1))[90], 'due');
  });

  it('are of the deal that the rep chose afterwards', async () => {
    const about = (opportunity: object) =>
      pool.query(
        `update "Call" set "wrapUps" = jsonb_build_array(jsonb_build_object('repUserId', 'ravi',
           'disposition', 'advanced', 'about', $1::jsonb)) where "callId" = 'call-5'`,
        [JSON.stringify(opportunity)],
      );
    await about({ opportunity: { opportunityId: deals[0]!.Id, name: 'A deal' } });
    assert.equal((await callOf(5)).opportunityId, deals[0]!.Id);
    await about({});
    assert.equal(await callOf(5), undefined);
  });

  describe('and their results', () => {
    const totals = () => createDealTotals(pool);
    const of = (reps: readonly string[] | 'all' = 'all', more: object = {}) =>
      totals().of({ orgId: org.orgId, ...QUESTION, ...more }, 'barge', reps);
    const MOVES = [null, 'forward', 'back', 'same', 'won', 'lost', 'reopened', 'gone'];
    const movesOf = async () => {
      const { rows } = await pool.query<{ callId: string; mode: string; packed: Buffer }>(
        `select "callId", "mode", "packed" from "DealResult" order by "callId"`,
      );
      return rows.map(({ callId, mode, packed }) => [
        callId,
        mode,
        // A byte for each; 8 is added for a new owner.
        ...[...packed.subarray(12, 16)].map((code) => MOVES[code % 8]),
      ]);
    };

    it('are those of the snapshots, however often they are worked out', async () => {
      assert.equal(await totals().countDue(1_000), 5);
      assert.equal(await totals().countDue(1_000), 0);
      const moves = await movesOf();
      assert.deepEqual(moves, [
        ['call-0', 'barge', 'same', 'same', null, null],
        ['call-1', '', 'won', 'won', null, null],
        ['call-2', '', 'lost', 'reopened', null, null],
        ['call-3', '', 'gone', 'gone', null, null],
        ['call-4', '', 'same', 'same', null, null],
      ]);
      assert.equal(await totals().makeAllDue(org.orgId), 5);
      await totals().countDue(2);
      await totals().countDue(1_000);
      assert.deepEqual(await movesOf(), moves);
    });

    it('are read by look, and of those reps alone that are asked for', async () => {
      const { cells, currencies } = await of();
      const sum = (isJoined: boolean, place: number, count: 'known' | 'won' | 'gone' | 'revenue') =>
        cells
          .filter((cell) => cell.isJoined === isJoined)
          .reduce((all, { then }) => all + then[place]![count], 0);
      assert.deepEqual([sum(true, 0, 'known'), sum(false, 0, 'known')], [1, 4]);
      assert.deepEqual([sum(false, 0, 'won'), sum(false, 0, 'gone')], [1, 1]);
      assert.deepEqual([sum(false, 0, 'revenue'), sum(false, 1, 'revenue')], [77_000, 1]);
      assert.equal(sum(false, 2, 'known'), 0);
      assert.deepEqual(currencies.map(({ days, isJoined, won }) => [days, isJoined, won]).sort(), [
        [14, false, 1],
        [7, false, 1],
      ]);
      assert.deepEqual((await of(['lena'])).cells, []);
      assert.deepEqual((await of('all', { direction: 'inbound' })).cells, []);
      assert.deepEqual((await of('all', { orgId: '00DOTHER' })).cells, []);
    });

    it('are worked out again when an intervention is known late, or the rep names another deal', async () => {
      await pool.query(
        `update "Intervention" set "modeHistory" = '[{"mode":"whisper","at":"2026-10-05T15:00:00Z"}]'
         where "interventionId" = 'i-0'`,
      );
      assert.equal(await totals().countDue(1_000), 1);
      assert.deepEqual((await movesOf())[0]?.slice(0, 2), ['call-0', 'whisper']);
      await pool.query(`update "Call" set "opportunityId" = '006OTHER' where "callId" = 'call-4'`);
      assert.ok((await totals().countDue(1_000)) > 0);
      assert.deepEqual(
        (await movesOf()).map(([callId]) => callId),
        ['call-0', 'call-1', 'call-2', 'call-3'],
      );
    });
  });
});
