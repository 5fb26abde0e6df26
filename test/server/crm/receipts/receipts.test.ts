import assert from 'node:assert/strict';
import { createCrmReceipts } from '../../../../server/crm/receipts/receipts.ts';
import { CrmUnavailable, type CountedReps } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

const PERIOD = { from: '2026-11-01', to: '2026-11-28' };

describe('what reps said of interventions', () => {
  let org: OrgStage;
  let ravi: string;
  let lena: string;
  const counted = (
    reps: CountedReps = 'all',
    more: { direction?: 'inbound' | 'outbound'; to?: string } = {},
  ) =>
    createCrmReceipts((orgId) => (orgId === org.orgId ? org.crm : undefined)).counted(
      org.orgId,
      { ...PERIOD, ...more },
      reps,
    );

  before(async () => {
    org = await startOrgStage();
    const users = await org.records('User');
    const userId = (alias: string) =>
      users.find(({ Username }) => String(Username).startsWith(`${alias}@`))!.Id;
    [ravi, lena] = [userId('ravi'), userId('lena')];
    let key = 0;
    const add = (fields: object) =>
      org.insert('Call_Intervention__c', {
        External_Id__c: `receipt-${(key += 1)}`,
        Rep__c: ravi,
        Joined_At__c: '2026-11-10T10:00:00.000Z',
        Highest_Mode__c: 'Barge',
        Direction__c: 'Inbound',
        Notice_Given__c: true,
        ...fields,
      });
    await add({ Rep_Verdict__c: 'helped' });
    await add({ Rep_Verdict__c: 'helped', Joined_At__c: '2026-11-28T23:59:59.000Z' });
    await add({ Rep_Verdict__c: 'hurt', Rep__c: lena, Direction__c: 'Outbound' });
    await add({ Rep_Verdict__c: 'neutral', Highest_Mode__c: 'Whisper' });
    await add({ Rep__c: lena });
    // Nobody is asked about these.
    await add({ Highest_Mode__c: 'Monitor' });
    await add({ Notice_Given__c: false });
    await add({ Rep_Verdict__c: 'hurt', Joined_At__c: '2026-11-29T00:00:00.000Z' });
  });
  after(() => org?.stop());

  it('is counted of those who were told of a supervisor who was heard, on these days', async () => {
    assert.deepEqual(await counted(), { asked: 5, said: { helped: 2, neutral: 1, hurt: 1 } });
  });

  it('is of these reps and this direction alone', async () => {
    assert.deepEqual(await counted([lena]), {
      asked: 2,
      said: { helped: 0, neutral: 0, hurt: 1 },
    });
    assert.deepEqual(await counted([ravi, lena], { direction: 'outbound' }), {
      asked: 1,
      said: { helped: 0, neutral: 0, hurt: 1 },
    });
  });

  it('is nothing of nobody, and of so many reps that they take several queries the sum', async () => {
    const none = { asked: 0, said: { helped: 0, neutral: 0, hurt: 0 } };
    assert.deepEqual(await counted([]), none);
    const strangers = Array.from(
      { length: 650 },
      (_, place) => `005${String(place).padStart(15, '0')}`,
    );
    assert.equal((await counted([...strangers, ravi, ...strangers, lena])).asked, 5);
  });

  it('cannot be counted while Salesforce refuses, which is said as an outage', async () => {
    const refusing = { queries: () => Promise.reject(new Error('INVALID_FIELD')) };
    await assert.rejects(
      createCrmReceipts(() => refusing as never).counted(org.orgId, PERIOD, 'all'),
      CrmUnavailable,
    );
  });
});
