import assert from 'node:assert/strict';
import { createDialingPolicies } from '../../../../server/crm/policy/dialingPolicies.ts';
import { DEFAULT_CALLING_HOURS, DEFAULT_LIMITS } from '../../../../server/domain/dialing/policy.ts';
import { dialingWords } from '../../../../server/domain/dialing/words.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('whom an org calls', () => {
  let org: OrgStage;

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());

  const policies = (...numbers: string[]) =>
    createDialingPolicies(
      (orgId) => (orgId === org.orgId ? org.crm : undefined),
      () => numbers,
      () => 0,
    );
  const set = async (values: object) => {
    const [setting] = await org.records('Dealside_Setting__mdt');
    await org.update('Dealside_Setting__mdt', setting!.Id, values);
  };

  it('is, where nothing is set, the countries of its own numbers and of its accounts', async () => {
    await org.insert('Account', { Name: 'Nordwind', BillingCountry: 'Deutschland' });
    await org.insert('Account', { Name: 'Nowhere', BillingCountry: 'Atlantis' });
    assert.deepEqual(await policies('+442079460958').of(org.orgId), {
      homeCountry: 'GB',
      countries: ['DE', 'GB', 'US'],
      countriesAre: 'derived',
      notCountries: [],
      limits: DEFAULT_LIMITS,
      callingHours: DEFAULT_CALLING_HOURS,
      machines: { areDetected: false, messagePlaces: [] },
    });
  });

  it('is what the record says, within bounds; what is no country is named and called nowhere', async () => {
    await set({
      Dial_Countries__c: 'us, ca; XX GB',
      Dials_Per_Minute__c: 0,
      Dials_Per_Hour__c: 50,
      Dials_Per_Day__c: 99_999,
      Calling_Hours__c: 'everybody',
      Calling_From__c: '09:30',
      Calling_Until__c: '18:00',
    });
    const policy = await policies('+15005550100').of(org.orgId);
    assert.deepEqual(policy, {
      homeCountry: 'US',
      countries: ['CA', 'GB', 'US'],
      countriesAre: 'listed',
      notCountries: ['XX'],
      limits: { minute: 1, hour: 50, day: 20_000 },
      callingHours: { appliesTo: 'everybody', from: '09:30', to: '18:00' },
      machines: { areDetected: false, messagePlaces: [] },
    });
    assert.deepEqual(dialingWords(policy, 'en'), [
      'Reps can call numbers in these countries: Canada, United Kingdom, and United States.',
      'Not understood, and ignored: XX. Enter country codes such as US, CA, GB.',
      'Never called: emergency, premium-rate, shared-cost, personal and satellite numbers, numbers of international networks, and people who are marked do-not-call.',
      'A rep can place up to 1 calls a minute, 50 an hour and 20000 a day.',
      'Customers are called from 9:30 AM to 6:00 PM in their own time zone.',
    ]);
    await set({ Calling_From__c: 'early', Calling_Until__c: '18:00' });
    assert.deepEqual((await policies().of(org.orgId)).callingHours, {
      ...DEFAULT_CALLING_HOURS,
      appliesTo: 'everybody',
    });
  });

  it('is not known of an org that is not registered', async () => {
    await assert.rejects(policies().of('another'), CrmUnavailable);
  });
});
