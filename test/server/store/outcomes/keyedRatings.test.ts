import assert from 'node:assert/strict';
import pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import type { Survey } from '../../../../server/domain/survey/survey.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createKeyedRatings, createRatings } from '../../../../server/store/outcomes/ratings.ts';
import { createWorthTotals } from '../../../../server/store/outcomes/worth.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const ORG = '00DKEYED';
const DAY = { orgId: ORG, from: '2026-11-16', to: '2026-11-16' };
const AFTER = '2026-11-16T15:10:05.000Z';
const call = (callId: string): EndedCall => ({
  callId,
  orgId: ORG,
  repUserId: 'rep-1',
  repName: 'Rep 1',
  repTimeZone: 'UTC',
  direction: 'inbound',
  answeredAt: '2026-11-16T15:00:00.000Z',
  endedAt: '2026-11-16T15:10:00.000Z',
  askedForHelp: false,
  interventions: [],
});
const SURVEY: Survey = {
  object: 'Call_Survey__c',
  scoreField: 'Score__c',
  answeredAtField: 'CreatedDate',
  joinedBy: 'call',
  joinField: 'Call_Id__c',
  withinHours: 72,
  lowest: 1,
  highest: 5,
  goodFrom: 4,
};

describe('what callers say by a key', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
    await insertEndedCalls(pool, [call('rated'), call('surveyed'), call('silent')]);
    await createCallDays(pool).countDue(100);
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  const kept = async () =>
    (
      await pool.query<{ callId: string; score: number; source: string }>(
        `select "callId", "score", "source" from "CallRating" order by 1`,
      )
    ).rows.map(({ callId, score, source }) => `${callId} ${score} ${source}`);
  const keep = (callId: string, score: number) =>
    createKeyedRatings(pool).storeOnce(callId, { score, isGood: score >= 4 }, AFTER);
  const totals = async () => {
    await createCallDays(pool).countDue(100);
    const rows = await createWorthTotals(pool).results(DAY, 'all');
    return rows.map(({ rated, satisfied, ratedByKey }) => ({ rated, satisfied, ratedByKey }));
  };

  it('belongs to its call once: a late or doubled key changes nothing and makes no day due', async () => {
    await keep('rated', 5);
    assert.equal(await createCallDays(pool).due(ORG), 1);
    await createCallDays(pool).countDue(100);
    await keep('rated', 1);
    assert.equal(await createCallDays(pool).due(ORG), 0);
    assert.deepEqual(await kept(), ['rated 5 key']);
  });

  it('is kept of no call that is not known', async () => {
    await keep('nowhere', 5);
    assert.deepEqual(await kept(), ['rated 5 key']);
  });

  it('is counted beside answers of the survey, and known apart from them', async () => {
    await createRatings(pool).store(ORG, SURVEY, {
      ratings: [
        {
          answerId: 'a1',
          status: 'given',
          score: 2,
          isGood: false,
          answeredAt: AFTER,
          joinsTo: 'surveyed',
        },
      ],
      mark: { changedAt: AFTER, answerId: 'a1', isCaughtUp: true, readAt: AFTER },
    });
    assert.deepEqual(await kept(), ['rated 5 key', 'surveyed 2 survey']);
    assert.deepEqual(await totals(), [{ rated: 2, satisfied: 1, ratedByKey: 1 }]);
  });

  it('stays where the org maps another survey', async () => {
    await createRatings(pool).store(
      ORG,
      { ...SURVEY, goodFrom: 5 },
      {
        ratings: [],
        mark: {
          changedAt: AFTER,
          answerId: '',
          isCaughtUp: true,
          readAt: AFTER,
        },
      },
    );
    assert.deepEqual(await kept(), ['rated 5 key']);
    const { joined, apart } = await createRatings(pool).counts(ORG);
    assert.deepEqual([joined, apart], [0, 0], 'it is no answer of the survey');
  });
});
