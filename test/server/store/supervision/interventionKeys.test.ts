import assert from 'node:assert/strict';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../../../local/org/ids/localOrgId.ts';
import type { InterventionKeys } from '../../../../server/ports/index.ts';
import { createInterventionKeys } from '../../../../server/store/supervision/interventionKeys.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';

describe('the key of an intervention', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let keys: InterventionKeys;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    keys = createInterventionKeys(pool);
    await insertCalls(database.databaseUrl, { count: 2 });
    await pool.query(
      `insert into "Intervention" ("interventionId", "callId", "position", "status",
         "supervisorUserId", "supervisorName", "supervisorRole", "policyVersion", "requestedAt",
         "modeHistory", "leaving", "whisperSkipped")
       select 'i' || n, 'many-' || n, 0, 'active', 'maya', 'Maya', 'supervisor', 'v', now(), '[]',
         false, false
       from generate_series(1, 2) n`,
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('says whose intervention it is, and is of no use for another', async () => {
    const key = await keys.issue('i1');
    const holder = { orgId: LOCAL_ORG_ID, userId: 'maya', hasEnded: false };
    assert.deepEqual(await keys.holder('i1', key), holder);
    assert.equal(await keys.holder('i2', key), undefined);
    assert.equal(await keys.holder('i1', `${key}x`), undefined);
    assert.equal(await keys.holder('i2', ''), undefined);
  });

  it('is kept as a hash only, and replaced by the next one', async () => {
    const [first, second] = [await keys.issue('i1'), await keys.issue('i1')];
    assert.equal(await keys.holder('i1', first), undefined);
    assert.ok(await keys.holder('i1', second));
    const { rows } = await pool.query<{ row: string }>(
      `select i::text as row from "Intervention" i where "interventionId" = 'i1'`,
    );
    assert.ok(!rows[0]!.row.includes(second));
  });

  it('is told from a wrong one once the intervention has ended', async () => {
    const key = await keys.issue('i1');
    await pool.query(`update "Intervention" set "status" = 'ended' where "interventionId" = 'i1'`);
    assert.equal((await keys.holder('i1', key))?.hasEnded, true);
    assert.equal(await keys.holder('i1', `${key}x`), undefined);
  });

  it('is not issued for an intervention that is not there', async () => {
    await assert.rejects(keys.issue('nowhere'));
  });
});
