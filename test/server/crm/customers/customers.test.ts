import assert from 'node:assert/strict';
import { createCustomerLookup } from '../../../../server/crm/customers/customers.ts';
import type { CustomerLookup } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('a customer in the org', () => {
  let org: OrgStage;
  let customers: CustomerLookup;

  before(async () => {
    org = await startOrgStage();
    customers = createCustomerLookup(org.crm);
  });
  after(() => org.stop());

  const byPhone = (phone: string) => customers.byPhone(org.orgId, phone);
  const create = async (object: string, values: object) => (await org.insert(object, values)).Id;
  const deal = (AccountId: string | null, Name: string, more: object = {}) =>
    create('Opportunity', {
      Name,
      AccountId,
      StageName: 'Proposal',
      CloseDate: '2026-12-31',
      ...more,
    });

  for (const [written, field, phone] of [
    ['(415) 555-0143', 'Phone', '+14155550143'],
    ['415.555.0144', 'Phone', '+14155550144'],
    ['+1 415-555-0145', 'MobilePhone', '+14155550145'],
    ['1 (415) 555-0146', 'MobilePhone', '+14155550146'],
    ['4155550147', 'HomePhone', '+14155550147'],
    ['(415) 555-0148 ext. 12', 'OtherPhone', '+14155550148'],
    ['+49 (0)30 901820', 'HomePhone', '+4930901820'],
    ['0049 30/90 18 21', 'OtherPhone', '+4930901821'],
    ['030 901822', 'Phone', '+4930901822'],
    ['+49 30 901823-12', 'Phone', '+493090182312'],
    ['011 44 20 7946 0958', 'AssistantPhone', '+442079460958'],
  ] as const) {
    it(`is found by ${field} “${written}”, and not called where that is not wanted`, async () => {
      const id = await create('Contact', {
        LastName: `Found ${written}`,
        [field]: written,
        DoNotCall: true,
      });
      assert.equal((await byPhone(phone))?.customer.contactId, id);
      assert.equal(await customers.isDoNotCall(org.orgId, phone), true);
      assert.equal((await customers.candidates(org.orgId, phone)).subjects.length, 1);
    });
  }

  it('is not somebody whose number goes on, or has it as a fax', async () => {
    await create('Contact', { LastName: 'Longer', Phone: '+44 20 7946 09601', DoNotCall: true });
    await create('Contact', { LastName: 'Fax', Fax: '+44 20 7946 0960', DoNotCall: true });
    assert.equal(await byPhone('+442079460960'), undefined);
    assert.equal(await customers.isDoNotCall(org.orgId, '+442079460960'), false);
  });

  it('with a number at home only is called there', async () => {
    const contactId = await create('Contact', { LastName: 'Home', HomePhone: '(415) 555-0155' });
    const found = await customers.byRecord(org.orgId, { contactId });
    assert.equal(found?.customer.phone, '+14155550155');
  });

  it('is a company where nobody of it has the number', async () => {
    const ravi = await org.find('User', 'Ravi');
    const accountId = await create('Account', {
      Name: 'Larkspur',
      Phone: '(415) 555-0156',
      OwnerId: ravi.Id,
    });
    const opportunityId = await deal(accountId, 'Larkspur – deal', { OwnerId: ravi.Id });
    const found = await byPhone('+14155550156');
    assert.deepEqual(found?.customer, {
      name: 'Larkspur',
      phone: '+14155550156',
      accountId,
      accountName: 'Larkspur',
    });
    assert.deepEqual(
      [found?.opportunity?.opportunityId, found?.ownerUserId],
      [opportunityId, ravi.Id],
    );
  });

  it('is found among hundreds of thousands, where unindexed fields cannot be searched', async () => {
    const accountId = await create('Account', { Name: 'Yarrow' });
    const contactId = await create('Contact', {
      LastName: 'Yarrow',
      AccountId: accountId,
      HomePhone: '(415) 555-0157',
      DoNotCall: true,
    });
    const opportunityId = await deal(accountId, 'Yarrow – deal');
    await org.fault({
      rowsOf: { Contact: 250_000, Lead: 250_000, Account: 250_000, Opportunity: 250_000 },
    });
    try {
      const phone = '+14155550157';
      assert.equal((await byPhone(phone))?.customer.contactId, contactId);
      assert.equal(await customers.isDoNotCall(org.orgId, phone), true);
      assert.equal((await customers.candidates(org.orgId, phone)).subjects.length, 1);
      const met = await customers.byRecord(org.orgId, { opportunityId });
      assert.equal(met?.customer.phone, phone);
    } finally {
      await org.fault({ rowsOf: {} });
    }
  });

  it('without an account is her owner’s', async () => {
    const ravi = await org.find('User', 'Ravi');
    const id = await create('Contact', {
      LastName: 'Alone',
      Phone: '+14155550150',
      OwnerId: ravi.Id,
    });
    assert.deepEqual(await byPhone('+14155550150'), {
      customer: { name: 'Alone', contactId: id, phone: '+14155550150' },
      ownerUserId: ravi.Id,
    });
  });

  it('is met on the open deal, not on a closed one', async () => {
    const accountId = await create('Account', { Name: 'Juniper' });
    await create('Contact', { LastName: 'Juniper', Phone: '+14155550151', AccountId: accountId });
    const open = await deal(accountId, 'Juniper – open');
    await deal(accountId, 'Juniper – lost', { StageName: 'Closed Lost' });
    assert.equal((await byPhone('+14155550151'))?.opportunity?.opportunityId, open);
  });

  it('is the primary contact of a deal, before others', async () => {
    const accountId = await create('Account', { Name: 'Sorrel' });
    const [first, primary] = [
      await create('Contact', { LastName: 'First', Phone: '+14155550152', AccountId: accountId }),
      await create('Contact', {
        LastName: 'Primary',
        Phone: '(415) 555-0153',
        AccountId: accountId,
      }),
    ];
    const opportunityId = await deal(accountId, 'Sorrel – deal');
    await create('OpportunityContactRole', {
      OpportunityId: opportunityId,
      ContactId: first,
      IsPrimary: false,
    });
    await create('OpportunityContactRole', {
      OpportunityId: opportunityId,
      ContactId: primary,
      IsPrimary: true,
    });
    const found = await customers.byRecord(org.orgId, { opportunityId });
    assert.deepEqual([found?.customer.contactId, found?.customer.phone], [primary, '+14155550153']);
  });

  it('is any contact of the account with a phone, where the deal names nobody', async () => {
    const accountId = await create('Account', { Name: 'Thistle' });
    await create('Contact', { LastName: 'Silent', AccountId: accountId });
    const mobile = await create('Contact', {
      LastName: 'Mobile',
      MobilePhone: '+14155550154',
      AccountId: accountId,
    });
    const found = await customers.byRecord(org.orgId, {
      opportunityId: await deal(accountId, 'Thistle – deal'),
    });
    assert.deepEqual([found?.customer.contactId, found?.customer.phone], [mobile, '+14155550154']);
  });

  it('has no phone where nobody can tell what is written', async () => {
    const contactId = await create('Contact', { LastName: 'Vague', Phone: 'ask reception' });
    const found = await customers.byRecord(org.orgId, { contactId });
    assert.deepEqual([found?.customer.name, found?.customer.phone], ['Vague', undefined]);
  });

  it('leaves no number in the complaint when she cannot be looked up', async () => {
    const failing = createCustomerLookup({
      ...org.crm,
      get: () =>
        Promise.reject(
          new Error('FIND {4155550142* OR "415 555 0142"} ^ ERROR at Row:1:Column:54'),
        ),
    });
    await assert.rejects(failing.byPhone(org.orgId, '+14155550142'), {
      name: 'CrmUnavailable',
      message:
        'a customer could not be read from Salesforce: FIND {(number)* OR "(number)"} ^ ERROR at Row:1:Column:54',
    });
  });

  it('of a deal without account and contact is nobody', async () => {
    assert.equal(
      await customers.byRecord(org.orgId, { opportunityId: await deal(null, 'Empty – deal') }),
      undefined,
    );
  });

  it('who is a lead is met as one, by phone and by record, as long as no contact was made of it', async () => {
    const leadId = await create('Lead', {
      FirstName: 'Nora',
      LastName: 'Quist',
      Company: 'Quist & Co',
      Phone: '(415) 555-0199',
    });
    const { OwnerId } = (await org.records('Lead')).find(({ Id }) => Id === leadId)!;
    const subject = {
      customer: {
        name: 'Nora Quist',
        contactId: leadId,
        accountName: 'Quist & Co',
        phone: '+14155550199',
      },
      ownerUserId: OwnerId,
    };
    assert.deepEqual(await customers.byPhone(org.orgId, '+14155550199'), subject);
    assert.deepEqual(await customers.byRecord(org.orgId, { contactId: leadId }), subject);
    await org.update('Lead', leadId, { IsConverted: true });
    assert.equal(await customers.byPhone(org.orgId, '+14155550199'), undefined);
  });
});
