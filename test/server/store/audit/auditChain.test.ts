import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  contentHashOf,
  commitmentsIn,
  GENESIS,
  linkHashOf,
  type ChainedEntry,
} from '../../../../server/domain/audit/chain.ts';
import { chainedOf, SELECT, type EntryRow } from '../../../../server/store/audit/auditEntries.ts';
import { migrate } from '../../../../server/store/database/migrate.ts';
import { auditEntry, startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { liveCall } from '../../../support/builders.ts';
import { emptyDatabase, withConnection } from '../../../support/database.ts';

const chainOf = async (pool: pg.Pool, orgId: string): Promise<ChainedEntry[]> =>
  (
    await pool.query<EntryRow>(`${SELECT} where "orgId" = $1 order by "position"`, [orgId])
  ).rows.map(chainedOf);

function assertChained(chain: readonly ChainedEntry[]): void {
  let previous = GENESIS;
  for (const [i, entry] of chain.entries()) {
    assert.equal(entry.position, i + 1);
    assert.equal(entry.previous, previous);
    assert.equal(entry.contentHash, contentHashOf(entry, commitmentsIn(entry.personal)));
    assert.equal(entry.hash, linkHashOf(entry));
    previous = entry.hash;
  }
}

describe('the audit of an org', () => {
  let stage: AuditStage;

  before(async () => {
    stage = await startAuditStage();
  });
  after(() => stage.stop());

  it('is a chain: each entry has its place and bears the hash of the one before (G47)', async () => {
    const orgId = 'chained';
    await stage.store.recordAudit([
      auditEntry({ orgId }),
      auditEntry({
        orgId,
        details: { é: 'ü ', n: 1.5e-7, deep: { b: [1, null], a: true }, gone: undefined },
      }),
    ]);
    await stage.store.recordAudit([
      auditEntry({
        orgId,
        callId: 'c',
        interventionId: 'i',
        queue: 'q',
        direction: 'inbound',
        opportunityId: '006',
        code: 'out_of_scope',
        result: 'refused',
      }),
    ]);
    const chain = await chainOf(stage.owner, orgId);
    assert.equal(chain.length, 3);
    assertChained(chain);
  });

  it('has neither gaps nor doubles, however many write at once to however many orgs', async () => {
    const orgs = ['busy-1', 'busy-2', 'busy-3'];
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        stage.store.recordAudit([
          auditEntry({ orgId: orgs[n % 3]! }),
          auditEntry({ orgId: orgs[(n + 1) % 3]! }),
        ]),
      ),
    );
    for (const orgId of orgs) {
      const chain = await chainOf(stage.owner, orgId);
      assert.equal(chain.length, 40);
      assertChained(chain);
    }
  });

  it('does not hold up the audit of another org', async () => {
    const slow = await withConnection(stage.store.pool, async (client) => {
      await client.query('begin');
      await client.query(
        `select pg_advisory_xact_lock(hashtextextended('dealside-audit:slow', 0))`,
      );
      await stage.store.recordAudit([auditEntry({ orgId: 'quick' })]);
      const writing = stage.store
        .recordAudit([auditEntry({ orgId: 'slow' })])
        .then(() => 'written');
      assert.equal(
        await Promise.race([
          writing,
          stage.store.recordAudit([auditEntry({ orgId: 'quick' })]).then(() => 'still waiting'),
        ]),
        'still waiting',
      );
      await client.query('commit');
      return { writing };
    });
    assert.equal(await slow.writing, 'written');
  });

  it('loses nothing and gains nothing by a change that is rolled back', async () => {
    const call = liveCall({ callId: 'undone', orgId: 'undoing' });
    await stage.store.createCall(call, [auditEntry({ orgId: 'undoing' })], []);
    const taken = auditEntry({ orgId: 'undoing' });
    await stage.store.recordAudit([taken]);
    await assert.rejects(
      stage.store.changeCall('undone', () => ({
        audit: [auditEntry({ orgId: 'undoing' }), taken],
        outbox: [],
        answer: 0,
      })),
    );
    await stage.store.recordAudit([auditEntry({ orgId: 'undoing' })]);
    const chain = await chainOf(stage.owner, 'undoing');
    assert.equal(chain.length, 3);
    assertChained(chain);
  });

  it('keeps personal data beside the chain: the entry holds a salted commitment alone', async () => {
    const orgId = 'personal';
    const personal = [
      { name: 'customer.name', value: 'Priya Raman', subjects: ['contact:003' as const] },
    ];
    await stage.store.recordAudit([
      auditEntry({ orgId, personal }),
      auditEntry({ orgId, personal }),
    ]);
    const { rows } = await stage.owner.query(
      `select to_jsonb(e)::text as text from "AuditEntry" e where "orgId" = $1`,
      [orgId],
    );
    for (const { text } of rows) assert.doesNotMatch(text, /Priya/);
    const [first, second] = await chainOf(stage.owner, orgId);
    assert.notEqual(
      first!.personal['customer.name']!.commitment,
      second!.personal['customer.name']!.commitment,
    );
    assert.equal((first!.personal['customer.name'] as { value?: string }).value, 'Priya Raman');
  });
});

describe('an audit from before there was a chain', () => {
  let dir: string;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;

  before(async () => {
    database = await emptyDatabase();
    dir = await mkdtemp(join(tmpdir(), 'migrations-'));
    const source = new URL('../../../../prisma/migrations/', import.meta.url);
    const earlier = (await readdir(source)).filter(
      (name) => /^\d+_/.test(name) && name < '20261121110000',
    );
    for (const name of earlier)
      await cp(new URL(`${name}/`, source), join(dir, name), { recursive: true });
  });
  after(async () => {
    await database?.drop();
    await rm(dir, { recursive: true });
  });

  it('is chained by the migration, row by row as it stood', async () => {
    await migrate(database.databaseUrl, dir);
    const pool = new pg.Pool({ connectionString: database.databaseUrl, max: 1 });
    pool.on('error', () => undefined);
    await pool.query(`insert into "AuditEntry" ("auditId", "orgId", "at", "actor", "action", "callId", "interventionId", "result", "code", "details") values
      ('1', 'a', '2026-11-02T17:00:00.1Z', '{"kind":"person","userId":"maya","role":"supervisor"}', 'ModeConfirmed', 'c', 'i', 'done', null, '{"mode":"barge","b":null,"a":{"z":true,"y":["x"]}}'),
      ('2', 'b', '2026-11-02T17:00:00Z', '{"kind":"carrier"}', 'SignIn', null, null, 'refused', 'org_unknown', '{"path":"/api/\\u00fc \\"q\\" \\n"}'),
      ('3', 'a', '2026-11-02T17:00:01.123Z', '{"kind":"system"}', 'CallEnded', 'c', null, 'done', null, '{}')`);
    await migrate(database.databaseUrl);
    const chains = [await chainOf(pool, 'a'), await chainOf(pool, 'b')];
    assert.deepEqual(
      chains.map((chain) => chain.map((entry) => entry.auditId)),
      [['1', '3'], ['2']],
    );
    for (const chain of chains) assertChained(chain);
    await assert.rejects(pool.query(`update "AuditEntry" set "action" = 'x'`), /append-only/);
    await pool.end();
  });
});
