import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createCheckpoint } from '../../../server/commands/audit/createCheckpoint.ts';
import { composeAudit, type Audit } from '../../../server/compose/audit.ts';
import { CrmProblem, type ClaimedMessage } from '../../../server/ports/index.ts';
import { auditEntry, startAuditStage, type AuditStage } from '../../support/auditStage.ts';
import { startOrgStage, type OrgStage } from '../../support/orgStage.ts';

describe('the audit, put together', () => {
  let stage: AuditStage;
  let org: OrgStage;
  let audit: Audit;
  const warnings: string[] = [];
  const log = {
    info: () => undefined,
    warn: (_fields: object, message: string) => void warnings.push(message),
    error: () => undefined,
  };
  const parts = () => ({
    store: stage.store,
    crm: { connectionTo: () => org.crm },
    orgIds: [org.orgId],
    elsewhere: org.orgId,
    pace: { entries: 1_000, minutes: 30 },
    log,
    clock: { now: () => new Date().toISOString() },
    ids: { next: () => randomUUID() },
    signingKey: generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  });
  type CheckpointMessage = Extract<ClaimedMessage, { topic: 'crm.checkpoint' }>;
  const told = async (number: number): Promise<void> => {
    const [problem] = await audit.handlers['crm.checkpoint']([
      {
        key: 'k',
        orgId: org.orgId,
        topic: 'crm.checkpoint',
        payload: { number },
        messageId: '1',
        attempts: 1,
      } satisfies CheckpointMessage,
    ]);
    if (problem) throw problem;
  };

  before(async () => {
    [stage, org] = await Promise.all([startAuditStage(), startOrgStage()]);
    audit = await composeAudit(parts());
    await stage.store.recordAudit([auditEntry({ orgId: org.orgId })]);
    await createCheckpoint(audit.checkpointing!, org.orgId);
  });
  after(async () => {
    await stage?.stop();
    await org?.stop();
  });

  it('has nothing to warn of where all is in place', () => assert.deepEqual(warnings, []));
  it('says so where nothing signs, or where the database role could put its protection aside', async () => {
    const weak = await composeAudit({
      ...parts(),
      signingKey: undefined,
      store: { ...stage.store, pool: stage.owner },
    });
    assert.equal(weak.checkpointing, undefined);
    assert.match(
      warnings.join('\n'),
      /is a superuser: it can put every protection of the audit aside\nno audit checkpoints are taken, because there is no key to sign them/,
    );
  });
  it('raises an incident when Salesforce holds another checkpoint than ours', async () => {
    await told(1);
    assert.deepEqual(await audit.crossCheck.incidents({ orgId: org.orgId }), []);
    const [record] = await org.records('Audit_Checkpoint__c');
    await org.update('Audit_Checkpoint__c', record!.Id, { Signature__c: 'forged' });
    await assert.rejects(
      told(1),
      (problem: unknown) => problem instanceof CrmProblem && problem.kind === 'refused',
    );
    await assert.rejects(told(1));
    assert.deepEqual(
      (await audit.crossCheck.incidents({ orgId: org.orgId })).map(({ kind }) => kind),
      ['crm_differs'],
    );
  });
  it('counts every incident, also those that are not listed', async () => {
    const { orgId } = org;
    await audit.crossCheck.raise(
      {
        orgId,
        incidentId: `${orgId}:chain:7`,
        kind: 'chain_broken',
        message: 'Entry 7 was changed.',
        raisedAt: new Date().toISOString(),
      },
      auditEntry({ orgId, auditId: 'second-incident' }),
    );
    const listed = await audit.crossCheck.incidents({ orgId, open: true, limit: 1 });
    assert.deepEqual(
      listed.map(({ kind }) => kind),
      ['chain_broken'],
    );
    assert.equal(await audit.crossCheck.countIncidents({ orgId, open: true }), 2);
    assert.equal(await audit.crossCheck.countIncidents({ orgId, open: false }), 0);
  });
  it('writes nothing, and does not fail, over a checkpoint that is not there', async () => {
    const before = await org.records('Audit_Checkpoint__c');
    await assert.doesNotReject(told(99));
    assert.deepEqual(await org.records('Audit_Checkpoint__c'), before);
  });
});
