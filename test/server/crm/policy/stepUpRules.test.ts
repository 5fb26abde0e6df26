import assert from 'node:assert/strict';
import { createStepUpRules } from '../../../../server/crm/policy/stepUpRules.ts';
import { DEFAULT_STEP_UP } from '../../../../server/domain/stepUp/pin.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('what the admin asks of PINs and passkeys', () => {
  let org: OrgStage;
  let now: number;

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  beforeEach(() => {
    now = 0;
  });
  afterEach(() => org.restore());

  const rules = () =>
    createStepUpRules(
      (orgId) => (orgId === org.orgId ? org.crm : undefined),
      () => now,
    );
  const set = async (values: object) => {
    const [setting] = await org.records('Dealside_Setting__mdt');
    await org.update('Dealside_Setting__mdt', setting!.Id, values);
  };

  it('is what we ship where nothing is set', async () => {
    assert.deepEqual(await rules().of(org.orgId), DEFAULT_STEP_UP);
  });

  it('is what the record says, within bounds', async () => {
    await set({
      Pin_Minimum_Length__c: 8,
      Pin_Attempts__c: 99,
      Pin_Lock_Minutes__c: 0,
      Passkey_Holds_Minutes__c: 600,
    });
    assert.deepEqual(await rules().of(org.orgId), {
      pinMinLength: 8,
      pinAttempts: 10,
      pinLockMinutes: 1,
      pinHoldsMinutes: 480,
      passkeyHoldsMinutes: 60,
    });
    await set({
      Pin_Minimum_Length__c: null,
      Pin_Attempts__c: null,
      Pin_Lock_Minutes__c: null,
      Passkey_Holds_Minutes__c: null,
    });
  });

  it('is in force within a minute', async () => {
    const standing = rules();
    await standing.of(org.orgId);
    await set({ Pin_Minimum_Length__c: 9 });
    now = 59_999;
    assert.equal((await standing.of(org.orgId)).pinMinLength, 6);
    now = 60_000;
    assert.equal((await standing.of(org.orgId)).pinMinLength, 9);
    await set({ Pin_Minimum_Length__c: null });
  });

  it('is not guessed while the org is away, nor for an org that is not registered', async () => {
    await org.breakDown();
    await assert.rejects(rules().of(org.orgId), CrmUnavailable);
    await assert.rejects(rules().of('00D000000000009AAA'), CrmUnavailable);
  });
});
