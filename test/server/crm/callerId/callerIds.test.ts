import assert from 'node:assert/strict';
import { createCallerIdSource } from '../../../../server/crm/callerId/callerIds.ts';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { NO_CALLER_ID_RULES } from '../../../../server/domain/callerId/choose.ts';

interface OrgRecords {
  readonly numbers: readonly (readonly [
    name: string,
    number: string,
    whose: string,
    who?: string,
  ])[];
  readonly localPresence?: boolean;
}

/** The rules of an org with these records; with an error where its package has no such type. */
async function rulesOf(records: OrgRecords | Error) {
  const query = async (soql: string): Promise<object[]> => {
    if (records instanceof Error) throw records;
    if (soql.includes('Dealside_Number__mdt'))
      return records.numbers.map(([DeveloperName, Number__c, For__c, Who__c = null]) => ({
        DeveloperName,
        Number__c,
        For__c,
        Who__c,
      }));
    if (soql.includes('Dealside_Setting__mdt'))
      return [{ Local_Presence__c: records.localPresence ?? false }];
    if (soql.includes('FROM User')) return [{ Id: 'ravi-id', Username: 'ravi@acme.example' }];
    if (soql.includes('FROM Group')) return [{ Id: 'renewals-id', DeveloperName: 'Renewals' }];
    return [];
  };
  return createCallerIdSource(() => ({ query }) as unknown as CrmConnection).of('org');
}

describe('the numbers of an org’s records', () => {
  it('are none without records, and in an older package', async () => {
    assert.deepEqual(await rulesOf({ numbers: [] }), NO_CALLER_ID_RULES);
    const older = Object.assign(new Error('no such type'), { errorCode: 'INVALID_TYPE' });
    assert.deepEqual(await rulesOf(older), NO_CALLER_ID_RULES);
  });

  it('belong to whom a record names; others are named with what is wrong', async () =>
    assert.deepEqual(
      await rulesOf({
        localPresence: true,
        numbers: [
          ['Ravi', '(415) 555-0101', 'Person', 'RAVI@acme.example'],
          ['Renewals', '+1 212 555 0102', 'queue', 'renewals'],
          ['Main', '+1 415 555 0103', 'org'],
          ['Near', '+12065550104', 'local'],
          ['Nobody', '+14155550105', 'person', 'nobody@acme.example'],
          ['Short', '12', 'org'],
          ['What', '+12065550106', 'everybody'],
        ],
      }),
      {
        usesLocalPresence: true,
        assigned: [
          { number: '+14155550101', holder: { kind: 'person', userId: 'ravi-id' } },
          { number: '+12125550102', holder: { kind: 'team', groupId: 'renewals-id' } },
          { number: '+14155550103', holder: { kind: 'org' } },
          { number: '+12065550104', holder: { kind: 'local' } },
        ],
        faults: [
          { record: 'Nobody', fault: 'unknown_holder' },
          { record: 'Short', fault: 'unreadable' },
          { record: 'What', fault: 'unreadable' },
        ],
      },
    ));
});
