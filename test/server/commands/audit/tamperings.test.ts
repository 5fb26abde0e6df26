import assert from 'node:assert/strict';
import { createCheckpoint } from '../../../../server/commands/audit/createCheckpoint.ts';
import { exportAudit } from '../../../../server/commands/audit/exportAudit.ts';
import { sealReports } from '../../../../server/commands/audit/sealReports.ts';
import { verifyChain } from '../../../../server/commands/audit/verifyChain.ts';
import { contentHashOf, linkHashOf } from '../../../../server/domain/audit/chain.ts';
import {
  signedText,
  statementOf,
  type Standing,
} from '../../../../server/domain/audit/checkpoint.ts';
import type { CrmCheckpoint } from '../../../../server/domain/audit/crmComparison.ts';
import { auditAct } from '../../../../server/domain/audit/entries.ts';
import { createAuditEvidence } from '../../../../server/store/audit/auditEvidence.ts';
import { createAuditTrail } from '../../../../server/store/audit/auditTrail.ts';
import { createCarrierCrossCheck } from '../../../../server/store/audit/carrierCrossCheck.ts';
import { newSigner, verdictOn } from '../../../support/auditChains.ts';
import { auditEntry, startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { quietLog } from '../../../support/quietLog.ts';

/** What an owner of the database could do to the audit, and who finds it. */
type Tampering = readonly [
  what: string,
  sql: string,
  found: RegExp,
  /** Found only by what stands outside the database. */
  more?: 'outside',
];

const FIRST_OF = (table: string, key: string) =>
  `(select min("${key}") from "${table}" where "orgId" = :ORG)`;
const AT = (position: number) => `"orgId" = :ORG and "position" = ${position}`;
const BESIDE = (position: number) =>
  `from "AuditEntry" e where e."auditId" = p."auditId" and e."orgId" = :ORG and e."position" = ${position}`;

const TAMPERINGS: readonly Tampering[] = [
  [
    'an entry’s details were changed',
    `update "AuditEntry" set "details" = '{"mode":"monitor"}' where ${AT(3)}`,
    /^Entry 3 .* was changed/,
  ],
  [
    'an entry’s actor was changed',
    `update "AuditEntry" set "actor" = '{"kind":"system"}' where ${AT(3)}`,
    /^Entry 3 .* was changed/,
  ],
  [
    'an entry’s time was changed',
    `update "AuditEntry" set "at" = "at" - interval '1 hour' where ${AT(3)}`,
    /^Entry 3 .* was changed/,
  ],
  [
    'a refusal was made an act',
    `update "AuditEntry" set "result" = 'refused', "code" = 'out_of_scope' where ${AT(3)}`,
    /^Entry 3 .* was changed/,
  ],
  [
    'an entry was given to another call',
    `update "AuditEntry" set "callId" = 'c9' where ${AT(3)}`,
    /^Entry 3 .* was changed/,
  ],
  ['an entry was deleted', `delete from "AuditEntry" where ${AT(3)}`, /^Entry 3 is missing/],
  ['the first entry was deleted', `delete from "AuditEntry" where ${AT(1)}`, /^Entry 1 is missing/],
  [
    'an entry was deleted and the others moved up',
    `delete from "AuditEntry" where ${AT(3)}; update "AuditEntry" set "position" = "position" - 1000 where "orgId" = :ORG and "position" > 3; update "AuditEntry" set "position" = "position" + 999 where "orgId" = :ORG and "position" < 0`,
    /^Entry 3 .* does not follow entry 2/,
  ],
  [
    'two entries changed places',
    `update "AuditEntry" set "position" = -1 where ${AT(3)}; update "AuditEntry" set "position" = 3 where ${AT(4)}; update "AuditEntry" set "position" = 4 where ${AT(-1)}`,
    /^Entry 3 .* does not follow entry 2/,
  ],
  [
    'an entry was doubled',
    `insert into "AuditEntry" ("orgId", "position", "version", "auditId", "at", "actor", "action", "callId", "interventionId", "queue", "direction", "opportunityId", "result", "code", "details", "personal", "contentHash", "previous", "hash") select "orgId", -5, "version", "auditId" || '-2', "at", "actor", "action", "callId", "interventionId", "queue", "direction", "opportunityId", "result", "code", "details", "personal", "contentHash", "previous", "hash" from "AuditEntry" where ${AT(3)}`,
    /inserted or doubled/,
  ],
  [
    'an entry of another org was put in',
    `delete from "AuditEntry" where ${AT(3)}; update "AuditEntry" set "orgId" = :ORG where "orgId" = 'org-0' and "position" = 3`,
    /^Entry 3 .* was changed/,
  ],
  [
    'the tail was cut off',
    `delete from "AuditEntry" where "orgId" = :ORG and "position" > 4`,
    /^The chain ends with entry 4, but Checkpoint 1/,
  ],
  [
    'the tail was cut off with its checkpoints',
    `delete from "AuditEntry" where "orgId" = :ORG and "position" > 4; delete from "AuditCheckpoint" where "orgId" = :ORG`,
    /but Salesforce’s checkpoint 1 signed entry/,
    'outside',
  ],
  [
    'a checkpoint was deleted',
    `delete from "AuditCheckpoint" where "orgId" = :ORG and "number" = 1`,
    /^Checkpoint 1 is missing/,
  ],
  [
    'all checkpoints were deleted',
    `delete from "AuditCheckpoint" where "orgId" = :ORG`,
    /was kept elsewhere and is not in the export/,
    'outside',
  ],
  [
    'a checkpoint was changed',
    `update "AuditCheckpoint" set "statement" = replace("statement", '"number":1', '"number":7') where "orgId" = :ORG and "number" = 1`,
    /^Checkpoint 1 was changed/,
  ],
  [
    'what a person wrote was changed',
    `update "AuditPersonal" p set "value" = 'x' ${BESIDE(2)}`,
    /^The reason.note beside Entry 2 .* was changed/,
  ],
  [
    'what a person wrote was deleted',
    `delete from "AuditPersonal" p using "AuditEntry" e where e."auditId" = p."auditId" and e."orgId" = :ORG and e."position" = 2`,
    /beside entry 2 is gone, and no erasure/,
  ],
  [
    'it was blanked whose data something is',
    `update "AuditPersonal" p set "subjects" = '{}' ${BESIDE(2)}`,
    /^The reason.note beside Entry 2 .* was changed/,
  ],
  [
    'a report of the carrier was deleted',
    `delete from "CarrierReport" where "reportId" = ${FIRST_OF('CarrierReport', 'reportId')}`,
    /sealed 3 reports of the carrier.*2 are there, so some were deleted/,
  ],
  [
    'a report of the carrier was changed',
    `update "CarrierReport" set "form" = '{}' where "reportId" = ${FIRST_OF('CarrierReport', 'reportId')}`,
    /one of them was changed/,
  ],
  [
    'all reports of the carrier were deleted',
    `delete from "CarrierReport" where "orgId" = :ORG`,
    /0 are there/,
  ],
  [
    'an incident was deleted',
    `delete from "Incident" where "orgId" = :ORG`,
    /raised the incident .*, which is gone/,
  ],
  [
    'an incident was resolved, and nobody did it',
    `update "Incident" set "resolvedAt" = now() - interval '1 day' where "orgId" = :ORG`,
    /is resolved, and no entry tells by whom/,
  ],
];

describe('an audit of which', function () {
  this.timeout(300_000);
  const signer = newSigner();
  const clock = { now: () => new Date().toISOString() };
  const ids = { next: () => crypto.randomUUID() };
  let stage: AuditStage;
  let deps: Parameters<typeof createCheckpoint>[0] & Parameters<typeof exportAudit>[0];
  let count = 0;
  let orgId: string;
  let inCrm: CrmCheckpoint[];

  before(async () => {
    stage = await startAuditStage();
    const trail = createAuditTrail(stage.store.pool);
    const evidence = createAuditEvidence(stage.store.pool);
    const seal = (org: string) =>
      sealReports({ trail, evidence, store: stage.store, clock, ids }, org);
    deps = { trail, evidence, signer, clock, log: quietLog, seal };
  });
  after(() => stage?.stop());

  beforeEach(async () => {
    orgId = `org-${count++}`;
    await write(5);
    const at = clock.now();
    const incidentId = `stranger_leg:${orgId}`;
    const crossCheck = createCarrierCrossCheck(stage.store.pool);
    await crossCheck.raise(
      { incidentId, kind: 'stranger_leg', message: 'Somebody', orgId, raisedAt: at },
      auditAct(
        { orgId, at, action: 'IncidentRaised', details: { incidentId, kind: 'stranger_leg' } },
        { actor: { kind: 'system' }, nextId: () => ids.next() },
      ),
    );
    await crossCheck.storeReports(
      ['a', 'b', 'c'].map((key) => ({
        key: `${orgId}-${key}`,
        callId: 'c1',
        conferenceId: 'f1',
        event: 'participant-join',
        source: 'callback' as const,
        at,
        form: { key },
      })),
      orgId,
    );
    await tamper(`update "CarrierReport" set "receivedAt" = now() - interval '1 minute'`);
    await createCheckpoint(deps, orgId);
    await write(2);
    await createCheckpoint(deps, orgId);
    await write(2);
    inCrm = (await deps.trail.checkpoints(orgId)).map(({ statement, signature }) => ({
      statement,
      signature,
    }));
  });

  const write = (entries: number) =>
    stage.store.recordAudit(
      Array.from({ length: entries }, () =>
        auditEntry({
          orgId,
          callId: 'c1',
          personal: [{ name: 'reason.note', value: 'Asked', subjects: ['contact:1'] }],
        }),
      ),
    );
  /** As the owner who puts every protection aside. */
  async function tamper(sql: string): Promise<void> {
    const client = await stage.owner.connect();
    const tables = ['AuditEntry', 'AuditPersonal', 'AuditCheckpoint', 'CarrierReport'];
    try {
      for (const table of tables) await client.query(`alter table "${table}" disable trigger all`);
      await client.query(sql.replaceAll(':ORG', `'${orgId}'`));
    } finally {
      for (const table of tables) await client.query(`alter table "${table}" enable trigger all`);
      client.release();
    }
  }
  async function verdict() {
    let text = '';
    for await (const part of exportAudit(deps, orgId)) text += part;
    return verdictOn(text.trimEnd().split('\n'), { healthy: [signer], inCrm });
  }
  const messageIn = (found: object): string => ('message' in found ? String(found.message) : '');

  it('nothing was touched is verified, and it is said what no witness confirms yet', async () => {
    const found = await verdict();
    assert.ok('witness' in found, messageIn(found));
    assert.deepEqual([found.witness?.upTo, found.witness?.unwitnessed.entries], [9, 2]);
    assert.ok('head' in (await verifyChain(deps, orgId)));
  });

  for (const [what, sql, found, more] of TAMPERINGS)
    it(`${what} is found`, async () => {
      await tamper(sql);
      assert.match(messageIn(await verdict()), found);
      const here = messageIn(await verifyChain(deps, orgId));
      if (more === 'outside') assert.equal(here, '', 'the server alone cannot tell');
      else assert.match(here, found);
    });

  /** From here on, with the right hashes: as if it had always been so. */
  async function rewriteFrom(position: number): Promise<void> {
    const entries = await deps.trail.entries(orgId, 0, 100);
    let previous = entries[position - 2]!.hash;
    for (const entry of entries.slice(position - 1)) {
      const facts = entry.position === position ? { ...entry, details: { mode: 'barge' } } : entry;
      const commitments = Object.fromEntries(
        Object.entries(entry.personal).map(([name, { commitment }]) => [name, commitment]),
      );
      const contentHash = contentHashOf(facts, commitments);
      const hash = linkHashOf({ orgId, position: entry.position, previous, contentHash });
      await tamper(
        `update "AuditEntry" set "details" = '${JSON.stringify(facts.details)}', "contentHash" = '${contentHash}', "previous" = '${previous}', "hash" = '${hash}' where ${AT(entry.position)}`,
      );
      previous = hash;
    }
  }

  it('all was rewritten from one entry on is found by the checkpoints', async () => {
    await rewriteFrom(3);
    assert.match(messageIn(await verdict()), /^Checkpoint 1 signed another entry/);
  });

  it('all was rewritten and the checkpoints deleted is found outside, and not said to be verified without', async () => {
    await rewriteFrom(3);
    await tamper(`delete from "AuditCheckpoint" where "orgId" = :ORG`);
    assert.match(messageIn(await verdict()), /^Salesforce’s checkpoint 1 signed another entry/);
    inCrm = [];
    const alone = await verdict();
    assert.ok('head' in alone && alone.witness === undefined);
  });

  it('all was rewritten and signed anew with the stolen key is found outside', async () => {
    await rewriteFrom(3);
    for (const checkpoint of await deps.trail.checkpoints(orgId)) {
      const standing = JSON.parse(checkpoint.statement) as Standing;
      const [entry] = await deps.trail.entries(orgId, standing.position - 1, 1);
      const statement = statementOf({ ...standing, hash: entry!.hash });
      await tamper(
        `update "AuditCheckpoint" set "statement" = '${statement}', "signature" = '${signer.sign(signedText(statement))}' where "orgId" = :ORG and "number" = ${checkpoint.number}`,
      );
    }
    assert.ok('head' in (await verifyChain(deps, orgId)), 'the server alone cannot tell');
    assert.match(messageIn(await verdict()), /^Checkpoint 1 says something else in Salesforce/);
  });

  it('what was written after the last checkpoint was cut off cannot be found, and so much is said', async () => {
    await tamper(`delete from "AuditEntry" where "orgId" = :ORG and "position" > 9`);
    const found = await verdict();
    assert.ok('witness' in found && found.witness?.upTo === 9, messageIn(found));
  });
});
