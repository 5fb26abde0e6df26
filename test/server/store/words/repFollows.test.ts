import assert from 'node:assert/strict';
import pg from 'pg';
import type { RepFollows } from '../../../../server/ports/index.ts';
import { createRepFollows } from '../../../../server/store/words/attention.ts';
import { at, ORG } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const OTHER_ORG = '00DOTHER0000000AAA';

describe('those who follow reps', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let follows: RepFollows;
  let queries = 0;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 4 });
    const counted = ((...query: Parameters<typeof pool.query>) => {
      queries += 1;
      return pool.query(...query);
    }) as typeof pool.query;
    follows = createRepFollows({ query: counted });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(async () => {
    await pool.query('truncate "RepFollow"');
    queries = 0;
  });

  const follow = (
    userId: string,
    repUserId: string,
    kind: 'every_call' | 'next_call',
    orgId = ORG,
  ) => follows.set({ orgId, userId }, { repUserId, kind }, at(0));

  it('are told of every call, or of the next one', async () => {
    await follow('maya', 'ravi', 'every_call');
    await follow('quinn', 'ravi', 'next_call');
    assert.deepEqual((await follows.claimFollowers(ORG, 'ravi')).sort(), ['maya', 'quinn']);
    assert.deepEqual(await follows.claimFollowers(ORG, 'ravi'), ['maya']);
  });

  it('are told of no call of somebody else, and in no other org', async () => {
    await follow('maya', 'ravi', 'every_call');
    await follow('quinn', 'ravi', 'next_call', OTHER_ORG);
    assert.deepEqual(
      await Promise.all([
        follows.claimFollowers(ORG, 'ravi'),
        follows.claimFollowers(ORG, 'tomas'),
        follows.claimFollowers(OTHER_ORG, 'tomas'),
      ]),
      [['maya'], [], []],
    );
    assert.deepEqual(await follows.claimFollowers(OTHER_ORG, 'ravi'), ['quinn']);
  });

  it('of hundreds of calls at once are asked for in a few queries, and told once', async () => {
    await follow('maya', 'rep-7', 'every_call');
    await follow('quinn', 'rep-7', 'next_call');
    queries = 0;
    const reps = Array.from({ length: 400 }, (_, i) => `rep-${i % 200}`);
    const told = await Promise.all(reps.map((rep) => follows.claimFollowers(ORG, rep)));
    assert.ok(queries <= 4, `${queries} queries`);
    const ofRep7 = told.filter((_, i) => reps[i] === 'rep-7');
    assert.deepEqual(ofRep7.flat().sort(), ['maya', 'maya', 'quinn']);
    assert.equal(told.flat().length, 3, 'nobody follows the others');
  });
});
