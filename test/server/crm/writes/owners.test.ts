import assert from 'node:assert/strict';
import { createOwners } from '../../../../server/crm/writes/owners.ts';
import { wordsFor } from '../../../../server/crm/writes/recordWords.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('the owner of a record', () => {
  let org: OrgStage;
  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());

  it('reads its times in the formats of their region and in their language', async () => {
    const { Id } = await org.find('User', 'Ravi');
    await org.update('User', Id, { LocaleSidKey: 'en_GB', TimeZoneSidKey: 'Europe/London' });
    const owner = (await createOwners(org.crm, () => 0)([Id]))(Id);
    assert.deepEqual(owner, { locale: 'en_US', region: 'GB', zone: 'Europe/London' });
    assert.equal(wordsFor(owner).time('2026-11-20T17:00:01.000Z'), '20 Nov 2026, 17:00:01 GMT');
    assert.equal(
      wordsFor({ ...owner, region: undefined }).time('2026-11-20T17:00:01.000Z'),
      'Nov 20, 2026, 5:00:01 PM GMT',
    );
  });
});
