import assert from 'node:assert/strict';
import { createCrmActivities } from '../../../../server/crm/writes/activities.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { written } from '../../../support/oneWrite.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';
import {
  intervention,
  supervisedCall,
  type EndedIntervention,
} from '../../../support/supervisedCall.ts';

describe('an intervention of an org that has a quality form', () => {
  let org: OrgStage;
  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());

  it('links to its quality form, and keeps a link that was set by hand (V17)', async () => {
    const [maya, ravi] = [await org.find('User', 'Maya'), await org.find('User', 'Ravi')];
    let template = 'https://qa.example.com/?i={interventionId}';
    const activities = createCrmActivities(org.crm, { qualityForm: () => template });
    const call = (outcome: EndedIntervention['outcome']): Call =>
      supervisedCall({
        rep: { userId: ravi.Id, name: ravi.Name, managerIds: [maya.Id] },
        customer: { name: 'Priya Raman' },
        opportunity: undefined,
        interventions: [
          intervention({
            interventionId: 'q-1',
            supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
            outcome,
          }),
        ],
      });
    const save = (one: Call) =>
      written(activities.recordInterventions([{ call: one, interventionId: 'q-1' }]));
    const inOrg = async () =>
      (await org.records('Call_Intervention__c')).find((row) => row.External_Id__c === 'q-1')!;

    await save(call({ status: 'due' }));
    assert.equal((await inOrg()).QA_Form_Url__c, 'https://qa.example.com/?i=q-1');
    await org.update('Call_Intervention__c', (await inOrg()).Id, {
      QA_Form_Url__c: 'https://qa.example.com/by-hand',
    });
    template = 'https://other.example.com/{interventionId}';
    await save(call({ status: 'given', code: 'saved', at: '2026-11-20T17:06:00.000Z' }));
    const { QA_Form_Url__c, Outcome__c } = await inOrg();
    assert.deepEqual([QA_Form_Url__c, Outcome__c], ['https://qa.example.com/by-hand', 'saved']);
  });
});
