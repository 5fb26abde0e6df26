import assert from 'node:assert/strict';
import { createInboundSource } from '../../../../server/crm/inbound/inboundRules.ts';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { DEFAULT_INBOUND_RULES } from '../../../../server/domain/inbound/rules.ts';

const EMPTY = {
  DeveloperName: 'Default',
  After_Call_Seconds__c: null,
  Call_Waiting__c: null,
  Owner_Seconds__c: null,
  Group_Kind__c: null,
  Group__c: null,
  Order__c: null,
  Group_Seconds__c: null,
  Return_Seconds__c: null,
  Unknown_Callers_Kind__c: null,
  Unknown_Callers__c: null,
  Days__c: null,
  From__c: null,
  To__c: null,
  Time_Zone__c: null,
  Except_On__c: null,
  Voicemail__c: null,
};

/** The rules of an org with this record; with an error where its package has no such type. */
const rulesOf = async (record: object | undefined | Error) => {
  const query = async (soql: string): Promise<object[]> => {
    if (!soql.includes('Dealside_Inbound__mdt')) return [];
    if (record instanceof Error) throw record;
    return record ? [record] : [];
  };
  const source = createInboundSource(() => ({ query }) as unknown as CrmConnection);
  return (await source.of('org')).rules;
};

describe('how an org answers inbound calls', () => {
  it('is the default without a record, with an empty one, and in an older package', async () => {
    assert.deepEqual(await rulesOf(undefined), DEFAULT_INBOUND_RULES);
    assert.deepEqual(await rulesOf(EMPTY), DEFAULT_INBOUND_RULES);
    const older = Object.assign(new Error('no such type'), { errorCode: 'INVALID_TYPE' });
    assert.deepEqual(await rulesOf(older), DEFAULT_INBOUND_RULES);
  });
  it('keeps what the record of an older package says, which lacks the newest field', async () => {
    const query = async (soql: string): Promise<object[]> => {
      if (!soql.includes('Dealside_Inbound__mdt')) return [];
      if (soql.includes('Return_Seconds__c'))
        throw Object.assign(new Error('no such column'), { errorCode: 'INVALID_FIELD' });
      return [{ DeveloperName: 'Default', Owner_Seconds__c: 33, Return_Seconds__c: undefined }];
    };
    const source = createInboundSource(() => ({ query }) as unknown as CrmConnection);
    const { ownerSeconds, returnSeconds } = (await source.of('org')).rules;
    assert.deepEqual([ownerSeconds, returnSeconds], [33, DEFAULT_INBOUND_RULES.returnSeconds]);
  });
  it('keeps what a package says that lacks after-call alone', async () => {
    const query = async (soql: string): Promise<object[]> => {
      if (!soql.includes('Dealside_Inbound__mdt')) return [];
      if (soql.includes('After_Call_Seconds__c'))
        throw Object.assign(new Error('no such column'), { errorCode: 'INVALID_FIELD' });
      return soql.includes('Return_Seconds__c')
        ? [{ DeveloperName: 'Default', Return_Seconds__c: 60 }]
        : [];
    };
    const source = createInboundSource(() => ({ query }) as unknown as CrmConnection);
    assert.equal((await source.of('org')).rules.returnSeconds, 60);
  });
  it('has after-call for as long as the record says, of which 0 is none', async () => {
    const lasts = async (After_Call_Seconds__c: number | null) =>
      (await rulesOf({ ...EMPTY, After_Call_Seconds__c })).afterCallSeconds;
    assert.deepEqual(
      [await lasts(null), await lasts(0), await lasts(45.4), await lasts(-1), await lasts(9999)],
      [undefined, 0, 45, 0, 3600],
    );
  });
  it('is what the record says', async () =>
    assert.deepEqual(
      await rulesOf({
        ...EMPTY,
        Owner_Seconds__c: 300,
        Group_Kind__c: 'queue',
        Group__c: ' Renewals ',
        Order__c: 'longest_idle',
        Group_Seconds__c: 12,
        Return_Seconds__c: 60,
        Days__c: 'Mon; Fri',
        From__c: '08:00',
        To__c: '24:00',
        Time_Zone__c: 'Europe/Berlin',
        Except_On__c: 'DE',
        Voicemail__c: false,
      }),
      {
        ownerSeconds: 120,
        group: { kind: 'queue', name: 'Renewals' },
        order: 'longest_idle',
        groupSeconds: 12,
        returnSeconds: 60,
        ringsBusyOwner: false,
        takesMessages: false,
        hours: {
          days: ['Mon', 'Fri'],
          from: '08:00',
          to: '24:00',
          zone: 'Europe/Berlin',
          exceptOn: 'DE',
        },
      },
    ));
  it('is for a queue what the record with its name says', async () => {
    const query = async (soql: string): Promise<object[]> =>
      soql.includes('Dealside_Inbound__mdt')
        ? [
            EMPTY,
            { ...EMPTY, DeveloperName: 'Renewals', Group_Seconds__c: 9, Call_Waiting__c: true },
          ]
        : [];
    const { rules, groups } = await createInboundSource(
      () => ({ query }) as unknown as CrmConnection,
    ).of('org');
    assert.deepEqual(rules, DEFAULT_INBOUND_RULES);
    assert.deepEqual([...groups.keys()], ['renewals']);
    assert.equal(groups.get('renewals')?.groupSeconds, 9);
  });
  for (const [what, mistake] of [
    ['no days', { Days__c: 'Montag' }],
    ['a time that is none', { From__c: '8 am' }],
    ['an unknown time zone', { Time_Zone__c: 'Berlin' }],
  ] as const)
    it(`has no hours by ${what}: a mistake sends nobody away`, async () => {
      const hours = { Days__c: 'Mon', From__c: '08:00', To__c: '18:00', Time_Zone__c: 'UTC' };
      assert.ok((await rulesOf({ ...EMPTY, ...hours })).hours);
      assert.equal((await rulesOf({ ...EMPTY, ...hours, ...mistake })).hours, undefined);
    });
});
