import assert from 'node:assert/strict';
import { connectOrgs, type ConnectedOrgs } from '../../../../server/crm/session/orgs.ts';
import { at, liveCall } from '../../../support/builders.ts';
import { endedCall } from '../../../support/endedRepCall.ts';
import { written } from '../../../support/oneWrite.ts';
import { ACCOUNT } from '../../../support/orgAccount.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('the writes of one org', () => {
  let org: OrgStage;
  let orgs: ConnectedOrgs;

  before(async () => {
    org = await startOrgStage();
    orgs = connectOrgs([
      {
        orgId: org.orgId,
        origins: ['https://northwind.example'],
        loginUrl: org.url,
        ...ACCOUNT,
        privateKey: org.clientKey,
      },
    ]);
  });
  after(() => org.stop());

  it('ask once which status and priority tasks have there', async () => {
    const ravi = await org.find('User', 'Ravi');
    const rep = { userId: ravi.Id, name: ravi.Name, managerIds: [] };
    const { answeredAt: _answeredAt, opportunity: _opportunity, ...ringing } = liveCall();
    const own = endedCall({ orgId: org.orgId, callId: 'own', rep, customer: { name: 'Alma' } });
    const missed = {
      ...ringing,
      orgId: org.orgId,
      callId: 'missed',
      customer: { name: 'Alma' },
      rep,
      ringing: { steps: [], otherwise: 'voicemail' as const },
      status: 'ended' as const,
      endedAt: at(60),
      endReason: 'abandoned' as const,
    };
    await written(orgs.missedCalls.recordMissedCalls([{ call: missed }]));
    await written(orgs.repCalls.recordRepCalls([{ call: own, repUserId: ravi.Id }]));

    const keys = (await org.records('Task')).map(({ Dealside_Key__c: key }) => key);
    for (const key of ['missed-call:missed', `own:${ravi.Id}:rep-call`])
      assert.ok(keys.includes(key), `${key} in ${keys.join(', ')}`);
    const asked = (await org.traffic()).filter(({ path, body }) =>
      /FROM%20TaskStatus%20/.test(path + (JSON.stringify(body) ?? '')),
    );
    assert.equal(asked.length, 1);
  });
});
