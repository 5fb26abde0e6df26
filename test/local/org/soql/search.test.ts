import assert from 'node:assert/strict';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('a search in phone fields of the stand-in org', () => {
  let org: OrgStage;
  let contactId: string;

  before(async () => {
    org = await startOrgStage();
    contactId = (
      await org.insert('Contact', {
        LastName: 'Search',
        HomePhone: '(415) 555-0142 x9',
        Fax: '(415) 555-0199',
        DoNotCall: true,
      })
    ).Id;
  });
  after(() => org.stop());

  const search = async (sosl: string): Promise<string[]> =>
    (
      await org.crm.get<{ searchRecords: { Id: string }[] }>(
        `/search?q=${encodeURIComponent(sosl)}`,
      )
    ).searchRecords.map(({ Id }) => Id);
  const find = (terms: string, spec = 'Contact(Id)') =>
    search(`FIND {${terms}} IN PHONE FIELDS RETURNING ${spec}`);

  for (const terms of [
    '4155550142*',
    '41555501429',
    '"415 555 0142"',
    '"555 0142 x 9"',
    '12 OR 0142',
  ])
    it(`finds ${terms}`, async () => assert.ok((await find(terms)).includes(contactId)));

  for (const terms of ['4155550142', '5550142', '"415 5550142"', '14155550142*', '4155550199'])
    it(`does not find ${terms}`, async () => assert.ok(!(await find(terms)).includes(contactId)));

  it('returns what is asked for, under a condition', async () => {
    const asked = (where: string) =>
      find(
        '0142',
        `Lead(Id), Contact(Id, Account.Name WHERE ${where} ORDER BY LastModifiedDate DESC LIMIT 5)`,
      );
    assert.deepEqual(await asked('DoNotCall = true'), [contactId]);
    assert.deepEqual((await asked('DoNotCall = false')).includes(contactId), false);
  });

  for (const terms of ['5', '+14155550142', '(415) 555', '*0142', '415-555'])
    it(`refuses ${terms}`, async () =>
      assert.rejects(find(terms), { errorCode: 'MALFORMED_SEARCH' }));

  it('refuses fields that are not there, or not to be read', async () => {
    await assert.rejects(find('0142', 'Contact(Id, Pager)'), { errorCode: 'INVALID_FIELD' });
    await assert.rejects(find('0142', 'Contact(Id, Fax)'), { errorCode: 'INVALID_FIELD' });
  });
});
