import assert from 'node:assert/strict';
import { createCrmCheckpoints } from '../../../../server/crm/writes/checkpoints.ts';
import { CrmProblem } from '../../../../server/ports/index.ts';
import {
  checkpointAt,
  newSigner,
  sampleChain,
  verdictOn,
  exportOf,
} from '../../../support/auditChains.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('a checkpoint in Salesforce', () => {
  const signer = newSigner();
  let org: OrgStage;
  let entries: ReturnType<typeof sampleChain>;
  const written = () => org.records('Audit_Checkpoint__c');
  const writer = () => createCrmCheckpoints(() => org.crm);
  const refused = (pattern: RegExp) => (error: unknown) =>
    error instanceof CrmProblem && error.kind === 'refused' && pattern.test(error.message);

  before(async () => {
    org = await startOrgStage();
    entries = sampleChain(6, org.orgId);
  });
  after(() => org.stop());

  it('is written once, however often it is told', async () => {
    const checkpoint = checkpointAt(signer, entries[2]!, 1);
    await writer().write(checkpoint, signer);
    await writer().write(checkpoint, signer);
    const [record, ...others] = await written();
    assert.equal(others.length, 0);
    assert.deepEqual(
      [
        record!.Statement__c,
        record!.Signature__c,
        record!.Number__c,
        record!.Position__c,
        record!.Hash__c,
        record!.Key_Id__c,
      ],
      [checkpoint.statement, checkpoint.signature, 1, 3, entries[2]!.hash, signer.keyId],
    );
  });

  it('that says something else is never written over: an admin must look', async () => {
    const other = checkpointAt(signer, entries[3]!, 1);
    await assert.rejects(
      writer().write(other, signer),
      refused(/Salesforce holds another checkpoint 1/),
    );
    assert.match(String((await written())[0]!.Statement__c), /"position":3/);
  });

  it('can neither be changed nor deleted by the integration user', async () => {
    const [record] = await written();
    const ask = (method: string) =>
      org.crm.post<{
        compositeResponse: { httpStatusCode: number; body: { errorCode: string }[] }[];
      }>('/composite', {
        compositeRequest: [
          {
            method,
            referenceId: 'x',
            url: `/services/data/v66.0/sobjects/Audit_Checkpoint__c/${record!.Id}`,
            ...(method === 'PATCH' && { body: { Hash__c: 'forged' } }),
          },
        ],
      });
    for (const method of ['PATCH', 'DELETE']) {
      const {
        compositeResponse: [answer],
      } = await ask(method);
      assert.equal(answer!.body[0]!.errorCode, 'INSUFFICIENT_ACCESS_OR_READONLY', method);
    }
  });

  it('is what an export is compared with', async () => {
    const checkpoints = [
      checkpointAt(signer, entries[2]!, 1),
      checkpointAt(signer, entries[5]!, 2),
    ];
    await writer().write(checkpoints[1]!, signer);
    const inCrm = (await written()).map((record) => ({
      statement: String(record.Statement__c),
      signature: String(record.Signature__c),
    }));
    const verdict = verdictOn(exportOf({ signer, checkpoints, entries, orgId: org.orgId }), {
      inCrm,
      healthy: [signer],
    });
    assert.deepEqual('notes' in verdict && verdict.notes, []);
  });

  it('waits for an org that is away, and needs an admin where the org is not registered', async () => {
    await org.breakDown();
    await assert.rejects(
      writer().write(checkpointAt(signer, entries[5]!, 3), signer),
      (error: unknown) => error instanceof CrmProblem && error.kind === 'retry',
    );
    await org.restore();
    await assert.rejects(
      createCrmCheckpoints(() => undefined).write(checkpointAt(signer, entries[5]!, 3), signer),
      refused(/not registered/),
    );
  });
});
