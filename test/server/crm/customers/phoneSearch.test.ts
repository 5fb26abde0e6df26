import assert from 'node:assert/strict';
import { createCustomerLookup } from '../../../../server/crm/customers/customers.ts';
import { createPhoneFields } from '../../../../server/crm/customers/phoneFields.ts';
import { searchTermsOf } from '../../../../server/crm/customers/phoneSearch.ts';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';

interface Field {
  name: string;
  type: string;
}
const phones = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'phone' }));

/** An org whose objects have these fields, and whose index answers so. */
function orgWith(fields: Record<string, Field[]>, found: readonly object[] = []) {
  const asked: string[] = [];
  const get = async (path: string): Promise<unknown> => {
    asked.push(decodeURIComponent(path));
    const object = /^\/sobjects\/(\w+)\/describe$/.exec(path)?.[1];
    return object ? { fields: fields[object] ?? [] } : { searchRecords: found };
  };
  return { get: get as CrmConnection['get'], asked };
}

describe('the phone fields of an org', () => {
  it('are all of that type but faxes: those to call first, then custom ones, assistants last', async () => {
    const { get, asked } = orgWith({
      Contact: [
        { name: 'Name', type: 'string' },
        ...phones('AssistantPhone', 'Direct_Line__c', 'Fax', 'Second_Fax__c', 'HomePhone', 'Phone'),
      ],
    });
    const fields = createPhoneFields({ get });
    assert.deepEqual((await fields()).of.Contact, [
      'Phone',
      'HomePhone',
      'Direct_Line__c',
      'AssistantPhone',
    ]);
    await fields();
    assert.equal(asked.length, 3, 'they are read once');
  });

  it('are read again after a failure', async () => {
    let fails = true;
    const fields = createPhoneFields({
      get: (async () => {
        if (fails) throw new Error('busy');
        return { fields: phones('Phone') };
      }) as CrmConnection['get'],
    });
    await assert.rejects(fields(), /busy/);
    fails = false;
    assert.deepEqual((await fields()).of.Lead, ['Phone']);
  });
});

describe('a search for a number', () => {
  it('has its digits as they can be written, and its groups', () => {
    const terms = searchTermsOf('+4930901820');
    for (const term of ['4930901820*', '30901820*', '030901820*', '49030901820*', '004930901820*'])
      assert.ok(terms.includes(term), term);
    assert.ok(terms.includes('"49 30 901820"'));
    assert.ok(searchTermsOf('+14155550142').includes('"415 555 0142"'));
    assert.ok(terms.join(' OR ').length < 4_000);
  });

  it('asks for custom fields, and finds a person who is an account', async () => {
    const { get, asked } = orgWith(
      {
        Contact: phones('Phone', 'Direct_Line__c'),
        Account: [
          ...phones('Phone', 'PersonHomePhone'),
          { name: 'PersonContactId', type: 'reference' },
          { name: 'PersonDoNotCall', type: 'boolean' },
        ],
      },
      [{ attributes: { type: 'Account' }, Id: '001A', PersonHomePhone: '(415) 555-0142' }],
    );
    const customers = createCustomerLookup({ get } as CrmConnection);
    assert.equal(await customers.isDoNotCall('org-1', '+14155550142'), true);
    assert.equal(await customers.isDoNotCall('org-1', '+14155550143'), false);
    const search = asked.find((path) => path.startsWith('/search'))!;
    assert.match(search, /Contact\(Id, Phone, Direct_Line__c WHERE DoNotCall = true/);
    assert.match(search, /Account\(Id, Phone, PersonHomePhone WHERE PersonDoNotCall = true/);
    assert.doesNotMatch(search, /Lead\(/);
  });
});
