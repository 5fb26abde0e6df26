import assert from 'node:assert/strict';
import pg from 'pg';
import { createCallClaims } from '../../../../server/store/words/attention.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const NOW = '2026-11-30T12:00:00.000Z';
const UNTIL = '2026-11-30T12:02:00.000Z';
const LATER = '2026-11-30T12:03:00.000Z';

describe('the claim of a call', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(() => pool.query('delete from "CallClaim"'));

  const claims = () => createCallClaims(pool);
  const claim = (userId: string, forJoin: boolean, claimedAt = NOW) =>
    claims().claim({
      orgId: 'o',
      callId: 'c1',
      userId,
      userName: userId,
      claimedAt,
      until: UNTIL,
      forJoin,
    });
  const holder = async () => (await claims().ofCall('o', 'c1', NOW))?.userId;

  it('is given back where it was taken by joining', async () => {
    await claim('maya', true);
    assert.equal(await claims().giveBack('o', 'c1', 'maya'), true);
    assert.equal(await holder(), undefined);
    assert.equal(await claims().giveBack('o', 'c1', 'maya'), false);
  });

  it('stays with who claimed it before joining, and with others', async () => {
    await claim('maya', false);
    await claim('maya', true);
    assert.equal(await claims().giveBack('o', 'c1', 'maya'), false);
    await claim('dana', true);
    assert.equal(await claims().giveBack('o', 'c1', 'dana'), false);
    assert.equal(await claims().giveBack('other', 'c1', 'maya'), false);
    assert.equal(await holder(), 'maya');
  });

  it('stays once its holder claims the call on purpose while joining', async () => {
    await claim('maya', true);
    await claim('maya', false);
    assert.equal(await claims().giveBack('o', 'c1', 'maya'), false);
  });

  it('is of the join alone where an older claim has run out', async () => {
    await claim('maya', false);
    await claim('dana', true, LATER);
    assert.equal(await claims().giveBack('o', 'c1', 'dana'), true);
  });
});
