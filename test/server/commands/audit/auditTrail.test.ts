import assert from 'node:assert/strict';
import {
  createCheckpoint,
  createDueCheckpoints,
} from '../../../../server/commands/audit/createCheckpoint.ts';
import { exportAudit } from '../../../../server/commands/audit/exportAudit.ts';
import { inspectCheckpoints, verifyChain } from '../../../../server/commands/audit/verifyChain.ts';
import type { Fault } from '../../../../server/domain/audit/verify.ts';
import type { AuditEvidence } from '../../../../server/ports/audit/audit.ts';
import { createAuditEvidence } from '../../../../server/store/audit/auditEvidence.ts';
import { createAuditTrail } from '../../../../server/store/audit/auditTrail.ts';
import { newSigner, verdictOn } from '../../../support/auditChains.ts';
import { auditEntry, startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { quietLog } from '../../../support/quietLog.ts';

/** A pace that leaves the daily checkpoint alone. */
const RARELY = { entries: 1_000_000, minutes: 1_440 };

describe('the audit in the database', () => {
  const signer = newSigner();
  let stage: AuditStage;
  let now = '2026-11-02T18:00:00.000Z';
  let org = 0;
  let orgId: string;
  let deps: Parameters<typeof createCheckpoint>[0] & { evidence: AuditEvidence };

  before(async () => {
    stage = await startAuditStage();
    deps = {
      trail: createAuditTrail(stage.store.pool),
      evidence: createAuditEvidence(stage.store.pool),
      signer,
      clock: { now: () => now },
      log: quietLog,
    };
  });
  after(() => stage.stop());
  beforeEach(async () => {
    orgId = `org-${(org += 1)}`;
    await write(6);
    await createCheckpoint(deps, orgId);
    await write(4);
  });

  const write = (count: number) =>
    stage.store.recordAudit(
      Array.from({ length: count }, () =>
        auditEntry({
          orgId,
          callId: 'c1',
          personal: [{ name: 'reason.note', value: 'Ünïcode “note”', subjects: ['contact:1'] }],
        }),
      ),
    );
  /** As the owner who puts every protection aside. */
  async function tamper(sql: string): Promise<void> {
    const client = await stage.owner.connect();
    const tables = ['AuditEntry', 'AuditPersonal', 'AuditCheckpoint'];
    try {
      for (const table of tables) await client.query(`alter table "${table}" disable trigger all`);
      await client.query(sql.replaceAll(':org', `'${orgId}'`));
    } finally {
      for (const table of tables) await client.query(`alter table "${table}" enable trigger all`);
      client.release();
    }
  }
  async function exported(): Promise<string[]> {
    let text = '';
    for await (const part of exportAudit(deps, orgId)) text += part;
    return text.trimEnd().split('\n');
  }
  async function fault(): Promise<Fault> {
    const [here, offline] = [await verifyChain(deps, orgId), verdictOn(await exported())];
    assert.ok('message' in here, 'verification in the server found nothing');
    assert.ok('message' in offline, 'verification of the export found nothing');
    assert.equal(here.position, offline.position);
    return here;
  }

  it('is verified in place and from its export', async () => {
    const seen: number[] = [];
    const verified = await verifyChain(deps, orgId, (checked) => seen.push(checked));
    assert.ok('head' in verified, JSON.stringify(verified));
    assert.deepEqual([verified.entries, verified.checkpoints, seen], [10, 1, [10]]);
    const verdict = verdictOn(await exported(), { healthy: [signer] });
    assert.ok('head' in verdict, JSON.stringify(verdict));
    assert.equal(verdict.head, verified.head.hash);
  });

  const COLUMNS: Record<string, string> = {
    auditId: `'other'`,
    at: `"at" + interval '1 millisecond'`,
    actor: `'{"kind":"system"}'`,
    action: `'Other'`,
    callId: `'c2'`,
    interventionId: `'i'`,
    queue: `'q'`,
    direction: `'inbound'`,
    opportunityId: `'006'`,
    result: `'refused'`,
    code: `'x'`,
    details: `'{"mode":"barge"}'`,
    personal: `'{}'`,
    contentHash: `repeat('0', 64)`,
    previous: `repeat('0', 64)`,
    hash: `repeat('0', 64)`,
    version: '2',
    position: '-8',
  };
  for (const [column, value] of Object.entries(COLUMNS)) {
    it(`of which ${column} of an entry was changed is found out, and the entry named`, async () => {
      await tamper(
        `update "AuditEntry" set "${column}" = ${value} where "orgId" = :org and "position" = 8`,
      );
      const { position, message } = await fault();
      assert.equal(position, column === 'position' ? -8 : 8, message);
    });
  }
  it('has no column whose change is not tried above', async () => {
    const { rows } = await stage.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'AuditEntry'`,
    );
    assert.deepEqual(
      rows
        .map(({ name }) => name)
        .filter((name) => name !== 'orgId')
        .sort(),
      Object.keys(COLUMNS).sort(),
    );
  });

  const TAMPERING: [string, string, number, RegExp][] = [
    [
      'an entry was deleted',
      `delete from "AuditEntry" where "orgId" = :org and "position" = 3`,
      3,
      /^Entry 3 is missing/,
    ],
    [
      'two entries changed places',
      `update "AuditEntry" set "position" = -1 where "orgId" = :org and "position" = 3; update "AuditEntry" set "position" = 3 where "orgId" = :org and "position" = 4; update "AuditEntry" set "position" = 4 where "orgId" = :org and "position" = -1`,
      3,
      /^Entry 3 .* does not follow entry 2/,
    ],
    [
      'an entry was inserted',
      `update "AuditEntry" set "position" = "position" + 100 where "orgId" = :org and "position" > 4; update "AuditEntry" set "position" = "position" - 99 where "orgId" = :org and "position" > 100;
      insert into "AuditEntry" ("orgId", "position", "auditId", "at", "actor", "action", "result", "details", "contentHash", "previous", "hash") values (:org, 5, :org || '-x', now(), '{}', 'x', 'done', '{}', 'x', 'x', 'x')`,
      5,
      /^Entry 5 .* was changed/,
    ],
    [
      'the tail was cut off',
      `delete from "AuditEntry" where "orgId" = :org and "position" > 4`,
      5,
      /^The chain ends with entry 4, but Checkpoint 1 signed entry 6/,
    ],
    [
      'all was cut off',
      `delete from "AuditEntry" where "orgId" = :org`,
      1,
      /^The chain ends with entry 0, but Checkpoint 1/,
    ],
    [
      'an entry of another org was put in',
      `delete from "AuditEntry" where "orgId" = :org and "position" = 3; update "AuditEntry" set "orgId" = :org where "orgId" = 'org-1' and "position" = 3`,
      3,
      /^Entry 3 .* was changed/,
    ],
    [
      'personal data was changed',
      `update "AuditPersonal" p set "value" = 'x' from "AuditEntry" e where e."auditId" = p."auditId" and e."orgId" = :org and e."position" = 4`,
      4,
      /^The reason.note beside Entry 4 .* was changed/,
    ],
    [
      'personal data was deleted',
      `delete from "AuditPersonal" p using "AuditEntry" e where e."auditId" = p."auditId" and e."orgId" = :org and e."position" = 4`,
      4,
      /^The reason.note beside entry 4 is gone, and no erasure tells of it/,
    ],
  ];
  for (const [what, sql, place, message] of TAMPERING) {
    it(`of which ${what} is found out`, async () => {
      await tamper(sql);
      const found = await fault();
      assert.match(found.message, message);
      assert.equal(found.position, place);
    });
  }
  it('of which a checkpoint was changed or deleted is found out', async () => {
    await createCheckpoint(deps, orgId);
    await tamper(
      `update "AuditCheckpoint" set "statement" = replace("statement", '"position":6', '"position":5') where "orgId" = :org`,
    );
    assert.equal((await fault()).kind, 'checkpoint_invalid');
    await tamper(`delete from "AuditCheckpoint" where "orgId" = :org and "number" = 1`);
    assert.equal((await fault()).kind, 'checkpoint_missing');
  });

  it('has its checkpoints listed with what a look at each says, and the stretch that none covers', async () => {
    const listed = await inspectCheckpoints(deps.trail, orgId);
    assert.deepEqual(
      listed.checkpoints.map(({ position, verification }) => [position, verification]),
      [[6, 'good']],
    );
    const since = (await deps.trail.entries(orgId, 6, 1))[0]!.at;
    assert.deepEqual(listed.uncovered, { entries: 4, since });
    const [verified, offline] = [await verifyChain(deps, orgId), verdictOn(await exported())];
    assert.deepEqual('uncovered' in verified && verified.uncovered, listed.uncovered);
    assert.ok(
      'notes' in offline &&
        offline.notes.some((note) =>
          note.startsWith(`Covered by no checkpoint: the last 4 entries, since ${since}.`),
        ),
    );
    await tamper(
      `update "AuditCheckpoint" set "statement" = replace("statement", '"position":6', '"position":5') where "orgId" = :org`,
    );
    assert.equal(
      (await inspectCheckpoints(deps.trail, orgId)).checkpoints[0]!.verification,
      'signature_wrong',
    );
  });

  describe('when a checkpoint is due', () => {
    it('gets one a day, numbered, with its intent to tell Salesforce, and an org that has had one is left alone', async () => {
      now = '2026-11-03T17:59:59.000Z';
      await createDueCheckpoints(deps, RARELY, assert.fail);
      assert.equal((await deps.trail.checkpoints(orgId)).length, 1);
      now = '2026-11-03T18:00:00.000Z';
      // Other cases have left broken chains behind, on which nothing is signed.
      await createDueCheckpoints(deps, RARELY, async () => undefined);
      const [first, second] = await deps.trail.checkpoints(orgId);
      assert.deepEqual(
        [first!.number, second!.number, second!.takenAt, second!.inSalesforce],
        [1, 2, now, 'waiting'],
      );
      const { rows } = await stage.store.pool.query(
        `select "payload" from "OutboxMessage" where "key" = $1`,
        [`crm.checkpoint:${orgId}:2`],
      );
      assert.deepEqual(rows, [{ payload: { number: 2 } }]);
      now = '2026-11-02T18:00:00.000Z';
    });
    it('is taken by one of two instances', async () => {
      const [one, other] = await Promise.all([
        createCheckpoint(deps, orgId),
        createCheckpoint(deps, orgId),
      ]);
      assert.ok(one && 'ok' in one && other && 'ok' in other);
      const numbers = (await deps.trail.checkpoints(orgId)).map(({ number }) => number);
      assert.deepEqual(
        numbers,
        Array.from({ length: numbers.length }, (_, i) => i + 1),
      );
      assert.ok('head' in (await verifyChain(deps, orgId)));
    });
    for (const [what, sql] of [
      [
        'changed since the last one',
        `update "AuditEntry" set "action" = 'x' where "orgId" = :org and "position" = 9`,
      ],
      [
        'rewritten before it',
        `update "AuditEntry" set "hash" = repeat('0', 64) where "orgId" = :org and "position" = 6`,
      ],
      ['cut off before it', `delete from "AuditEntry" where "orgId" = :org and "position" > 5`],
      [
        'of which the last one was changed',
        `update "AuditCheckpoint" set "signature" = '' where "orgId" = :org`,
      ],
    ] as const) {
      it(`is never signed when it was ${what}`, async () => {
        await tamper(sql);
        const taken = await createCheckpoint(deps, orgId);
        assert.ok(taken && 'broken' in taken, JSON.stringify(taken));
        assert.equal((await deps.trail.checkpoints(orgId)).length, 1);
      });
    }
  });
});
