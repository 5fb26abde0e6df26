import assert from 'node:assert/strict';
import { missingProtection, grantApplication } from '../../../../server/store/database/roles.ts';
import { auditEntry, startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { withConnection } from '../../../support/database.ts';

const REFUSED = /permission denied|must be owner|append-only/;

describe('the application’s own database role', () => {
  let stage: AuditStage;

  before(async () => {
    stage = await startAuditStage();
    await stage.store.recordAudit([
      auditEntry({
        personal: [{ name: 'customer.name', value: 'Priya', subjects: ['contact:1'] }],
      }),
    ]);
  });
  after(() => stage.stop());

  for (const table of [
    'AuditEntry',
    'AuditPersonal',
    'AuditCheckpoint',
    'AuditSigningKey',
    'CarrierReport',
  ]) {
    for (const [what, sql] of [
      ['delete from', `delete from "${table}"`],
      ['truncate', `truncate "${table}"`],
      ['drop', `drop table "${table}"`],
      ['disable the triggers of', `alter table "${table}" disable trigger all`],
      ['add a column to', `alter table "${table}" add column "x" int`],
      ['put a rule on', `create rule "r" as on insert to "${table}" do instead nothing`],
      [
        'put a trigger on',
        `create trigger "t" before insert on "${table}" for each row execute function "refuseAuditChange"()`,
      ],
    ] as const) {
      it(`cannot ${what} ${table}`, () => assert.rejects(stage.store.pool.query(sql), REFUSED));
    }
  }

  for (const [table, column] of [
    ['AuditEntry', 'action'],
    ['AuditEntry', 'hash'],
    ['AuditCheckpoint', 'statement'],
    ['AuditSigningKey', 'publicKey'],
    ['CarrierReport', 'event'],
    ['AuditPersonal', 'name'],
  ] as const) {
    it(`cannot change ${table}.${column}`, () =>
      assert.rejects(stage.store.pool.query(`update "${table}" set "${column}" = 'x'`), REFUSED));
  }
  it('cannot change personal data to another value', async () => {
    await assert.rejects(
      stage.store.pool.query(`update "AuditPersonal" set "value" = 'Mallory'`),
      /can only be erased/,
    );
  });

  for (const [what, sql] of [
    [
      'replace the function that refuses',
      `create or replace function "refuseAuditChange"() returns trigger language plpgsql as 'begin return null; end'`,
    ],
    ['drop the function that chains', 'drop function "chainAuditEntry" cascade'],
    ['put the triggers aside', 'set session_replication_role = replica'],
    ['become the owner', 'set role postgres'],
    ['give itself rights', 'grant update on "AuditEntry" to dealside_app'],
    ['rewrite the ledger of migrations', 'delete from "_prisma_migrations"'],
    ['make tables of its own beside ours', 'create table "public"."Shadow" (id int)'],
  ] as const) {
    it(`cannot ${what}`, async () => {
      const granted = await stage.store.pool.query(sql).then(
        () => 'done',
        (error: Error) => error.message,
      );
      if (what === 'give itself rights')
        await assert.rejects(
          stage.store.pool.query(`update "AuditEntry" set "action" = 'x'`),
          REFUSED,
        );
      else assert.match(granted, /permission denied|must be owner|must be superuser/);
    });
  }

  it('does not choose the place of an entry, nor its hash', async () => {
    await stage.store.pool
      .query(`insert into "AuditEntry" ("orgId", "position", "auditId", "at", "actor", "action", "result", "details", "contentHash", "previous", "hash")
      values ('forger', 99, 'forged', now(), '{}', 'x', 'done', '{}', 'c', 'chosen', 'chosen')`);
    const { rows } = await stage.store.pool.query(
      `select "position", "previous", "hash" from "AuditEntry" where "auditId" = 'forged'`,
    );
    assert.equal(rows[0].position, '1');
    assert.doesNotMatch(rows[0].previous + rows[0].hash, /chosen/);
  });

  it('is not fooled by a table of the session with the audit’s name', async () => {
    await withConnection(stage.store.pool, async (client) => {
      await client.query(`create temp table "AuditEntry" (like "public"."AuditEntry")`);
      await client.query(`insert into "public"."AuditEntry" ("orgId", "auditId", "at", "actor", "action", "result", "details", "contentHash", "previous", "hash", "position")
        values ('forger', 'forged-2', now(), '{}', 'x', 'done', '{}', 'c', '', '', 0)`);
      const { rows } = await client.query(
        `select "position" from "public"."AuditEntry" where "auditId" = 'forged-2'`,
      );
      assert.equal(rows[0].position, '2');
    });
  });

  it('lacks no protection, and a role that does is told which', async () => {
    assert.deepEqual(await missingProtection(stage.store.pool), []);
    assert.match((await missingProtection(stage.owner)).join(), /superuser/);
  });

  it('that was given too much is told so, until the rights are granted again', async () => {
    await stage.owner.query('grant update, delete on "AuditEntry" to dealside_app');
    assert.match(
      (await missingProtection(stage.store.pool)).join(),
      /right to change, delete audit entries/,
    );
    await assert.rejects(
      stage.store.pool.query(`update "AuditEntry" set "action" = 'x'`),
      /append-only/,
    );
    await grantApplication(stage.databaseUrl, stage.applicationUrl);
    assert.deepEqual(await missingProtection(stage.store.pool), []);
  });

  it('owning the tables is told so', async () => {
    await stage.owner
      .query(
        'create role dealside_single login; grant all on schema public to dealside_single; alter table "AuditEntry" owner to dealside_single',
      )
      .catch((error: Error) => assert.match(error.message, /already exists/));
    await stage.owner.query('alter table "AuditEntry" owner to dealside_single');
    await withConnection(stage.owner, async (client) => {
      await client.query('set role dealside_single');
      assert.match((await missingProtection(client)).join(), /owns the audit’s tables/);
    });
    await stage.owner.query('alter table "AuditEntry" owner to postgres');
  });
});
