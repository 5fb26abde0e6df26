import assert from 'node:assert/strict';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('custom metadata of the package', () => {
  let org: OrgStage;
  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());

  const SETTING =
    "SELECT Id, DeveloperName, MasterLabel, Server_Url__c FROM Dealside_Setting__mdt WHERE DeveloperName = 'Default'";

  it('is read by SOQL as the package has it', async () => {
    const [setting] = await org.crm.query<{
      Id: string;
      MasterLabel: string;
      Server_Url__c: string;
    }>(SETTING);
    assert.equal(setting?.MasterLabel, 'Default');
    assert.match(setting.Server_Url__c, /^https:/);
  });

  it('is changed by deploys alone', async () => {
    await assert.rejects(
      org.crm.post('/sobjects/Dealside_Setting__mdt', { DeveloperName: 'Mine' }),
      { errorCode: 'INVALID_TYPE_FOR_OPERATION' },
    );
  });

  it('is not there for whom no permission set lets see it', async () => {
    await assert.rejects(org.connect({ username: 'ravi@northwind.example' }).query(SETTING), {
      errorCode: 'INVALID_TYPE',
    });
  });
});
